using System;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Grids;

/// <summary>Transforms between features and grids on SO(3) as modules.</summary>
public sealed class SO3GridModuleTests
{
    [Theory]
    [InlineData(0, 1, 2.0, GridNormalization.Component)]
    [InlineData(1, 2, 2.0, GridNormalization.Norm)]
    [InlineData(3, 4, 1.3, GridNormalization.Integral)]
    [InlineData(4, 3, 1.0, GridNormalization.Component)]
    public void SeparableTransformsAgreeWithTheTableOfMatrices(int lmax, int resolution, double aspectRatio, GridNormalization normalization)
    {
        using DisposeScope scope = NewDisposeScope();
        SO3Grid grid = new(lmax, resolution, normalization, aspectRatio);
        SO3GridModule module = new(lmax, resolution, normalization, aspectRatio);
        Assert.Equal(grid.Irreps, module.Irreps);
        Tensor x = TestDevice.Normal(1, 2, grid.Dim);
        double[] values = new double[2 * grid.Points];
        grid.ToGrid(Numbers(x), values);
        long[] shape = [2, grid.ResAlpha, grid.ResBeta, grid.ResAlpha];
        Assertions.Close(Of(values, shape), module.ToGrid(x), 1e-13);
        Assertions.Close(Of(values, shape), module.ToGrid(x.to(ScalarType.Float32)), 1e-5);
        Tensor random = TestDevice.Normal(2, shape);
        double[] features = new double[2 * grid.Dim];
        grid.FromGrid(Numbers(random), features);
        Assertions.Close(Of(features, [2, grid.Dim]), module.FromGrid(random), 1e-13);
        Assert.Equal([3, 0, grid.Dim], module.FromGrid(module.ToGrid(x[0].expand(3, 0, grid.Dim))).shape);
    }

    [Fact]
    public void FeaturesReturnFromTheGrid()
    {
        using DisposeScope scope = NewDisposeScope();
        SO3GridModule module = new(3, 4);
        Tensor x = TestDevice.Normal(3, 2, 2, module.Irreps.Dim);
        Assertions.Close(x, module.FromGrid(module.ToGrid(x)), 1e-13);
        Assert.Contains("the grid is [16, 8, 16]", Assert.Throws<ArgumentException>(() => module.FromGrid(zeros(16, 8, 8))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ActivationIsThatOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Golden("so3_activation");
        SO3Activation activation = new(1, 1, ScalarActivation.Tanh, 3);
        Tensor x = E3nnReference.Features(activation.Input, golden.GetProperty("x"));
        Assertions.Close(E3nnReference.Features(activation.Output, golden.GetProperty("out")), activation.forward(x), 1e-10);
    }

    [Fact]
    public void ActivationCommutesWithRotationsWhereTheGridResolvesTheFunction()
    {
        using DisposeScope scope = NewDisposeScope();
        // The square of degree 2 has degree 4: exact with a resolution above it.
        Equivariance.Check(new SO3Activation(2, 2, ScalarActivation.Square, 5).Input, new SO3Activation(2, 4, ScalarActivation.Square, 5).Output,
            new SO3Activation(2, 4, ScalarActivation.Square, 5).forward);
    }

    [Fact]
    public void DerivativesAreRight()
    {
        using DisposeScope scope = NewDisposeScope();
        SO3Activation activation = new(1, 2, ScalarActivation.Tanh, 3);
        Assertions.Derivatives(x => activation.forward(x[0]), [TestDevice.Normal(4, 2, activation.Input.Dim)], 1e-6);
    }

    private static double[] Numbers(Tensor tensor) => tensor.cpu().contiguous().data<double>().ToArray();

    private static Tensor Of(double[] numbers, long[] shape) => tensor(numbers, ScalarType.Float64).reshape(shape).to(TestDevice.Current);
}
