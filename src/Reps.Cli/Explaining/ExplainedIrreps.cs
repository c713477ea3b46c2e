using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps.Cli.Explaining;

/// <summary>A sum of irreps: its layout, and the linear maps to another one.</summary>
internal static class ExplainedIrreps
{
    /// <summary>What there is to say.</summary>
    public static Page Explain(Irreps input, Irreps output)
    {
        List<PageRow> segments = [];
        for (int n = 0; n < input.Count; n++)
            segments.Add(
                new([
                    Number(n), input[n].ToString(), $"[{input[n].Irrep.Dim}, {input[n].Mul}]", $"{input.Offsets[n]}..{input.Offsets[n] + input[n].Dim}", Kind(input[n].Irrep),
                ]));
        return new(
            Name(input),
            [
                new(
                    "Layout",
                    $"{input.Dim} components in {input.Count} segments. A feature vector is segment after segment; inside a segment the component is outer and the channel inner.",
                    ["segment", "irreps", "[components, channels]", "range", "what it is"],
                    segments),
                Maps(input, output),
            ]);
    }

    /// <summary>The signature with its group.</summary>
    public static string Name(Irreps irreps) => $"{irreps.Group.Name()}: {irreps}";

    private static PageSection Maps(Irreps input, Irreps output)
    {
        string heading = $"Linear maps to {Name(output)}";
        string schur = "By Schur's lemma they mix the channels of equal irreps and nothing else.";
        (int From, int To)[] paths =
        [
            .. Enumerable.Range(0, input.Count).SelectMany(i => Enumerable.Range(0, output.Count).Where(o => output[o].Irrep == input[i].Irrep).Select(o => (i, o))),
        ];
        long Weights((int From, int To) path) => (long)input[path.From].Mul * output[path.To].Mul;
        PageRow[] rows = [.. paths.Select(path => new PageRow([$"{path.From}→{path.To}", $"{input[path.From]} → {output[path.To]}", Number(Weights(path))]))];
        return new(heading, $"{rows.Length} paths, {paths.Sum(Weights)} weights. {schur}", ["path", "irreps", "weights"], rows);
    }

    private static string Kind(Irrep irrep) =>
        irrep.Group == Group.O3
            ? (irrep.L, irrep.Parity == 1) switch
            {
                (0, true) => "invariants",
                (0, false) => "pseudoscalars: they change sign under inversion",
                (1, false) => "vectors",
                (1, true) => "pseudovectors: unchanged by inversion",
                (int l, bool even) => $"degree {l}, {(even ? "even" : "odd")}",
            }
            : irrep.IsScalar ? "invariants"
            : $"dimension {irrep.Dim}";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
