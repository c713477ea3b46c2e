using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests;

/// <summary>
/// The decision table of kinds of representations and classes of functions, against the reference. Kinds that no signature leads to (positive and
/// general monomial matrices, rows that sum to one) are not asked for.
/// </summary>
public sealed class DecisionTableTests
{
    private const string Usings = "using Reps;\nusing TorchSharp;\nusing static TorchSharp.torch;\n";

    // Representations of the kind, and their absolute values.
    private static readonly Dictionary<string, (string Signature, string Absolute)[]> s_kinds = new()
    {
        ["Trivial"] = [("2x0e", "")],
        ["Perm"] = [("S(n): 2xV^2", ""), ("S(n): 2xV^2 + 3xV", ""), ("A(4): 2xV^2", ""), ("C(5): 2xV", ""), ("B(3): 2xV", ""), ("Aut(petersen): 2xV", "")],
        ["Signed"] = [("2x0o", "2x0e")],
        ["CompactConnectedNontrivial"] = [("SO(3): 2x2", ""), ("SO(4): 2xV", ""), ("SO(5): 2xV^2 + 3xV", "")],
    };

    private static readonly Dictionary<string, string[]> s_functions = new()
    {
        ["Linear"] = ["x * 2", "-x", "x.pow(1)"],
        ["Affine"] = ["x + 1", "2 * x - 3", "x.add(0.5)"],
        ["Odd"] = [
            "x.tanh()",
            "x.sin()",
            "x.atan()",
            "x.erf()",
            "x.asinh()",
            "nn.functional.softsign(x)",
            "nn.functional.hardtanh(x)",
            "nn.functional.softshrink(x)",
            "x.clamp(-2, 2)"
        ],
        ["Even"] = ["x.cos()", "x.cosh()"],
        ["PosHom1"] = ["x.relu()", "nn.functional.leaky_relu(x, 0.1)", "nn.functional.relu(x)"],
        ["Abs"] = ["x.abs()", "torch.abs(x)"],
        ["PosHomEven"] = ["x.pow(4)"],
        ["PosHomOdd"] = ["x.pow(3)", "x.reciprocal()"],
        ["General"] = [
            "x.sigmoid()",
            "nn.functional.softplus(x)",
            "nn.functional.gelu(x)",
            "nn.functional.silu(x)",
            "x.elu()",
            "nn.functional.selu(x)",
            "nn.functional.mish(x)",
            "nn.functional.relu6(x)",
            "nn.functional.hardswish(x)",
            "x.exp()"
        ],
    };

    public static TheoryData<string, string> Cells
    {
        get
        {
            TheoryData<string, string> cells = [];
            foreach (string kind in s_kinds.Keys)
            foreach (string function in s_functions.Keys)
                cells.Add(kind, function);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void CellIsThatOfTheReference(string kind, string function)
    {
        string verdict = Table().GetProperty(kind).GetProperty(function).GetString()!;
        foreach ((string signature, string absolute) in s_kinds[kind])
        foreach (string expression in s_functions[function])
        {
            if (verdict.StartsWith("REPS", StringComparison.Ordinal)) Assert.Equal([verdict], Report(signature, signature, expression));
            else Assert.Equal([], Report(signature, verdict == "same" ? signature : absolute, expression));
            if (verdict == "abs(rho)") Assert.Equal(["REPS3013"], Report(signature, signature, expression));
        }
    }

    [Fact]
    public void EveryColumnIsAskedFor() =>
        Assert.Equal(Table().GetProperty("Trivial").EnumerateObject().Select(p => p.Name).Order(), s_functions.Keys.Order());

    private static string[] Report(string signature, string result, string expression)
    {
        Analysis analysis = Analysis.Run(
            $"{Usings}public static class P {{ [return: Rep(\"{result}\")] public static Tensor Run([Rep(\"{signature}\")] Tensor x) => {expression}; }}"
        );
        analysis.AssertCompiles();
        return [.. analysis.Diagnostics.Select(d => d.Id)];
    }

    private static JsonElement Table() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reference", "pointwise_decision_table.json"))).RootElement
            .GetProperty("table");
}
