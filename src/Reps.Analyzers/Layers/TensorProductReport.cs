using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Reps.Algebra;
using Reps.Analyzers.Locating;
using Reps.Generators.Models;
using Reps.Generators.Parsing;
using Reps.Generators.Planning;

namespace Reps.Analyzers.Layers;

/// <summary>The rules of tensor products.</summary>
internal static class TensorProductReport
{
    public static void Write(LayerReport report, List<AttributeData> pathAttributes)
    {
        if (LayerParser.TensorProduct(report.Type, report.Attribute, report.CancellationToken) is not TensorProductModel model) return;
        if (WriteOptions(report, model)) return;
        if (TensorProductDerivation.TryPrepare(model, out Irreps[] operands, out IReadOnlyList<TensorProductInstruction> paths, out IReadOnlyList<PlanError> errors))
            WriteCoverage(report, model, new Coverage(operands, paths, report.CancellationToken), operands);
        foreach (PlanError error in errors) report.Add(error, Locate(report, error, pathAttributes, model, operands));
    }

    // The derivation checks all options at once; asked for one at a time, each can be shown at its own place.
    private static bool WriteOptions(LayerReport report, TensorProductModel model)
    {
        TensorProductOptions normal = TensorProductOptions.Default;
        List<(PlanError Error, Location Location)> found =
        [
            .. OptionRules.Check(Group.O3, model.Mode, normal).Select(e => (e, report.Locator.Argument(0, "mode"))),
            .. OptionRules.Check(Group.O3, null, normal with { IrrepNormalization = model.Options.IrrepNormalization })
                .Select(e => (e, report.Locator.Property("IrrepNormalization"))),
            .. OptionRules.Check(Group.O3, null, normal with { PathNormalization = model.Options.PathNormalization })
                .Select(e => (e, report.Locator.Property("PathNormalization"))),
        ];
        foreach ((PlanError error, Location location) in found) report.Add(error, location);
        return found.Count > 0;
    }

    private static Location Locate(LayerReport report, PlanError error, List<AttributeData> pathAttributes, TensorProductModel model, Irreps[] operands)
    {
        if (error.Instruction >= 0 && error.Instruction < pathAttributes.Count && model.Mode is null)
        {
            AttributeLocator path = new(pathAttributes[error.Instruction], report.Type, report.CancellationToken);
            return error.Code == "REPS2004" ? LocateArgument(path, model.Paths[error.Instruction], operands) : path.Whole;
        }
        return error.Code switch
        {
            "REPS2001" => report.Locator.TypeArgument(operands[0].Group == operands[1].Group ? 2 : 1),
            "REPS2007" => report.Locator.TypeArgument(0),
            _ => report.Locator.Whole,
        };
    }

    private static Location LocateArgument(AttributeLocator path, TensorProductInstruction instruction, Irreps[] operands)
    {
        if (IsOutside(instruction.Left, operands[0])) return path.Argument(0, "left");
        if (IsOutside(instruction.Right, operands[1])) return path.Argument(1, "right");
        if (IsOutside(instruction.Output, operands[2])) return path.Argument(2, "output");
        return ConnectionRule.IsDefined(instruction.Mode) ? path.Property("PathWeight") : path.Argument(3, "mode");
    }

    private static bool IsOutside(int index, Irreps irreps) => index < 0 || index >= irreps.Count;

    private static void WriteCoverage(LayerReport report, TensorProductModel model, Coverage coverage, Irreps[] operands)
    {
        if (!coverage.IsAnyCovered && operands[2].Dim > 0)
        {
            report.Add(Rules.MapZero, report.Locator.Whole, report.Type.Name, ReasonForZero(report, model, coverage, operands));
            return;
        }
        for (int n = 0; n < 3; n++)
        {
            (SegmentSet allowed, SegmentSet impossible) = coverage.Uncovered(n);
            DiagnosticDescriptor rule = n == 2 ? Rules.OutputUnreachable : Rules.InputUnused;
            if (model.Mode is Mode mode && allowed.Count > 0)
                report.Add(Rules.SegmentSkipped, n, operands[n], allowed, coverage.Reason(n, allowed.First, mode, model.HasWeights));
            else report.Add(rule, n, operands[n], allowed, "no [Path] names it with channels on all sides");
            report.Add(rule, n, operands[n], impossible, n == 2 ? Holds(report, coverage) : "no product with it is in the output");
        }
    }

    private static string ReasonForZero(LayerReport report, TensorProductModel model, Coverage coverage, Irreps[] operands)
    {
        (SegmentSet allowed, _) = coverage.Uncovered(2);
        if (allowed.Count == 0) return Holds(report, coverage);
        return model.Mode is Mode mode ? coverage.Reason(2, allowed.First, mode, model.HasWeights) : "every [Path] has no channels or no weight";
    }

    private static string Holds(LayerReport report, Coverage coverage)
    {
        string held = SegmentSet.Join(coverage.Reachable());
        return held.Length == 0 ? "an input is empty" : $"the product of '{report.Operand(0)}' and '{report.Operand(1)}' holds {held}";
    }
}
