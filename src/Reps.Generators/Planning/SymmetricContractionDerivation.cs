using System.Collections.Generic;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;

namespace Reps.Generators.Planning;

/// <summary>From the texts and options of a symmetric contraction attribute to its plan. The generator and the analyzer both come here.</summary>
internal static class SymmetricContractionDerivation
{
    /// <summary>The plan, or null with the reasons. Operands whose own signatures are invalid give no reasons: they are reported where they are written.</summary>
    public static SymmetricContractionPlan? TryDerive(SymmetricContractionModel model, out IReadOnlyList<PlanError> errors, CancellationToken cancellationToken) =>
        TryPrepare(model, out Irreps[] operands, out errors, cancellationToken)
            ? SymmetricContractionPlan.Create(operands[0], operands[1], model.Correlation, model.Normalization, cancellationToken)
            : null;

    /// <summary>Everything but the tables: the input, the output, and every reason why there is no such layer.</summary>
    public static bool TryPrepare(
        SymmetricContractionModel model,
        out Irreps[] operands,
        out IReadOnlyList<PlanError> errors,
        CancellationToken cancellationToken
    )
    {
        (operands, errors) = ([], []);
        if (
            !Signature.TryParse(model.Input.Signature, out Signature? input, out _)
            || !Signature.TryParse(model.Output.Signature, out Signature? output, out _)
        )
            return false;
        operands = [input!.Irreps, output!.Irreps];
        List<PlanError> found = [];
        OptionRules.CheckPathNormalization(model.Normalization, found);
        found.AddRange(SymmetricContractionPlan.Check(input.Irreps, output.Irreps, model.Correlation, cancellationToken));
        errors = found;
        return found.Count == 0;
    }
}
