using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Parsing;
using Reps.Generators.Planning;

namespace Reps.Analyzers.Layers;

/// <summary>The rules of symmetric contractions.</summary>
internal static class SymmetricContractionReport
{
    public static void Write(LayerReport report)
    {
        if (LayerParser.SymmetricContraction(report.Type, report.Attribute, report.CancellationToken) is not SymmetricContractionModel model) return;
        if (SymmetricContractionDerivation.TryPrepare(model, out Irreps[] operands, out IReadOnlyList<PlanError> errors, report.CancellationToken))
            WriteCoverage(report, model, operands[0], operands[1]);
        foreach (PlanError error in errors) report.Add(error, Locate(report, error, model, operands));
    }

    private static Location Locate(LayerReport report, PlanError error, SymmetricContractionModel model, Irreps[] operands) =>
        error.Code switch
        {
            "REPS2001" => report.Locator.TypeArgument(1),
            "REPS2003" => report.Locator.TypeArgument(operands[0].Any(entry => entry.Mul != operands[0][0].Mul) ? 0 : 1),
            "REPS2004" => report.Locator.Property(error == SymmetricContractionPlan.CheckCorrelation(model.Correlation) ? "Correlation" : "PathNormalization"),
            "REPS2007" => report.Locator.TypeArgument(0),
            _ => report.Locator.Whole,
        };

    private static void WriteCoverage(LayerReport report, SymmetricContractionModel model, Irreps input, Irreps output)
    {
        bool[] used = new bool[input.Count];
        bool[] reached = new bool[output.Count];
        for (int degree = 1; degree <= model.Correlation; degree++)
            foreach (int[] segments in SymmetricPower.Products(input, degree))
            {
                report.CancellationToken.ThrowIfCancellationRequested();
                for (int o = 0; o < output.Count; o++)
                {
                    if (output[o].Mul == 0 || SymmetricPower.Multiplicity(input, segments, output[o].Irrep) == 0) continue;
                    reached[o] = true;
                    foreach (int segment in segments) used[segment] = true;
                }
            }
        string powers = $"no product of up to {model.Correlation.ToString(CultureInfo.InvariantCulture)} segments of '{report.Operand(0)}' holds";
        if (output.Dim > 0 && !reached.Contains(true))
        {
            string reason = input.Dim == 0 ? $"'{report.Operand(0)}' is empty" : $"{powers} an irrep of '{report.Operand(1)}'";
            report.Add(Rules.MapZero, report.Locator.Whole, report.Type.Name, reason);
            return;
        }
        report.Add(Rules.OutputUnreachable, 1, output, Missing(output, reached), powers + " it");
        report.Add(Rules.InputUnused, 0, input, Missing(input, used), "no product with it is in the output");
    }

    private static SegmentSet Missing(Irreps irreps, bool[] covered) => new([.. Enumerable.Range(0, irreps.Count).Where(n => irreps[n].Mul > 0 && !covered[n])]);
}
