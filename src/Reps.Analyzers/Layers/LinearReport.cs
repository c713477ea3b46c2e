using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Parsing;
using Reps.Generators.Planning;

namespace Reps.Analyzers.Layers;

/// <summary>The rules of linear layers.</summary>
internal static class LinearReport
{
    public static void Write(LayerReport report)
    {
        if (LayerParser.Linear(report.Type, report.Attribute, report.CancellationToken) is not LinearModel model) return;
        if (LinearDerivation.TryPrepare(model, out Irreps[] operands, out IReadOnlyList<PlanError> errors)) WriteCoverage(report, operands[0], operands[1]);
        foreach (PlanError error in errors)
            report.Add(
                error,
                error.Code switch
                {
                    "REPS2001" => report.Locator.TypeArgument(1),
                    "REPS2004" => report.Locator.Property("PathNormalization"),
                    "REPS2007" => report.Locator.TypeArgument(0),
                    _ => report.Locator.Whole,
                }
            );
    }

    private static void WriteCoverage(LayerReport report, Irreps input, Irreps output)
    {
        SegmentSet unreachable = Missing(output, input);
        SegmentSet unused = Missing(input, output);
        string held = SegmentSet.Join(Coverage.Distinct(input));
        if (output.Dim > 0 && unreachable.Count == output.Count(static entry => entry.Mul > 0))
        {
            string reason = held.Length == 0 ? $"'{report.Operand(0)}' is empty" : $"'{report.Operand(0)}' holds {held}, and '{report.Operand(1)}' none of them";
            report.Add(Rules.MapZero, report.Locator.Whole, report.Type.Name, reason);
            return;
        }
        report.Add(Rules.OutputUnreachable, 1, output, unreachable, $"'{report.Operand(0)}' holds {held}");
        report.Add(Rules.InputUnused, 0, input, unused, $"'{report.Operand(1)}' holds {SegmentSet.Join(Coverage.Distinct(output))}");
    }

    // A linear equivariant map connects equal irreps only (Schur's lemma).
    private static SegmentSet Missing(Irreps from, Irreps other)
    {
        HashSet<Irrep> held = [.. Coverage.Distinct(other)];
        return new SegmentSet([.. Enumerable.Range(0, from.Count).Where(n => from[n].Mul > 0 && !held.Contains(from[n].Irrep))]);
    }
}
