using System.Collections.Generic;
using Reps.Algebra;
using Reps.Generators.Models;

namespace Reps.Generators.Planning;

/// <summary>From the text and options of a spherical harmonics attribute to what is filled. The generator and the analyzer both come here.</summary>
internal static class HarmonicsDerivation
{
    /// <summary>The representation, or null with the reasons.</summary>
    public static Irreps? TryDerive(HarmonicsModel model, out IReadOnlyList<PlanError> errors)
    {
        errors = [];
        if (!Signature.TryParse(model.Output.Signature, out Signature? output, out _)) return null;
        List<PlanError> found = [];
        if (HarmonicsRules.Check(output!.Irreps) is string problem) found.Add(new PlanError("REPS2008", problem));
        if (model.Normalization is < HarmonicsNormalization.Component or > HarmonicsNormalization.Integral)
            found.Add(new PlanError("REPS2004", "The normalization must be Component, Norm or Integral."));
        errors = found;
        return found.Count > 0 ? null : output.Irreps;
    }
}
