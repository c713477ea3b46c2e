using System;
using System.Linq;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Diagrams;

/// <summary>Diagram layers as modules: kernels against operators, derivatives, symmetry, sizes that vary.</summary>
public sealed class DiagramLinearModuleTests
{
    [Theory]
    [InlineData("S(n): 2xV^2 + 3xV", "S(n): 3xV^2 + 2xV^0", 3)]
    [InlineData("S(2): 2xV^2", "S(2): 2xV^2")]
    [InlineData("A(3): 2xV^2", "A(3): 2xV")]
    [InlineData("O(2): 2xV^3", "O(2): 3xV")]
    [InlineData("SO(3): 2xV^2", "SO(3): 2xV^2 + 1xV")]
    [InlineData("Sp(4): 2xV^2", "Sp(4): 2xV^2 + 1xV^0")]
    [InlineData("Sp(n): 2xV", "Sp(n): 2xV^3", 2)]
    [InlineData("S(n)×SO(2): 2xV^(1,1)", "S(n)×SO(2): 2xV^(1,1) + 1xV^(0,2)", 3)]
    public void KernelsAgreeWithOperators(string input, string output, params int[] sizes)
    {
        using DisposeScope scope = NewDisposeScope();
        DiagramLinearModule module = DiagramLinearModule.Create(input, output, biases: true);
        module.to(ScalarType.Float64);
        module.to(TestDevice.Current);
        using (no_grad()) module.Bias?.copy_(TestDevice.Normal(9, module.Bias.shape));
        int[] all = [.. module.Plan.Input.Spaces.Select((space, n) => space.IsOpen ? sizes[n] : space.N)];
        Tensor x = TestDevice.Normal(1, 3, module.Plan.Input.Dim(all));
        Agreement.Check(a => module.forward(a[0], sizes), [x]);
        Assertions.Derivatives(a => module.forward(a[0], sizes), [TestDevice.Normal(2, 2, module.Plan.Input.Dim(all))], orders: 2);
        // Gradients by the parameters: of the value, and of a loss on gradients.
        Tensor[] ByParameters()
        {
            Tensor y = x.detach().clone().requires_grad_();
            Tensor result = module.forward(y, sizes);
            Tensor gradient = autograd.grad([(result * result).sum()], [y], create_graph: true)[0];
            return [.. autograd.grad([(gradient * gradient).sum() + result.pow(3).sum()], [.. module.parameters()], allow_unused: true)];
        }
        Tensor[] kernels = ByParameters();
        using IDisposable only = Layers.Execution.TensorKernel.OperatorsOnly();
        Tensor[] operators = ByParameters();
        for (int n = 0; n < kernels.Length; n++) Assertions.Close(operators[n], kernels[n], 1e-10);
    }

    [Fact]
    public void NodesMayBeNumberedAnyWay()
    {
        using DisposeScope scope = NewDisposeScope();
        DiagramLinearModule module = DiagramLinearModule.Create("S(n): 3xV^2", "S(n): 4xV^2 + 2xV + 5xV^0", biases: true);
        module.to(ScalarType.Float64);
        module.to(TestDevice.Current);
        using (no_grad()) module.Bias!.copy_(TestDevice.Normal(9, module.Bias.shape));
        foreach (int n in new[] { 1, 2, 5, 7 })
        {
            Tensor x = TestDevice.Normal(n, 2, n, n, 3);
            Tensor order = randperm(n, device: TestDevice.Current);
            Tensor moved = x.index_select(1, order).index_select(2, order);
            Tensor plain = module.forward(x.reshape(2, -1), [n]), other = module.forward(moved.reshape(2, -1), [n]);
            Tensor matrices = plain[.., ..(n * n * 4)].reshape(2, n, n, 4).index_select(1, order).index_select(2, order).reshape(2, -1);
            Tensor vectors = plain[.., (n * n * 4)..(n * n * 4 + n * 2)].reshape(2, n, 2).index_select(1, order).reshape(2, -1);
            Assertions.Close(cat([matrices, vectors, plain[.., (n * n * 4 + n * 2)..]], 1), other, 1e-12);
        }
    }

    [Fact]
    public void RotationsCommuteAndReflectionsNeedNot()
    {
        using DisposeScope scope = NewDisposeScope();
        DiagramLinearModule module = DiagramLinearModule.Create("SO(3): 2xV^2", "SO(3): 3xV");
        module.to(ScalarType.Float64);
        module.to(TestDevice.Current);
        Tensor x = TestDevice.Normal(1, 3, 3, 2);
        Tensor r = tensor(Rotation.Random(new Random(3)).ToMatrix()).reshape(3, 3).to(TestDevice.Current);
        Assertions.Close(einsum("ij,jc->ic", r, Of(x)), Of(einsum("ij,kl,jlc->ikc", r, r, x)), 1e-12);
        Assertions.Close(Of(x), Of(einsum("ij,kl,jlc->ikc", -r, -r, einsum("ji,lk,jlc->ikc", r, r, x))), 1e-12);
        Assert.True(Of(x).abs().max().item<double>() > 0.1);

        Tensor Of(Tensor matrix) => module.forward(matrix.reshape(1, -1)).reshape(3, 3);
    }

    [Fact]
    public void MistakesAreExplained()
    {
        DiagramLinearModule module = DiagramLinearModule.Create("S(n): 2xV^2", "S(n): 2xV");
        Assert.Contains("leaves 1 open", Assert.Throws<ArgumentException>(() => module.forward(randn(1, 8))).Message, StringComparison.Ordinal);
        Assert.Contains("with n = 3 has 18 numbers", Assert.Throws<ArgumentException>(() => module.forward(randn(1, 8), [3])).Message, StringComparison.Ordinal);
        Assert.Contains("must be 1 or more", Assert.Throws<ArgumentException>(() => module.forward(randn(1, 0), [0])).Message, StringComparison.Ordinal);
    }
}
