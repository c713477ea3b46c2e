using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Reps.Algebra;
using Reps.Cli.Output;

namespace Reps.Cli.Explaining;

/// <summary>A sum of tensor powers: its layout, and the linear maps to another one, each with its diagram.</summary>
internal static class ExplainedPowers
{
    /// <summary>What there is to say.</summary>
    /// <exception cref="System.ArgumentException">The groups differ, or there are too many maps.</exception>
    public static Page Explain(DiagramPlan plan)
    {
        string[] sizes = Sizes(plan.Input);
        PageRow[] terms =
        [
            .. plan.Input.Terms.Select((term, n) => new PageRow([Number(n), term.ToString(), $"[{string.Join(", ", Axes(term, sizes).Append(Number(term.Channels)))}]", Product(term, sizes)])),
        ];
        string open = plan.Input.IsOpen ? " n may differ from call to call." : "";
        string what = plan.Input.HasOrbits ? "orbit" : "diagram";
        string drawn = plan.Input.HasOrbits ? "Of an orbit the smallest pair of lists is shown: outputs, then inputs." : "Outputs are drawn above inputs.";
        return new(
            plan.Input.ToString(),
            [
                new("Layout", $"A feature is term after term, the channel innermost.{open}", ["term", "power", "shape", "values"], terms),
                new(
                    $"Linear maps to {plan.Output}",
                    $"{Count(plan.Paths.Count, what)}, {Count(plan.WeightCount, "weight")}: a basis of the maps that commute with {string.Join("×", plan.Input.Spaces)}. {drawn}",
                    ["name", "what is added"],
                    [.. plan.Paths.Select(path => Row(plan, path))]),
                new(
                    "Biases",
                    $"{Count(plan.Biases.Count, what)} without inputs, one bias for each channel: the invariants of the output.",
                    ["name", "what is added"],
                    [.. plan.Biases.Select(path => Row(plan, path))]),
            ]);
    }

    private static PageRow Row(DiagramPlan plan, DiagramPath path) =>
        new([DiagramPlan.NameOf(path), DiagramFormula.Of(plan, path).Text], path.Orbit is null ? string.Concat(path.Diagrams.Select(DiagramDrawing.Figure)) : null);

    private static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string[] Sizes(TensorPowers powers)
    {
        bool several = powers.Spaces.Count(static space => space.IsOpen) > 1;
        int seen = 0;
        return [.. powers.Spaces.Select(space => !space.IsOpen ? Number(space.N) : several ? "n" + Number(++seen) : "n")];
    }

    private static IEnumerable<string> Axes(TensorPower term, string[] sizes) => sizes.SelectMany((size, s) => Enumerable.Repeat(size, term.Powers[s]));

    private static string Product(TensorPower term, string[] sizes) => string.Join("·", Axes(term, sizes).Append(Number(term.Channels)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
