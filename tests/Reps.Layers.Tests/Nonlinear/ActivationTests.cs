using System;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Nonlinear;

[Rep("4x0e + 3x0o + 2x1o")]
public readonly partial struct ActivationInput;

[Rep("4x0e + 3x0e + 2x1o")]
public readonly partial struct ActivationOutput;

/// <summary>Functions of scalars with the rules of parity.</summary>
public sealed class ActivationTests
{
    [Fact]
    public void ScalarsGoThroughTheirFunctions()
    {
        using DisposeScope scope = NewDisposeScope();
        Activation activation = Activation.Create("4x0e + 3x0o + 2x1o", [ScalarActivation.Silu, ScalarActivation.Abs, null]);
        Assert.Equal("4x0e+3x0e+2x1o", activation.Output.ToString());
        Tensor x = TestDevice.Normal(1, 5, 13);
        Tensor y = activation.forward(x);
        Assertions.Close(x.narrow(-1, 0, 4).silu() * 1.6791767923989418, y.narrow(-1, 0, 4), 1e-15);
        Assertions.Close(x.narrow(-1, 4, 3).abs() * 1.001110600838467, y.narrow(-1, 4, 3), 1e-15);
        Assertions.Close(x.narrow(-1, 7, 6), y.narrow(-1, 7, 6), 0);
        Equivariance.Check(activation.Input, activation.Output, activation.forward);
        Assertions.Derivatives(z => activation.forward(z[0]), [x]);
    }

    [Fact]
    public void ExactConstantsAreAnOption()
    {
        using DisposeScope scope = NewDisposeScope();
        Activation activation = Activation.Create("2x0e", [ScalarActivation.Abs], MomentSource.Exact);
        Tensor x = TestDevice.Normal(1, 5, 2);
        Assertions.Close(x.abs(), activation.forward(x), 0);
        Activation nothing = Activation.Create("2x0e + 1o", [null, null]);
        Tensor z = TestDevice.Normal(1, 5, 5);
        Assertions.Close(z, nothing.forward(z), 0);
    }

    [Fact]
    public void TypedFeaturesKeepTheirTypes()
    {
        using DisposeScope scope = NewDisposeScope();
        Activation<ActivationInput, ActivationOutput> typed = new([ScalarActivation.Silu, ScalarActivation.Abs, null]);
        Activation plain = Activation.Create(ActivationInput.Signature, [ScalarActivation.Silu, ScalarActivation.Abs, null]);
        Feature<ActivationInput> x = new(TestDevice.Normal(1, 5, 13));
        Assertions.Close(plain.forward(x.Tensor), typed.forward(x).Tensor, 0);
        string message = Assert.Throws<ArgumentException>(() => new Activation<ActivationInput, ActivationInput>([null, ScalarActivation.Abs, null])).Message;
        Assert.Contains("[Rep(\"O(3): 4x0e+3x0e+2x1o\")]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotEquivariantIsRefused()
    {
        Refused("2x1o", [ScalarActivation.Silu], "cannot act on 1o");
        Refused("2x0o", [ScalarActivation.Silu], "neither even nor odd");
        Refused("2x0e", [], "There are 0 functions, but '2x0e' has 1 entries");
        Assert.Throws<SignatureException>(() => Activation.Create("2x0p", [null]));
        Activation activation = Activation.Create("2x0e", [ScalarActivation.Silu]);
        Assert.Contains("[5, 3]", Assert.Throws<ArgumentException>(() => activation.forward(TestDevice.Normal(1, 5, 3))).Message, StringComparison.Ordinal);
    }

    private static void Refused(string input, ActivationFunction?[] functions, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => Activation.Create(input, functions)).Message, StringComparison.Ordinal);
}
