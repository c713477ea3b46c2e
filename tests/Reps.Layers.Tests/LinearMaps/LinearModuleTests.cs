using System;
using System.Linq;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.LinearMaps;

/// <summary>Linear maps as modules.</summary>
public sealed class LinearModuleTests
{
    [Fact]
    public void KernelsAgreeWithOperators()
    {
        using DisposeScope scope = NewDisposeScope();
        LinearModule module = LinearModule.Create("4x0e + 3x1o + 2x2e", "5x0e + 2x1o + 2x0e + 1x2e", internalWeights: false);
        Tensor x = TestDevice.Normal(1, 5, module.Plan.Input.Dim);
        Agreement.Check(a => module.forward(a[0], a[1]), [x, TestDevice.Normal(2, module.WeightCount)]);
        Agreement.Check(a => module.forward(a[0], a[1]), [x, TestDevice.Normal(2, 5, module.WeightCount)]);
        Assertions.Derivatives(a => module.forward(a[0], a[1]), [x, TestDevice.Normal(2, module.WeightCount)], orders: 3);
        using Mix mix = new(internalWeights: false);
        Agreement.Check(a => mix.forward(new(a[0]), a[1]).Tensor, [TestDevice.Normal(1, 5, Hidden.Dim), TestDevice.Normal(2, Mix.WeightCount)]);
    }

    [Fact]
    public void BiasesAreAddedToInvariantsOnly()
    {
        using DisposeScope scope = NewDisposeScope();
        LinearModule module = LinearModule.Create("2x0e + 2x1o", "3x0e + 1x1o + 2x0e", biases: true);
        module.to(ScalarType.Float64);
        module.to(TestDevice.Current);
        Assert.Equal(5, module.Bias!.numel());
        using (no_grad()) module.Bias!.copy_(arange(1, 6, ScalarType.Float64));
        Tensor zero = zeros(1, module.Plan.Input.Dim, dtype: ScalarType.Float64, device: TestDevice.Current);
        Assert.Equal([1, 2, 3, 0, 0, 0, 4, 5], module.call(zero).cpu().data<double>().ToArray());
    }

    [Fact]
    public void LeadingDimensionsMayBeAny()
    {
        using DisposeScope scope = NewDisposeScope();
        using Mix mix = new();
        mix.to(ScalarType.Float64);
        mix.to(TestDevice.Current);
        Tensor x = TestDevice.Normal(1, 2, 3, Hidden.Dim);
        Tensor all = mix.call(new(x)).Tensor;
        Assert.Equal([2, 3, Hidden.Dim], all.shape);
        Assertions.Close(mix.call(new(x[1, 2])).Tensor, all[1, 2], 1e-14);
        Assertions.Close(mix.call(new(x[1])).Tensor, all[1], 1e-14);
    }

    [Fact]
    public void ParametersAreNamedAsInE3nn()
    {
        using Mix mix = new(biases: true);
        Assert.Equal(["bias", "weight"], mix.state_dict().Keys.Order());
        Assert.Equal(Mix.WeightCount, mix.Weight!.numel());
        using Mix without = new(internalWeights: false);
        Assert.Empty(without.state_dict());
        Assert.Contains("no weights of its own", Assert.Throws<InvalidOperationException>(() => without.call(Feature<Hidden>.Zeros([1]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ConversionsReachTheParameters()
    {
        using Mix mix = new(biases: true);
        mix.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, mix.Weight!.dtype);
        Assert.Same(mix.Weight, mix.get_parameter("weight"));
        Assert.Equal(ScalarType.Float64, mix.Bias!.dtype);
    }
}
