using System.Collections.Generic;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;

namespace Reps.Generators.Planning;

/// <summary>From the texts and options of a tensor product attribute to its plan. The generator and the analyzer both come here.</summary>
internal static class TensorProductDerivation
{
    /// <summary>The plan, or null with the reasons. Operands whose own signatures are invalid give no reasons: they are reported where they are written.</summary>
    public static TensorProductPlan? TryDerive(TensorProductModel model, out IReadOnlyList<PlanError> errors, CancellationToken cancellationToken)
    {
        if (!TryPrepare(model, out Irreps[] operands, out IReadOnlyList<TensorProductInstruction> paths, out errors)) return null;
        return TensorProductPlan.Create(operands[0], operands[1], operands[2], paths, model.Options, cancellationToken);
    }

    /// <summary>Everything but the tables: the operands, the paths, and every reason why there is no such layer.</summary>
    public static bool TryPrepare(
        TensorProductModel model,
        out Irreps[] operands,
        out IReadOnlyList<TensorProductInstruction> paths,
        out IReadOnlyList<PlanError> errors
    )
    {
        (operands, paths, errors) = ([], [], []);
        if (
            !Signature.TryParse(model.Left.Signature, out Signature? left, out _)
            || !Signature.TryParse(model.Right.Signature, out Signature? right, out _)
            || !Signature.TryParse(model.Output.Signature, out Signature? output, out _)
        )
            return false;
        operands = [left!.Irreps, right!.Irreps, output!.Irreps];
        errors = OptionRules.Check(left.Group, model.Mode, model.Options);
        if (model.Mode is null && model.Paths.Count == 0) errors = [new PlanError("REPS1110", "The paths are not given: pass a mode, or name them with [Path] attributes.")];
        if (errors.Count > 0) return false;
        if (model.Mode is Mode mode && left.Group == right.Group && left.Group == output.Group)
            paths = TensorProductFamily.Connect(left.Irreps, right.Irreps, output.Irreps, mode, model.HasWeights);
        else
            paths = model.Paths;
        errors = TensorProductRules.Check(left.Irreps, right.Irreps, output.Irreps, paths, model.Options);
        return errors.Count == 0;
    }
}
