using System.Collections.Generic;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;

namespace Reps.Generators.Planning;

/// <summary>Derives diagram layers; the generator and the analyzer decide by the same steps.</summary>
internal static class DiagramLinearDerivation
{
    /// <summary>The operands, if both are valid, and what keeps the layer from being derived.</summary>
    public static bool TryPrepare(DiagramLinearModel model, out TensorPowers[] operands, out IReadOnlyList<PlanError> errors)
    {
        (operands, errors) = ([], []);
        if (!TensorPowers.TryParse(model.Input.Signature, out TensorPowers? input, out _) || !TensorPowers.TryParse(model.Output.Signature, out TensorPowers? output, out _)) return false;
        operands = [input!, output!];
        errors = DiagramPlan.Check(input!, output!, model.Spanning);
        return errors.Count == 0;
    }

    /// <summary>The plan; null if there is none.</summary>
    public static DiagramPlan? TryDerive(DiagramLinearModel model, CancellationToken cancellationToken) =>
        TryPrepare(model, out TensorPowers[] operands, out _) ? DiagramPlan.Create(operands[0], operands[1], model.Spanning, cancellationToken) : null;
}
