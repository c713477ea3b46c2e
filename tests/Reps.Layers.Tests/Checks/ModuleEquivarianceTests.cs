using System;
using System.Collections.Generic;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Checks;

/// <summary>Checks of modules find what is equivariant and what is not.</summary>
public sealed class ModuleEquivarianceTests
{
    private static readonly ModuleEquivarianceOptions s_here = new() { Device = TestDevice.Current };

    [Fact]
    public void EquivariantModulesPass()
    {
        using DisposeScope scope = NewDisposeScope();
        Gate gate = Gate.Create("4x0e", [ScalarActivation.Silu], "2x0e", [ScalarActivation.Sigmoid], "2x1o");
        ModuleEquivariance.Check(gate, [gate.Input.ToString()], gate.Output.ToString(), s_here).Require(1e-12);
        TensorProductModule product = TensorProductModule.FullyConnected("2x0e + 2x1o", "1o", "2x0e + 1o + 1e");
        product.to(TestDevice.Current);
        ModuleEquivariance.Check(product, ["2x0e + 2x1o", "1o"], "2x0e + 1o + 1e").Require(1e-5);
        product.to(ScalarType.Float64);
        ModuleEquivariance.Check(product, ["2x0e + 2x1o", "1o"], "2x0e + 1o + 1e").Require(1e-12);
        Mix mix = new();
        mix.to(ScalarType.Float64).to(TestDevice.Current);
        ModuleEquivariance.Check(mix).Require(1e-12);
        Convolve convolve = new();
        convolve.to(ScalarType.Float64).to(TestDevice.Current);
        ModuleEquivariance.Check(convolve).Require(1e-12);
        ModuleEquivariance.Check(new Embed(), s_here).Require(1e-12);
        ModuleEquivariance.Check(SphericalHarmonicsModule.Create("SO(3): 1 + 2"), ["SO(3): 1"], "SO(3): 1 + 2", s_here).Require(1e-12);
    }

    [Fact]
    public void OthersAreLocated()
    {
        EquivarianceReport report = ModuleEquivariance.Check(x => x[0].tanh(), ["2x0e + 2x1o"], "2x0e + 2x1o", s_here);
        Assert.False(report.IsWithin(1e-3));
        Assert.Equal(Irrep.O3(1, -1), report.Irrep);
        Assert.Contains("Not equivariant", Assert.Throws<InvalidOperationException>(() => report.Require(1e-3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FunctionsOfPointsAreTriedWithTranslationsAndPermutations()
    {
        string[] inputs = [ModuleEquivariance.CartesianPoints, "2x0e"];
        ModuleEquivarianceOptions options = s_here with { Rows = 6, Permutations = true };
        ModuleEquivariance.Check(Moment, inputs, "2x1o", options).Require(1e-11);
        ModuleEquivariance.Check(x => Moment(x).pow(2).sum([0], keepdim: true).sum(-1, keepdim: true), inputs, "0e", options).Require(1e-11);
        ModuleEquivariance.Check(x => x[0] + (x[0] - x[0].mean([0])) * 0.1, [ModuleEquivariance.CartesianPoints], ModuleEquivariance.CartesianPoints, options).Require(1e-11);
        // Neither of these is: the one depends on where the origin is, the other on who comes first.
        Assert.False(ModuleEquivariance.Check(x => x[0], [ModuleEquivariance.CartesianPoints], "1o", options).IsWithin(1e-3));
        Assert.False(ModuleEquivariance.Check(x => Moment(x) * (1 + x[1][..1, ..1]), inputs, "2x1o", options).IsWithin(1e-3));
        ModuleEquivariance.Check(x => Moment(x) * (1 + x[1][..1, ..1]), inputs, "2x1o", options with { Permutations = false }).Require(1e-11);
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        Norm norm = Norm.Create("1o");
        Assert.Contains("has 1 inputs", Assert.Throws<ArgumentException>(() => ModuleEquivariance.Check(norm, ["1o", "1o"], "0e")).Message, StringComparison.Ordinal);
        Assert.Contains("The output has the shape [4, 1]", Assert.Throws<ArgumentException>(() => ModuleEquivariance.Check(norm, ["1o"], "1o")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ModuleEquivariance.Check(norm, ["1o"], "SO(3): 0"));
        Assert.Throws<SignatureException>(() => ModuleEquivariance.Check(norm, ["1p"], "0e"));
    }

    // The vectors to all other points, weighted by their features: [points, component, channel].
    private static Tensor Moment(IReadOnlyList<Tensor> x)
    {
        Tensor differences = x[0].unsqueeze(0) - x[0].unsqueeze(1);
        return einsum("abi,bc->aic", differences, x[1]).flatten(-2);
    }
}
