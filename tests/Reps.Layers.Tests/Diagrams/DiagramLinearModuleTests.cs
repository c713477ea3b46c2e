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
    [InlineData("Aut(petersen): 2xV", "Aut(petersen): 3xV^2")]
    [InlineData("D(4): 2xV^2 + 3xV + V^0", "D(4): 2xV^2 + 2xV^0")]
    [InlineData("C(3)×B(1): 2xV^(1,1)", "C(3)×B(1): 3xV^(1,2)")]
    [InlineData("Aut(0-1 1-2 2-3 3-4 1-5 2-5): 2xV", "Aut(0-1 1-2 2-3 3-4 1-5 2-5): 3xV")]
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
            Tensor gradient = autograd.grad([(result * result).sum()], [y], retain_graph: true, create_graph: true)[0];
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
    public void ManyRowsAreGatheredInParts()
    {
        using DisposeScope scope = NewDisposeScope();
        // The largest class of lists has 96 · 256 pairs; 64 rows of them in 4 channels are more than are gathered at once.
        DiagramLinearModule module = DiagramLinearModule.Create("Aut(hypercube(4)): 4xV^2", "Aut(hypercube(4)): V^2");
        module.to(TestDevice.Current);
        Tensor x = TestDevice.Normal(1, 64, 16 * 16 * 4).to(ScalarType.Float32);
        Tensor kernels = module.forward(x);
        using IDisposable only = Layers.Execution.TensorKernel.OperatorsOnly();
        Assertions.Close(module.forward(x), kernels, 1e-3);
    }

    [Fact]
    public void FirstWeightsKeepTheSizeOfFeatures()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(4);
        DiagramLinearModule module = DiagramLinearModule.Create("Aut(petersen): 16xV^2 + 16xV", "Aut(petersen): 64xV^2");
        Tensor y = module.forward(randn(64, 1760));
        Assert.InRange(y.pow(2).mean().item<float>(), 0.8, 1.25);
    }

    [Fact]
    public void SymmetriesOfTheGraphCommuteAndOthersNeedNot()
    {
        using DisposeScope scope = NewDisposeScope();
        DiagramLinearModule module = DiagramLinearModule.Create("C(5): 3xV^2", "C(5): 4xV", biases: true);
        module.to(ScalarType.Float64);
        module.to(TestDevice.Current);
        using (no_grad()) module.Bias!.copy_(TestDevice.Normal(9, module.Bias.shape));
        Tensor x = TestDevice.Normal(1, 5, 5, 3);
        Tensor turn = tensor(new long[] { 2, 3, 4, 0, 1 }).to(TestDevice.Current), flip = tensor(new long[] { 4, 3, 2, 1, 0 }).to(TestDevice.Current);
        Assertions.Close(Of(x).index_select(0, turn), Of(x.index_select(0, turn).index_select(1, turn)), 1e-12);
        Tensor difference = Of(x).index_select(0, flip) - Of(x.index_select(0, flip).index_select(1, flip));
        Assert.True(difference.abs().max().item<double>() > 0.1);

        Tensor Of(Tensor matrix) => module.forward(matrix.reshape(1, -1)).reshape(5, 4);
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
