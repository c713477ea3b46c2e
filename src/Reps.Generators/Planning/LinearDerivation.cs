using System.Collections.Generic;
using Reps.Algebra;
using Reps.Generators.Models;

namespace Reps.Generators.Planning;

/// <summary>From the texts and options of a linear attribute to its plan. The generator and the analyzer both come here.</summary>
internal static class LinearDerivation
{
    /// <summary>The plan, or null with the reasons. Operands whose own signatures are invalid give no reasons: they are reported where they are written.</summary>
    public static LinearPlan? TryDerive(LinearModel model, out IReadOnlyList<PlanError> errors) =>
        TryPrepare(model, out Irreps[] operands, out errors) ? LinearPlan.Create(operands[0], operands[1], model.Normalization) : null;

    /// <summary>Everything but the plan: the input, the output, and every reason why there is no such layer.</summary>
    public static bool TryPrepare(LinearModel model, out Irreps[] operands, out IReadOnlyList<PlanError> errors)
    {
        (operands, errors) = ([], []);
        if (
            !Signature.TryParse(model.Input.Signature, out Signature? input, out _)
            || !Signature.TryParse(model.Output.Signature, out Signature? output, out _)
        )
            return false;
        operands = [input!.Irreps, output!.Irreps];
        List<PlanError> found = [];
        OptionRules.CheckGroup(input.Group, found);
        OptionRules.CheckPathNormalization(model.Normalization, found);
        found.AddRange(LinearPlan.Check(input.Irreps, output.Irreps));
        errors = found;
        return found.Count == 0;
    }
}
