using System.Collections.Generic;
using Reps.Algebra;
using Reps.Generators.Models;

namespace Reps.Generators.Planning;

/// <summary>From the texts and options of a linear attribute to its plan. The generator and the analyzer both come here.</summary>
internal static class LinearDerivation
{
    /// <summary>The plan, or null with the reasons.</summary>
    public static LinearPlan? TryDerive(LinearModel model, out IReadOnlyList<PlanError> errors)
    {
        errors = [];
        if (
            !Signature.TryParse(model.Input.Signature, out Signature? input, out _)
            || !Signature.TryParse(model.Output.Signature, out Signature? output, out _)
        )
            return null;
        List<PlanError> found = [];
        OptionRules.CheckGroup(input!.Group, found);
        OptionRules.CheckPathNormalization(model.Normalization, found);
        found.AddRange(LinearPlan.Check(input.Irreps, output!.Irreps));
        errors = found;
        return found.Count > 0 ? null : LinearPlan.Create(input.Irreps, output.Irreps, model.Normalization);
    }
}
