using System;
using System.Linq;
using Reps.Algebra;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Diagrams;

[Rep("S(n): 2xV^2 + 3xV")]
internal readonly partial struct Pairs;

[Rep("S(n): 3xV^2 + 2xV^0")]
internal readonly partial struct Readout;

[Rep("S(n)×O(3): 2xV^(1,1) + V^(0,2)")]
internal readonly partial struct Cloud;

[DiagramLinear<Pairs, Readout>]
internal sealed partial class Summarize;

[DiagramLinear<Readout, Pairs>]
internal sealed partial class Expand;

[DiagramStack<Summarize, Expand>]
internal sealed partial class MixPairs;

[DiagramLinear<Cloud, Cloud>]
internal sealed partial class MixClouds;

/// <summary>Generated diagram layers as modules of typed features.</summary>
public sealed class TypedDiagramTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void AGeneratedLayerIsTheRunTimeLayerOfItsSignatures(int n)
    {
        using DisposeScope scope = NewDisposeScope();
        Summarize layer = new(biases: true);
        layer.to(ScalarType.Float64);
        layer.to(TestDevice.Current);
        using (no_grad()) layer.Bias!.copy_(TestDevice.Normal(3, layer.Bias.shape));
        DiagramLinearModule other = DiagramLinearModule.Create(Pairs.Signature, Readout.Signature, biases: true);
        other.to(ScalarType.Float64);
        other.to(TestDevice.Current);
        other.load_state_dict(layer.state_dict());
        Tensor x = TestDevice.Normal(1, 2, 3, Pairs.Dim(n));
        Tensor y = layer.forward(new PowersFeature<Pairs>(x, n)).Tensor;
        Assert.Equal([2, 3, Readout.Dim(n)], y.shape);
        Assertions.Close(other.forward(x, [n]), y, 1e-12);
        Agreement.Check(a => layer.forward(new PowersFeature<Pairs>(a[0].reshape(-1, Pairs.Dim(n)), n)).Tensor, [x.reshape(-1, Pairs.Dim(n))]);
        Assertions.Derivatives(a => layer.forward(new PowersFeature<Pairs>(a[0], n)).Tensor, [TestDevice.Normal(2, 2, Pairs.Dim(n))], orders: 2);
    }

    [Fact]
    public void GroupElementsCommuteWithTheLayer()
    {
        using DisposeScope scope = NewDisposeScope();
        MixClouds layer = new();
        layer.to(ScalarType.Float64);
        layer.to(TestDevice.Current);
        const int n = 5;
        PowersFeature<Cloud> x = new(TestDevice.Normal(1, 2, Cloud.Dim(n)), n);
        Tensor order = eye(n, dtype: ScalarType.Float64, device: TestDevice.Current).index_select(0, randperm(n, device: TestDevice.Current));
        Tensor reflection = -tensor(Rotation.Random(new Random(3)).ToMatrix()).reshape(3, 3).to(TestDevice.Current);
        PowersFeature<Cloud> turned = x.Transform(order, reflection);
        Assert.True((turned.Tensor - x.Tensor).abs().max().item<double>() > 0.1);
        Assertions.Close(layer.forward(x).Transform(order, reflection).Tensor, layer.forward(turned).Tensor, 1e-12);
        // The first term by its indices: [nodes, components, channels].
        Assertions.Close(einsum("ab,ij,zbjc->zaic", order, reflection, x.Term(0)), turned.Term(0), 1e-12);
        Assertions.Close(einsum("ij,kl,zjlc->zikc", reflection, reflection, x.Term(1)), turned.Term(1), 1e-12);
    }

    [Fact]
    public void TermsGoInAndComeOut()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor matrices = randn(2, 4, 4, 2), vectors = randn(2, 4, 3);
        PowersFeature<Pairs> x = PowersFeature<Pairs>.FromTerms(matrices, vectors);
        Assert.Equal([4], x.Sizes);
        Assert.True(matrices.eq(x.Term(0)).all().item<bool>());
        Assert.True(vectors.eq(x.Term(1)).all().item<bool>());
        Assert.True((x + x - (2 * x)).Tensor.abs().max().item<float>() < 1e-6);
    }

    [Fact]
    public void FunctionsOfSingleNumbersCommuteWithPermutationsAlone()
    {
        using DisposeScope scope = NewDisposeScope();
        PowersFeature<Pairs> x = PowersFeature<Pairs>.Normal([2], [4]);
        Tensor order = eye(4).index_select(0, randperm(4));
        Assertions.Close(x.Map(static t => t.relu()).Multiply(x).Transform(order).Tensor, x.Transform(order).Map(static t => t.relu()).Multiply(x.Transform(order)).Tensor, 1e-6);
        PowersFeature<Cloud> cloud = PowersFeature<Cloud>.Normal([2], [4]);
        Assert.Contains("does not commute with O(3)", Assert.Throws<InvalidOperationException>(() => cloud.Map(static t => t.relu())).Message, StringComparison.Ordinal);
        Assert.Contains("does not commute with O(3)", Assert.Throws<InvalidOperationException>(() => cloud.Multiply(cloud)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsHaveTheNamesOfTheirDiagrams()
    {
        using DisposeScope scope = NewDisposeScope();
        Summarize layer = new();
        string[] names = [.. layer.Plan.Paths.Select(DiagramPlan.NameOf)];
        Assert.Equal(names.Length, names.Distinct().Count());
        using (no_grad())
        {
            layer.Weight!.zero_();
            // The trace of the first matrix, to the second invariant.
            layer.WeightOf("0→1 D{i0,i1}")[0, 1] = tensor(1.0f);
        }
        PowersFeature<Pairs> x = PowersFeature<Pairs>.Normal([1], [3]);
        Tensor y = layer.forward(x).Term(1);
        Assert.Equal(0, y[0, 0].item<float>());
        Assert.Equal(einsum("ii->", x.Term(0)[0, .., .., 0]).item<float>(), y[0, 1].item<float>(), 1e-5f);
        Assert.Contains("No diagram has the name 'trace'", Assert.Throws<ArgumentException>(() => layer.WeightOf("trace")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ModulesWithNothingBetweenThemCollapse()
    {
        using DisposeScope scope = NewDisposeScope();
        Summarize first = new(biases: true);
        DiagramLinearModule second = DiagramLinearModule.Create(Readout.Signature, Pairs.Signature, biases: true);
        using (no_grad())
        {
            first.Bias!.copy_(randn(first.Bias.shape));
            second.Bias!.copy_(randn(second.Bias.shape));
        }
        foreach (torch.nn.Module module in new torch.nn.Module[] { first, second }) module.to(ScalarType.Float64).to(TestDevice.Current);
        DiagramLinearModule both = DiagramLinearModule.Collapse(second, first, 4);
        Tensor x = TestDevice.Normal(1, 3, Pairs.Dim(4));
        Assertions.Close(second.forward(first.forward(new PowersFeature<Pairs>(x, 4)).Tensor, [4]), both.forward(x, [4]), 1e-10);
        // A generated module of these signatures is the same layer.
        MixPairs generated = new(biases: true);
        generated.to(ScalarType.Float64).to(TestDevice.Current);
        generated.load_state_dict(both.state_dict());
        Assertions.Close(both.forward(x, [4]), generated.forward(new PowersFeature<Pairs>(x, 4)).Tensor, 1e-12);
    }

    [Fact]
    public void MistakesAreExplained()
    {
        Assert.Contains("with n = 3 has 27 numbers", Message(() => new PowersFeature<Pairs>(randn(1, 8), 3)), StringComparison.Ordinal);
        Assert.Contains("leaves 1 open", Message(() => new PowersFeature<Pairs>(randn(1, 8))), StringComparison.Ordinal);
        Assert.Contains("holds Int64", Message(() => new PowersFeature<Pairs>(zeros(1, 27, dtype: ScalarType.Int64), 3)), StringComparison.Ordinal);
        Assert.Contains("has 2 terms", Message(() => PowersFeature<Pairs>.FromTerms(randn(1, 3, 3, 2))), StringComparison.Ordinal);
        Assert.Contains("expected [1, 3, 3]", Message(() => PowersFeature<Pairs>.FromTerms(randn(1, 3, 3, 2), randn(1, 4, 3))), StringComparison.Ordinal);
        Assert.Contains("one matrix [n, n]", Message(() => new PowersFeature<Pairs>(randn(1, 27), 3).Transform(eye(2))), StringComparison.Ordinal);
        Assert.Contains(
            "n = 2, the other 1",
            Message(() => _ = new PowersFeature<Pairs>(randn(1, Pairs.Dim(2)), 2) + new PowersFeature<Pairs>(randn(1, Pairs.Dim(1)), 1)),
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PowersFeature<Pairs>(randn(1, 27), 3).Term(2));
    }

    private static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
