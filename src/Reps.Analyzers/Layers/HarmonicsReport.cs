using System.Collections.Generic;
using Reps.Algebra;
using Reps.Generators.Models;
using Reps.Generators.Parsing;
using Reps.Generators.Planning;

namespace Reps.Analyzers.Layers;

/// <summary>The rules of spherical harmonics.</summary>
internal static class HarmonicsReport
{
    public static void Write(LayerReport report)
    {
        if (LayerParser.SphericalHarmonics(report.Type, report.Attribute, report.CancellationToken) is not HarmonicsModel model) return;
        _ = HarmonicsDerivation.TryDerive(model, out IReadOnlyList<PlanError> errors);
        foreach (PlanError error in errors)
            report.Add(error, error.Code == "REPS2004" ? report.Locator.Property("Normalization") : report.Locator.TypeArgument(0));
    }
}
