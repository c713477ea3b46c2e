using System;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Harmonics;

/// <summary>Spherical harmonics as modules.</summary>
public sealed class SphericalHarmonicsModuleTests
{
    [Theory]
    [InlineData("0e + 1o + 2e + 3o + 4e", HarmonicsNormalization.Component, true)]
    [InlineData("0e + 1o + 2e + 3o + 4e", HarmonicsNormalization.Integral, false)]
    [InlineData("2x1o + 0e + 3x2e + 1o", HarmonicsNormalization.Norm, true)]
    [InlineData("1e + 2e + 12e", HarmonicsNormalization.Norm, false)]
    public void KernelsAgreeWithOperators(string output, HarmonicsNormalization normalization, bool normalize)
    {
        using DisposeScope scope = NewDisposeScope();
        SphericalHarmonicsModule module = SphericalHarmonicsModule.Create(output, normalization, normalize);
        Tensor vectors = TestDevice.Normal(1, 7, 3);
        Agreement.Check(v => module.call(v[0]), [vectors], 1e-11);
        Assertions.Derivatives(v => module.call(v[0]), [vectors / vectors.norm(-1, true, 2)], 1e-4, orders: 3);
    }

    [Fact]
    public void GeneratedModulesAgreeWithTheirOperators()
    {
        using DisposeScope scope = NewDisposeScope();
        using Embed embed = new();
        using Solid solid = new();
        Agreement.Check(v => embed.call(v[0]).Tensor, [TestDevice.Normal(1, 7, 3)]);
        Agreement.Check(v => solid.call(v[0]).Tensor, [TestDevice.Normal(1, 7, 3)]);
        Assert.Equal([2, 4, Direction.Dim], embed.call(TestDevice.Normal(1, 2, 4, 3)).Tensor.shape);
    }

    [Fact]
    public void NoDirectionHasFiniteDerivatives()
    {
        using DisposeScope scope = NewDisposeScope();
        using Embed embed = new();
        Tensor zero = zeros(1, 3, dtype: ScalarType.Float64, device: TestDevice.Current).requires_grad_();
        Tensor gradient = autograd.grad([embed.call(zero).Tensor.sum()], [zero])[0];
        Assert.True(gradient.isfinite().all().item<bool>());
    }

    [Fact]
    public void VectorsHaveThreeNumbers()
    {
        using Embed embed = new();
        Assert.Contains("[2, 4]", Assert.Throws<ArgumentException>(() => embed.call(TestDevice.Normal(1, 2, 4))).Message, StringComparison.Ordinal);
    }
}
