using System;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Grids;

/// <summary>Transforms between coefficients and grids on the sphere as modules.</summary>
public sealed class S2GridModuleTests
{
    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(3, 8, 7)]
    [InlineData(3, 10, 12)]
    [InlineData(5, 12, 4)]
    [InlineData(8, 30, 101)]
    public void ModulesAgreeWithTheTransformsWithoutTorch(int lmax, int resBeta, int resAlpha)
    {
        using DisposeScope scope = NewDisposeScope();
        S2Grid grid = S2Grid.Soft(resBeta, resAlpha);
        S2Synthesis synthesis = grid.Synthesis(lmax);
        S2Analysis analysis = grid.Analysis(lmax, GridNormalization.Norm, lmax + 2);
        Tensor x = TestDevice.Normal(1, 4, synthesis.Dim);
        Tensor values = TestDevice.Normal(2, 4, resBeta, resAlpha);
        double[] expectedValues = new double[values.numel()];
        double[] expectedCoefficients = new double[x.numel()];
        synthesis.Forward(Numbers(x), expectedValues);
        analysis.Forward(Numbers(values), expectedCoefficients);
        foreach (bool fourier in resAlpha > 2 * lmax ? new[] { false, true } : [false])
        {
            ToS2GridModule to = new(synthesis, fourier);
            FromS2GridModule from = new(analysis, fourier);
            Assert.Equal(fourier, to.Fourier);
            Assertions.Close(Of(expectedValues, values.shape), to.forward(x), 1e-13, $"to, {fourier}");
            Assertions.Close(Of(expectedCoefficients, x.shape), from.forward(values), 1e-13, $"from, {fourier}");
            Assertions.Close(to.forward(x), to.forward(x.to(ScalarType.Float32)), 1e-5);
            Assertions.Close(from.forward(values), from.forward(values.to(ScalarType.Float32)), 1e-5);
        }
    }

    [Theory]
    [InlineData(GridNormalization.Component, 7)]
    [InlineData(GridNormalization.Norm, 8)]
    [InlineData(GridNormalization.Integral, 31)]
    public void SignalsReturnFromTheGrid(GridNormalization normalization, int resAlpha)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Normal(3, 2, 5, 16);
        foreach (S2Grid grid in new[] { S2Grid.Soft(8, resAlpha), S2Grid.GaussLegendre(4, resAlpha) })
        foreach (bool fourier in new[] { false, true })
        {
            ToS2GridModule to = new(grid.Synthesis(3, normalization), fourier);
            FromS2GridModule from = new(grid.Analysis(3, normalization), fourier);
            Tensor values = to.forward(x);
            Assert.Equal([2, 5, grid.ResBeta, resAlpha], values.shape);
            Assertions.Close(x, from.forward(values), 1e-13);
            Assert.Equal([0, 16], from.forward(to.forward(x[0][..0])).shape);
        }
    }

    [Fact]
    public void TablesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Golden("s2_activation");
        ToS2GridModule to = ToS2GridModule.Create(2, 8);
        Tensor basis = eye(9, dtype: ScalarType.Float64, device: TestDevice.Current);
        Tensor azimuthal = golden.GetProperty("sha").Values();
        Assertions.Close(einsum("mbi,am->iba", golden.GetProperty("shb_to").Values(), azimuthal), to.forward(basis), 1e-10);
        FromS2GridModule from = FromS2GridModule.Create(8, null, 2);
        Tensor points = eye(56, dtype: ScalarType.Float64, device: TestDevice.Current).reshape(56, 8, 7);
        Assertions.Close(einsum("mbi,am->bai", golden.GetProperty("shb_from").Values(), azimuthal).reshape(56, 9), from.forward(points), 1e-10);
        Assert.Equal((7, 2), (from.Analysis.Grid.ResAlpha, from.Analysis.Lmax));
        Tensor grid = to.Points(ScalarType.Float64, TestDevice.Current);
        SphericalHarmonicsModule harmonics = SphericalHarmonicsModule.Create("0e+1o+2e", HarmonicsNormalization.Integral);
        ToS2GridModule integral = ToS2GridModule.Create(2, 8, null, GridNormalization.Integral);
        Assertions.Close(harmonics.forward(grid), integral.forward(basis).permute(1, 2, 0), 1e-13);
    }

    [Fact]
    public void FactorsOfDegreesCanBeGiven()
    {
        using DisposeScope scope = NewDisposeScope();
        S2Grid grid = S2Grid.Soft(6, 5);
        ToS2GridModule given = new(grid.Synthesis(2, [2.0, -1.0, 0.5]));
        ToS2GridModule plain = new(grid.Synthesis(2, GridNormalization.Integral));
        Tensor x = TestDevice.Normal(4, 3, 9);
        Tensor factors = cat([full(1, 2.0), full(3, -1.0), full(5, 0.5)]).to(x.dtype).to(x.device);
        Assertions.Close(plain.forward(x * factors), given.forward(x), 1e-13);
    }

    [Fact]
    public void DerivativesAreRight()
    {
        using DisposeScope scope = NewDisposeScope();
        S2Grid grid = S2Grid.Soft(8, 9);
        foreach (bool fourier in new[] { false, true })
        {
            ToS2GridModule to = new(grid.Synthesis(3), fourier);
            FromS2GridModule from = new(grid.Analysis(3), fourier);
            Assertions.Derivatives(x => from.forward(to.forward(x[0]).pow(3)), [TestDevice.Normal(5, 2, 16)], 1e-6, orders: 3);
        }
    }

    [Fact]
    public void SeriesOnCirclesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (int resolution in new[] { 9, 10, 17 })
        {
            (_, _, Tensor polar, Tensor azimuthal) = O3.SphericalHarmonicsS2Grid(4, 12, resolution, ScalarType.Float64, TestDevice.Current);
            Assert.Equal([12, 25], polar.shape);
            Tensor values = TestDevice.Normal(6, 2, 3, resolution);
            Assertions.Close(values.matmul(azimuthal), O3.Rfft(values, 4), 1e-13);
            Tensor coefficients = TestDevice.Normal(7, 2, 3, 9);
            Assertions.Close(coefficients.matmul(azimuthal.transpose(0, 1)), O3.Irfft(coefficients, resolution), 1e-13);
        }
        (Tensor betas, Tensor alphas) = O3.S2Grid(4, 5, ScalarType.Float64, TestDevice.Current);
        Assertions.Close(Of([Math.PI / 8, 3 * Math.PI / 8, 5 * Math.PI / 8, 7 * Math.PI / 8], [4]), betas, 1e-15);
        Assertions.Close(Of([.. Enumerable.Range(0, 5).Select(j => 2 * Math.PI * j / 5)], [5]), alphas, 1e-15);
    }

    [Fact]
    public void WrongShapesAreNamed()
    {
        using DisposeScope scope = NewDisposeScope();
        S2Grid grid = S2Grid.Soft(8, 5);
        Assert.Contains("needs 7 azimuths", Assert.Throws<ArgumentException>(() => new ToS2GridModule(grid.Synthesis(3), true)).Message, StringComparison.Ordinal);
        Assert.Contains("[2, 9]", Assert.Throws<ArgumentException>(() => new ToS2GridModule(grid.Synthesis(3)).forward(zeros(2, 9))).Message, StringComparison.Ordinal);
        Assert.Contains("8 polar angles", Assert.Throws<ArgumentException>(() => new FromS2GridModule(grid.Analysis(2)).forward(zeros(5, 8))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => O3.Rfft(zeros(2, 3), 2));
        Assert.Throws<ArgumentException>(() => O3.Irfft(zeros(2, 7), 6));
    }

    private static double[] Numbers(Tensor tensor) => tensor.cpu().contiguous().data<double>().ToArray();

    private static Tensor Of(double[] numbers, long[] shape) => tensor(numbers, ScalarType.Float64).reshape(shape).to(TestDevice.Current);
}
