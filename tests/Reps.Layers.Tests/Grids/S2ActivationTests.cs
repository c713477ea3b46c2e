using System;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Grids;

/// <summary>Functions of signals on the sphere.</summary>
public sealed class S2ActivationTests
{
    [Fact]
    public void ValuesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Layers("s2_activation");
        S2Activation activation = new(Irreps.Parse("0e + 1o + 2e"), ScalarActivation.Tanh, 40);
        Assertions.Close(golden.GetProperty("out").Values(), activation.forward(golden.GetProperty("x").Values()), 1e-10);
        golden = E3nnReference.Golden("s2_activation");
        activation = new(Irreps.Parse("0e + 1o + 2e"), ScalarActivation.Tanh, 8);
        Assertions.Close(golden.GetProperty("out").Values(), activation.forward(golden.GetProperty("x").Values()), 1e-10);
    }

    [Theory]
    [InlineData("0e + 1o + 2e", "tanh", "1x0e+1x1o+1x2e")]
    [InlineData("0e + 1e + 2e", "relu", "1x0e+1x1e+1x2e")]
    [InlineData("0o + 1e + 2o", "tanh", "1x0o+1x1e+1x2o")]
    [InlineData("0o + 1o + 2o", "tanh", "1x0o+1x1o+1x2o")]
    [InlineData("0o + 1e + 2o", "abs", "1x0e+1x1o+1x2e")]
    [InlineData("0o + 1o + 2o", "square", "1x0e+1x1e+1x2e")]
    [InlineData("SO(3): 0 + 1", "relu", "1x0+1x1")]
    public void ParitiesFollowFromThoseOfTheSignalAndOfTheFunction(string input, string function, string output)
    {
        S2Activation activation = new(Signature.Parse(input).Irreps, ScalarActivation.Parse(function), 10);
        Assert.Equal(output, activation.Output.ToString());
    }

    [Theory]
    [InlineData("0o + 1e", "relu", "neither even nor odd")]
    [InlineData("0e + 2x1o", "tanh", "no signal on the sphere")]
    [InlineData("0e + 1o + 2o", "tanh", "no signal on the sphere")]
    [InlineData("1o + 2e", "tanh", "no signal on the sphere")]
    public void WhatIsNoSignalIsRefused(string input, string function, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<ArgumentException>(() => new S2Activation(Irreps.Parse(input), ScalarActivation.Parse(function), 10)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("0e + 1o + 2e")]
    [InlineData("0o + 1o + 2o")]
    public void SquaresCommuteWithTheGroupExactly(string signature)
    {
        using DisposeScope scope = NewDisposeScope();
        // Degree 4 from degree 2: a grid for degree 4 and its product with harmonics of degree 4 is exact.
        S2Activation activation = new(Irreps.Parse(signature), ScalarActivation.Square, 10, lmaxOut: 4);
        Assert.Equal(4, activation.Output.Lmax);
        Equivariance.Check(activation.Input, activation.Output, activation.forward);
    }

    [Theory]
    [InlineData(10, 0.5)]
    [InlineData(20, 0.03)]
    [InlineData(40, 1e-4)]
    [InlineData(80, 2e-9)]
    [InlineData(160, 1e-13)]
    public void OtherFunctionsCommuteToWhatTheGridResolves(int resolution, double bound)
    {
        using DisposeScope scope = NewDisposeScope();
        // The tangent function has poles, so the error falls geometrically; measured, with about twice that as the bound.
        S2Activation activation = new(Irreps.SphericalHarmonics(3), ScalarActivation.Tanh, resolution);
        Assert.InRange(Error(activation), 0, bound);
    }

    [Fact]
    public void ARandomlyTurnedGridIsTheGridOfATurnedSignal()
    {
        using DisposeScope scope = NewDisposeScope();
        Irreps irreps = Irreps.SphericalHarmonics(2);
        S2Activation still = new(irreps, ScalarActivation.Relu, 6);
        S2Activation turned = new(irreps, ScalarActivation.Relu, 6, randomRotation: true);
        Tensor x = TestDevice.Normal(1, 4, irreps.Dim);
        manual_seed(5);
        Tensor matrix = O3.DFromMatrix(irreps, O3.RandomMatrix(dtype: x.dtype, device: x.device));
        manual_seed(5);
        Assertions.Close(still.forward(x.matmul(matrix.transpose(0, 1))).matmul(matrix), turned.forward(x), 1e-13);
        Assert.True((turned.forward(x) - turned.forward(x)).abs().max().item<double>() > 1e-3);
    }

    [Fact]
    public void DerivativesAreRight()
    {
        using DisposeScope scope = NewDisposeScope();
        S2Activation activation = new(Irreps.SphericalHarmonics(2), ScalarActivation.Tanh, 10, lmaxOut: 3);
        Assertions.Derivatives(x => activation.forward(x[0]), [TestDevice.Normal(2, 3, 9)], 1e-6);
    }

    private static double Error(S2Activation activation)
    {
        Tensor x = TestDevice.Normal(3, 5, activation.Input.Dim);
        OrthogonalTransform g = new(Rotation.Random(new Random(5)), true);
        Tensor expected = IrrepsLayout.Transform(activation.Output, g, activation.forward(x));
        return (expected - activation.forward(IrrepsLayout.Transform(activation.Input, g, x))).abs().max().item<double>();
    }
}
