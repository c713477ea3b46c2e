using System;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Rotations;

/// <summary>Matrices of irreps, of representations, and constants of the group as tensors.</summary>
public sealed class WignerTensorTests
{
    [Fact]
    public void MatricesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Load("wigner_d");
        Tensor angles = golden.GetProperty("angles_alpha_beta_gamma_YXY").Values();
        Tensor matrices = golden.GetProperty("rotation_matrices").Values();
        foreach (JsonProperty degree in golden.GetProperty("D").EnumerateObject())
        {
            int l = int.Parse(degree.Name, System.Globalization.CultureInfo.InvariantCulture);
            Tensor expected = degree.Value.Values();
            Assertions.Close(expected, O3.WignerD(l, angles[.., 0], angles[.., 1], angles[.., 2]), 1e-10, $"angles, degree {l}");
            Assertions.Close(expected, O3.WignerD(l, matrices), 1e-10, $"matrix, degree {l}");
        }
        JsonElement one = E3nnReference.Load("so3_golden").GetProperty("wigner_D");
        Tensor[] abc = [.. one.GetProperty("alpha,beta,gamma").Values().unbind(0)];
        foreach (JsonProperty degree in one.GetProperty("D").EnumerateObject())
        {
            int l = int.Parse(degree.Name, System.Globalization.CultureInfo.InvariantCulture);
            Assertions.Close(degree.Value.Values(), O3.WignerD(l, abc[0], abc[1], abc[2]), 1e-10, $"degree {l}");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(20)]
    public void BothFormsAreHomomorphismsToRounding(int l)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(l);
        Tensor first = O3.RandomMatrix([4, 1], ScalarType.Float64, TestDevice.Current);
        Tensor second = O3.RandomMatrix([3], ScalarType.Float64, TestDevice.Current);
        Tensor product = O3.WignerD(l, first).matmul(O3.WignerD(l, second));
        Assertions.Close(product, O3.WignerD(l, first.matmul(second)), 1e-12);
        (Tensor a, Tensor b, Tensor c) = O3.MatrixToAngles(first.matmul(second));
        Assertions.Close(product, O3.WignerD(l, a, b, c), 1e-12);
        Assertions.Close(product.to(ScalarType.Float32), O3.WignerD(l, first.matmul(second).to(ScalarType.Float32)), 1e-5);
        Rotation rotation = Rotation.FromEuler(0.3, 1.2, -2.2);
        Tensor matrix = tensor(rotation.ToMatrix(), ScalarType.Float64).reshape(3, 3).to(TestDevice.Current);
        Tensor expected = tensor(WignerD.Matrix(l, rotation), ScalarType.Float64).reshape(2 * l + 1, 2 * l + 1).to(TestDevice.Current);
        Assertions.Close(expected, O3.WignerD(l, matrix), 1e-12);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(Math.PI)]
    [InlineData(1.1)]
    public void MatricesHaveDerivativesAtThePolesToo(double beta)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor tilt = tensor([beta, beta], ScalarType.Float64).to(TestDevice.Current);
        Tensor[] angles = [TestDevice.Normal(1, 2), tilt, TestDevice.Normal(3, 2)];
        for (int l = 1; l <= 4; l++)
        {
            int degree = l;
            Assertions.Derivatives(x => O3.WignerD(degree, x[0], x[1], x[2]), angles, 1e-6);
            Assertions.Derivatives(x => O3.WignerD(degree, O3.AnglesToMatrix(x[0], x[1], x[2])), angles, 1e-6);
        }
    }

    [Fact]
    public void CouplingTensorsAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (JsonProperty entry in E3nnReference.Load("so3_golden").GetProperty("wigner_3j_sparse").EnumerateObject())
        {
            int[] l = [.. entry.Name.Split(',').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
            Tensor expected = zeros(2 * l[0] + 1, 2 * l[1] + 1, 2 * l[2] + 1, dtype: ScalarType.Float64);
            foreach (JsonElement item in entry.Value.EnumerateArray())
                expected[item[0].GetInt64(), item[1].GetInt64(), item[2].GetInt64()] = item[3].GetDouble();
            Assertions.Close(expected, O3.Wigner3j(l[0], l[1], l[2], ScalarType.Float64), 1e-10, entry.Name);
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => O3.Wigner3j(1, 1, 3));
        Assert.Equal(get_default_dtype(), O3.Wigner3j(1, 1, 1).dtype);
    }

    [Fact]
    public void GeneratorsAreTheDerivativesOfRotations()
    {
        using DisposeScope scope = NewDisposeScope();
        for (int l = 0; l <= 5; l++)
        {
            Tensor generators = O3.SO3Generators(l, ScalarType.Float64);
            Tensor basis = O3.ChangeBasisRealToComplex(l, ScalarType.Float64);
            Tensor unitary = basis.conj().transpose(0, 1).matmul(basis);
            Assertions.Close(eye(2 * l + 1, dtype: ScalarType.Float64), unitary.real, 1e-14);
            Tensor changed = basis.conj().transpose(0, 1).matmul(O3.SU2Generators(2 * l, ScalarType.Float64)).matmul(basis);
            Assertions.Close(generators, changed.real, 1e-13, $"degree {l}");
            Assertions.Close(zeros_like(generators), changed.imag, 1e-13);
            Tensor angle = tensor(0.37, ScalarType.Float64);
            Tensor[] turns = [O3.MatrixX(angle), O3.MatrixY(angle), O3.MatrixZ(angle)];
            for (int axis = 0; axis < 3; axis++)
                Assertions.Close(O3.WignerD(l, turns[axis]), (generators[axis] * 0.37).matrix_exp(), 1e-12, $"axis {axis}, degree {l}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void SpinGeneratorsCommuteAsTurnsDo(int twoJ)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = O3.SU2Generators(twoJ, ScalarType.Float64);
        for (int n = 0; n < 3; n++)
        {
            (Tensor a, Tensor b) = (x[n], x[(n + 1) % 3]);
            Tensor difference = a.matmul(b) - b.matmul(a) - x[(n + 2) % 3];
            Assertions.Close(zeros_like(difference.real), difference.abs(), 1e-14);
        }
    }

    /// <summary>Arrays of .NET lie at multiples of 8 bytes, and kernels for complex numbers need 16: what lies before decides.</summary>
    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void ComplexConstantsDoNotDependOnTheHeap(ScalarType type)
    {
        Random random = new(1);
        for (int n = 0; n < 300; n++)
        {
            using DisposeScope scope = NewDisposeScope();
            byte[] padding = new byte[random.Next(1, 64)];
            Tensor basis = O3.ChangeBasisRealToComplex(2, type);
            Tensor generators = O3.SU2Generators(4, type);
            GC.KeepAlive(padding);
            Assert.Equal(0, (basis - basis).abs().sum().to(ScalarType.Float64).item<double>());
            Assert.Equal(5, (basis.conj() * basis).real.sum().to(ScalarType.Float64).item<double>(), 5);
            // The trace of −J², j(j+1) for each of the 2j+1 states.
            Assert.Equal(30, generators.abs().square().sum().to(ScalarType.Float64).item<double>(), 4);
        }
    }

    [Fact]
    public void RepresentationsAreMatricesOnThisStorage()
    {
        using DisposeScope scope = NewDisposeScope();
        Irreps irreps = Irreps.Parse("2x0o + 3x1o + 2e + 2x1e + 0x3o");
        Random random = new(5);
        for (int n = 0; n < 6; n++)
        {
            OrthogonalTransform transform = OrthogonalTransform.Random(random);
            Tensor features = TestDevice.Normal(n, 4, irreps.Dim);
            Tensor expected = IrrepsLayout.Transform(irreps, transform, features);
            Tensor matrix = tensor(transform.ToMatrix(), ScalarType.Float64).reshape(3, 3).to(TestDevice.Current);
            Assertions.Close(expected, features.matmul(O3.DFromMatrix(irreps, matrix).transpose(0, 1)), 1e-13, "matrix");
            Tensor inversions = tensor(transform.Inverts ? 3L : 2L).to(TestDevice.Current);
            (double alpha, double beta, double gamma) = transform.Rotation.ToEuler();
            Tensor[] abc = [.. tensor([alpha, beta, gamma], ScalarType.Float64).to(TestDevice.Current).unbind(0)];
            Assertions.Close(expected, features.matmul(O3.DFromAngles(irreps, abc[0], abc[1], abc[2], inversions).transpose(0, 1)), 1e-13, "angles");
            Tensor quaternion = O3.AnglesToQuaternion(abc[0], abc[1], abc[2]);
            Assertions.Close(expected, features.matmul(O3.DFromQuaternion(irreps, quaternion, inversions).transpose(0, 1)), 1e-13, "quaternion");
            (Tensor axis, Tensor angle) = O3.QuaternionToAxisAngle(quaternion);
            Assertions.Close(expected, features.matmul(O3.DFromAxisAngle(irreps, axis, angle, inversions).transpose(0, 1)), 1e-13, "axis");
        }
        Tensor batch = cat([O3.RandomMatrix([2], ScalarType.Float64), -O3.RandomMatrix([2], ScalarType.Float64)]).to(TestDevice.Current);
        Assert.Equal([4, irreps.Dim, irreps.Dim], O3.DFromMatrix(irreps, batch).shape);
        Assert.Throws<ArgumentException>(() => O3.DFromMatrix(Signature.Parse("SO(3): 1").Irreps, batch));
        Assert.Throws<ArgumentException>(() => O3.DFromMatrix(Signature.Parse("SU(2): 1/2").Irreps, batch));
        Assert.Throws<ArgumentException>(() => O3.DFromMatrix(irreps, 2 * batch));
    }

    [Fact]
    public void RepresentationsHaveDerivatives()
    {
        using DisposeScope scope = NewDisposeScope();
        Irreps irreps = Irreps.Parse("2x0o + 2x1o + 2e");
        Assertions.Derivatives(x => O3.DFromQuaternion(irreps, x[0]), [TestDevice.Normal(1, 2, 4)], 1e-6);
        Assertions.Derivatives(x => O3.DFromMatrix(irreps, -O3.AnglesToMatrix(x[0], x[1], x[2])), [TestDevice.Normal(1, 2), TestDevice.Normal(2, 2), TestDevice.Normal(3, 2)], 1e-6);
    }

    [Fact]
    public void RandomFeaturesHaveTheSizeThatIsAskedFor()
    {
        using DisposeScope scope = NewDisposeScope();
        Irreps irreps = Irreps.Parse("5x0e + 10x1o");
        Tensor norm = O3.Randn(irreps, [5, -1, 4], IrrepNormalization.Norm, ScalarType.Float64, TestDevice.Current);
        Assert.Equal([5, 35, 4], norm.shape);
        Tensor vectors = norm.narrow(1, 5, 30).reshape(5, 3, 10, 4);
        Assertions.Close(ones(5, 10, 4, dtype: ScalarType.Float64, device: TestDevice.Current), (vectors * vectors).sum(1), 1e-14);
        Tensor component = O3.Randn(irreps, [3, -1], requiresGrad: true);
        Assert.True(component.requires_grad);
        Assert.Equal([3, 35], component.shape);
        Assert.Throws<ArgumentException>(() => O3.Randn(irreps, [3, 35]));
        Assert.Throws<ArgumentException>(() => O3.Randn(irreps, [-1], IrrepNormalization.None));
    }
}
