using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Reduction;

/// <summary>The irreps of tensors with symmetric indices, on tensors of torch.</summary>
public sealed class ReducedTensorProductsModuleTests
{
    [Fact]
    public void ProjectorsAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (JsonElement item in E3nnReference.Load("reduced_tensor_products").GetProperty("cases").EnumerateArray())
        {
            ReducedTensorProductsModule module = ReducedTensorProductsModule.Create(item.GetProperty("formula").GetString()!, "1o");
            Assert.Equal(item.GetProperty("irreps_out").GetString(), module.Output.ToString());
            Assertions.Close(Projector(item.GetProperty("change_of_basis").Values()), Projector(module.ChangeOfBasis.to(TestDevice.Current)), 1e-10);
        }
        foreach (JsonProperty item in E3nnReference.Golden("cartesian_tensor").EnumerateObject())
        {
            ReducedTensorProductsModule module = ReducedTensorProductsModule.Create(item.Name, "1o");
            Tensor expected = zeros([.. item.Value.GetProperty("shape").EnumerateArray().Select(n => n.GetInt64())], dtype: ScalarType.Float64);
            foreach (JsonElement entry in item.Value.GetProperty("sparse").EnumerateArray())
            {
                double[] row = E3nnReference.Numbers(entry);
                expected[[.. row[..^1].Select(n => TensorIndex.Single((long)n))]] = row[^1];
            }
            Assertions.Close(expected, module.ChangeOfBasis, 1e-10, item.Name);
        }
    }

    [Fact]
    public void VectorsTensorsAndIrrepsAgree()
    {
        using DisposeScope scope = NewDisposeScope();
        ReducedTensorProductsModule module = OnDevice(ReducedTensorProductsModule.Create("ijk=jik", "2x0e + 1o"));
        (Tensor x, Tensor y, Tensor z) = (TestDevice.Normal(1, 4, 1, 5), TestDevice.Normal(2, 3, 5), TestDevice.Normal(3, 5));
        Tensor product = einsum("zai,aj,k->zaijk", x.expand(4, 3, 5), y, z);
        Tensor features = module.FromTensor(product);
        Assert.Equal([4, 3, module.Output.Dim], features.shape);
        Assertions.Close(features, module.forward(x, y, z), 1e-13);
        Tensor symmetric = (product + product.transpose(-3, -2)) / 2;
        Assertions.Close(symmetric, module.ToTensor(features), 1e-13);
        double[] expected = module.Products.FromVectors(Numbers(x[1, 0]), Numbers(y[2]), Numbers(z));
        Assertions.Close(tensor(expected, ScalarType.Float64).to(TestDevice.Current), module.forward(x, y, z)[1, 2], 1e-13);
        Assertions.Close(features, module.forward(x.to(ScalarType.Float32), y.to(ScalarType.Float32), z.to(ScalarType.Float32)), 1e-5);
        Assert.Equal([0, module.Output.Dim], module.forward(x[..0, 0], y[0], z).shape);
    }

    [Fact]
    public void ProductsCommuteWithTheGroup()
    {
        using DisposeScope scope = NewDisposeScope();
        ReducedTensorProductsModule module = OnDevice(ReducedTensorProductsModule.Create("ij=-ji", "0o + 2x1o + 2e"));
        Irreps input = module.Products.Inputs[0];
        Equivariance.Check(input, module.Output, x => module.forward(x, x.flip(0) * 0.5));
    }

    [Fact]
    public void TheChangeOfBasisIsPartOfTheState()
    {
        using DisposeScope scope = NewDisposeScope();
        ReducedTensorProductsModule module = ReducedTensorProductsModule.Create("ij=ji", "1o");
        Assert.Equal(["change_of_basis"], module.state_dict().Keys);
        Assert.Equal(ScalarType.Float64, module.ChangeOfBasis.dtype);
        using MemoryStream stream = new();
        module.save(stream);
        using MemoryStream saved = new(stream.ToArray());
        ReducedTensorProductsModule other = ReducedTensorProductsModule.Create("ij=ji", "1o");
        using (no_grad()) other.ChangeOfBasis.mul_(2);
        other.load(saved);
        Assertions.Close(module.ChangeOfBasis, other.ChangeOfBasis, 0);
        other.to(ScalarType.Float32);
        Assert.Equal(ScalarType.Float32, other.ChangeOfBasis.dtype);
    }

    [Fact]
    public void CartesianTensorsHaveTheSameMethodsOnTensors()
    {
        using DisposeScope scope = NewDisposeScope();
        CartesianTensor symmetric = CartesianTensor.Create("ij=ji");
        Tensor t = TestDevice.Normal(4, 6, 3, 3);
        Tensor features = symmetric.FromCartesian(t);
        Assertions.Close((t + t.transpose(1, 2)) / 2, symmetric.ToCartesian(features), 1e-13);
        Tensor[] vectors = [TestDevice.Normal(5, 6, 3), TestDevice.Normal(6, 3)];
        Assertions.Close(symmetric.FromCartesian(einsum("zi,j->zij", vectors)), symmetric.FromVectors(vectors), 1e-13);
        // The sum of squares is kept: the basis is orthonormal.
        Assertions.Close(symmetric.ToCartesian(features).pow(2).sum(), features.pow(2).sum(), 1e-13);
        Rotation rotation = Rotation.Random(new Random(3));
        Tensor matrix = tensor(rotation.ToMatrix(), ScalarType.Float64).reshape(3, 3).to(TestDevice.Current);
        Tensor turned = matrix.matmul(t).matmul(matrix.transpose(0, 1));
        Tensor expected = IrrepsLayout.Transform(symmetric.Irreps, new OrthogonalTransform(rotation, false), features);
        Assertions.Close(expected, symmetric.FromCartesian(turned), 1e-12);
        Assert.Contains("[6, 3]", Assert.Throws<ArgumentException>(() => symmetric.FromCartesian(t[.., 0])).Message, StringComparison.Ordinal);
        Assert.Contains("2 indices", Assert.Throws<ArgumentException>(() => symmetric.FromVectors(vectors[0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DerivativesAreRight()
    {
        using DisposeScope scope = NewDisposeScope();
        ReducedTensorProductsModule module = OnDevice(ReducedTensorProductsModule.Create("ijk=-jik", "1o"));
        Assertions.Derivatives(x => module.forward(x), [TestDevice.Normal(1, 2, 3), TestDevice.Normal(2, 2, 3), TestDevice.Normal(3, 3)], orders: 3);
        Assertions.Derivatives(x => module.ToTensor(module.FromTensor(x[0]).pow(2)), [TestDevice.Normal(4, 2, 3, 3, 3)]);
    }

    private static ReducedTensorProductsModule OnDevice(ReducedTensorProductsModule module)
    {
        module.to(TestDevice.Current);
        return module;
    }

    private static Tensor Projector(Tensor basis)
    {
        Tensor flat = basis.flatten(1);
        return flat.transpose(0, 1).matmul(flat);
    }

    private static double[] Numbers(Tensor tensor) => tensor.cpu().contiguous().data<double>().ToArray();
}
