using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Parsing;
using Reps.Generators.Planning;

namespace Reps.Analyzers.Layers;

/// <summary>The rules of diagram layers.</summary>
internal static class DiagramLinearReport
{
    public static void Write(LayerReport report)
    {
        if (LayerParser.DiagramLinear(report.Type, report.Attribute, report.CancellationToken) is not DiagramLinearModel model) return;
        if (DiagramLinearDerivation.TryPrepare(model, out TensorPowers[] operands, out IReadOnlyList<PlanError> errors)) WriteCoverage(report, operands[0], operands[1], model.Spanning);
        foreach (PlanError error in errors) report.Add(error, error.Code == "REPS2001" ? report.Locator.TypeArgument(1) : report.Locator.Whole);
    }

    private static void WriteCoverage(LayerReport report, TensorPowers input, TensorPowers output, bool spanning)
    {
        // Orbits are independent, and between any two powers there are some.
        if (input.HasOrbits) return;
        bool Reached(TensorPower from, TensorPower to) => !Hom(input, from, to).Any(static hom => hom.Dimension == 0);
        TensorPower[] unreachable = [.. output.Terms.Where(to => !input.Terms.Any(from => Reached(from, to)))];
        TensorPower[] unused = [.. input.Terms.Where(from => !output.Terms.Any(to => Reached(from, to)))];
        string group = string.Join("×", input.Spaces);
        if (unreachable.Length == output.Terms.Count)
        {
            report.Add(Rules.MapZero, report.Locator.Whole, report.Type.Name, $"no linear map from {Powers(input.Terms)} to {Powers(output.Terms)} commutes with {group}");
            return;
        }
        if (unreachable.Length > 0)
            report.Add(
                Rules.OutputUnreachable, report.Locator.TypeArgument(1), Powers(unreachable), report.Operand(1), unreachable.Length == 1 ? "is" : "are",
                $"no linear map from {Powers(input.Terms)} to it commutes with {group}");
        if (unused.Length > 0)
            report.Add(
                Rules.InputUnused, report.Locator.TypeArgument(0), Powers(unused), report.Operand(0), unused.Length == 1 ? "is" : "are",
                $"no linear map from it to {Powers(output.Terms)} commutes with {group}");
        if (!spanning) return;
        foreach (TensorPower to in output.Terms)
        foreach (TensorPower from in input.Terms)
        {
            long all = 1, independent = 1;
            foreach (HomSpace hom in Hom(input, from, to)) (all, independent) = (all * hom.SpanningCount, independent * hom.Dimension);
            if (all == independent) continue;
            report.Add(Rules.DiagramsDependent, report.Locator.Property("Spanning"), all, from, to, independent, all - independent);
            return;
        }
    }

    private static IEnumerable<HomSpace> Hom(TensorPowers powers, TensorPower from, TensorPower to)
    {
        for (int space = 0; space < powers.Spaces.Count; space++)
            yield return powers.Spaces[space].Category(from.Powers[space] + to.Powers[space]).Hom(from.Powers[space], to.Powers[space]);
    }

    private static string Powers(IEnumerable<TensorPower> terms) => string.Join(", ", terms.Take(4));
}
