using System;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Nonlinear;

[Rep("4x0o + 14x0e + 4x1o + 2x2e")]
public readonly partial struct GateInput;

[Rep("8x0e + 4x0o + 4x1o + 2x2e")]
public readonly partial struct GateOutput;

/// <summary>Gates: e3nn's values, the order of the input, parities, derivatives, refusals.</summary>
public sealed class GateTests
{
    private static readonly ActivationFunction s_silu = ScalarActivation.Silu;
    private static readonly ActivationFunction s_tanh = ScalarActivation.Tanh;
    private static readonly ActivationFunction s_sigmoid = ScalarActivation.Sigmoid;

    [Fact]
    public void ValuesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement layer = E3nnReference.Layers("gate");
        Gate gate = Gate.Create("4x0e + 2x0o", [s_silu, s_tanh], "5x0e", [s_sigmoid], "3x1o + 2x2e");
        Assert.Equal(layer.GetProperty("irreps_in").GetString(), gate.Input.ToString());
        Assert.Equal(layer.GetProperty("irreps_out").GetString(), gate.Output.ToString());
        Tensor output = gate.forward(E3nnReference.Features(gate.Input, layer.GetProperty("x")));
        Assertions.Close(E3nnReference.Features(gate.Output, layer.GetProperty("out")), output, 1e-12);
    }

    [Fact]
    public void OddGatesChangeParities()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Golden("gate");
        Gate gate = Gate.Create("3x0e + 2x0o", [s_silu, s_tanh], "2x0e + 1x0o", [s_sigmoid, s_tanh], "2x1o + 1x2e");
        Assert.Equal(golden.GetProperty("irreps_in").GetString(), gate.Input.ToString());
        Assert.Equal(golden.GetProperty("irreps_out").GetString(), gate.Output.ToString());
        Tensor output = gate.forward(E3nnReference.Features(gate.Input, golden.GetProperty("inputs")[0]));
        Assertions.Close(E3nnReference.Features(gate.Output, golden.GetProperty("out")), output, 1e-12);
        Equivariance.Check(gate.Input, gate.Output, gate.forward);
    }

    [Theory]
    [InlineData("8x0e + 4x0o", "6x0e", "4x1o + 2x2e", "4x0o+14x0e+4x1o+2x2e", "8x0e+4x0o+4x1o+2x2e")]
    [InlineData("16x0o", "32x0o", "16x1e + 16x1o", "48x0o+16x1o+16x1e", "16x0o+16x1o+16x1e")]
    [InlineData("", "3x0e + 3x0o", "4x1o + 1x2e + 1x1o", "3x0o+3x0e+5x1o+1x2e", "3x1o+1x1e+1x2o+1x1e")]
    [InlineData("2x0e", "3x0e", "3x0e", "8x0e", "2x0e+3x0e")]
    [InlineData("2x0e + 3x0e", "", "", "5x0e", "2x0e+3x0e")]
    [InlineData("SO(3): 4x0", "SO(3): 3x0", "SO(3): 2x1 + 1x2", "7x0+2x1+1x2", "4x0+2x1+1x2")]
    public void InputsAreSortedAndOutputsAreNot(string scalars, string gates, string gated, string input, string output)
    {
        using DisposeScope scope = NewDisposeScope();
        Gate gate = Gate.Create(scalars, Functions(scalars), gates, Functions(gates), gated);
        Assert.Equal(input, gate.Input.ToString());
        Assert.Equal(output, gate.Output.ToString());
        Equivariance.Check(gate.Input, gate.Output, gate.forward);
        Assertions.Derivatives(x => gate.forward(x[0]), [TestDevice.Normal(1, 3, gate.Input.Dim)]);
        Assert.Equal([2, 3, gate.Output.Dim], gate.forward(TestDevice.Normal(1, 2, 3, gate.Input.Dim)).shape);
    }

    [Fact]
    public void MergedChannelsFindTheirGates()
    {
        using DisposeScope scope = NewDisposeScope();
        // 2x1o and 1x1o are one segment of the input; the second has the last gate.
        Gate gate = Gate.Create("", [], "4x0e", [null], "2x1o + 1x2e + 1x1o");
        Assert.Equal("4x0e+3x1o+1x2e", gate.Input.ToString());
        Tensor x = TestDevice.Normal(1, 5, gate.Input.Dim);
        Tensor y = gate.forward(x);
        Tensor last = IrrepsLayout.Segment(gate.Input, 1, x).narrow(-1, 2, 1) * x.narrow(-1, 3, 1).unsqueeze(-1);
        Assertions.Close(last, IrrepsLayout.Segment(gate.Output, 2, y), 1e-15);
    }

    [Fact]
    public void TypedGatesFollowFromTheirOutput()
    {
        using DisposeScope scope = NewDisposeScope();
        Gate<GateInput, GateOutput> typed = new();
        Gate plain = Gate.Create("8x0e + 4x0o", [s_silu, s_tanh], "6x0e", [s_sigmoid], "4x1o + 2x2e");
        Feature<GateInput> x = new(TestDevice.Normal(1, 5, GateInput.Dim));
        Assertions.Close(plain.forward(x.Tensor), typed.forward(x).Tensor, 0);
        Assertions.Close(plain.forward(x.Tensor), new Gate<GateInput, GateOutput>(plain).forward(x).Tensor, 0);
        string message = Assert.Throws<ArgumentException>(() => new Gate<GateOutput, GateOutput>()).Message;
        Assert.Contains("declare it as [Rep(\"O(3): 4x0o+14x0e+4x1o+2x2e\")]", message, StringComparison.Ordinal);
        Assert.Contains("GateOutput", message, StringComparison.Ordinal);
        Assert.Contains("scalars after other irreps", Assert.Throws<ArgumentException>(() => Gate.For(Irreps.Parse("1o + 0e"))).Message, StringComparison.Ordinal);
        Assert.Contains("no odd function", Assert.Throws<ArgumentException>(() => Gate.For(Irreps.Parse("0o"), odd: s_silu)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongGatesAreRefused()
    {
        Refused("2x1o", "", "", "'scalars' has 2x1o");
        Refused("", "2x1o", "2x1o", "'gates' has 2x1o");
        Refused("2x0e", "2x0e", "3x1o", "2 gates (2x0e) for the 3 irreps of 3x1o");
        Refused("2x0e", "SO(3): 2x0", "SO(3): 2x1", "must be of one group");
        Gate gate = Gate.Create("2x0e", [s_silu], "1x0e", [s_sigmoid], "1o");
        Assert.Contains("[4, 5]", Assert.Throws<ArgumentException>(() => gate.forward(TestDevice.Normal(1, 4, 5))).Message, StringComparison.Ordinal);
    }

    private static void Refused(string scalars, string gates, string gated, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<ArgumentException>(() => Gate.Create(scalars, Functions(scalars), gates, Functions(gates), gated)).Message,
            StringComparison.Ordinal
        );

    private static ActivationFunction?[] Functions(string signature) =>
        string.IsNullOrEmpty(signature) ? [] : [.. Signature.Parse(signature).Irreps.Select(entry => entry.Irrep.Parity > 0 ? s_sigmoid : s_tanh)];
}
