using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Reps.Algebra;
using Reps.Generators.Models;

namespace Reps.Generators.Planning;

/// <summary>Derives two diagram layers as one; the generator and the analyzer decide by the same steps.</summary>
internal static class DiagramStackDerivation
{
    // Each is a product of two diagrams, to be straightened, and a line of the table.
    private const long MostProducts = 20_000;

    /// <summary>The plans of the two layers, unless something keeps them from being composed.</summary>
    public static bool TryPrepare(
        DiagramStackModel model, CancellationToken cancellationToken, out (DiagramPlan First, DiagramPlan Second) plans, out IReadOnlyList<PlanError> errors)
    {
        (plans, errors) = (default, []);
        // What is wrong with one of the layers is said of that layer.
        if (!DiagramLinearDerivation.TryPrepare(model.First, out TensorPowers[] first, out _)) return false;
        if (!DiagramLinearDerivation.TryPrepare(model.Second, out TensorPowers[] second, out _)) return false;
        if (first[1] != second[0])
        {
            errors = [new("REPS2012", $"'{model.FirstName}' gives {first[1]}, and '{model.SecondName}' takes {second[0]}: they must be the same")];
            return false;
        }
        errors = DiagramPlan.Check(first[0], second[1], false);
        if (errors.Count > 0) return false;
        plans = (DiagramLinearDerivation.TryDerive(model.First, cancellationToken)!, DiagramLinearDerivation.TryDerive(model.Second, cancellationToken)!);
        (DiagramPlan before, DiagramPlan after) = plans;
        long products = before.Paths.Concat(before.Biases).Sum(path => (long)after.Paths.Count(next => next.Input == path.Output));
        if (products <= MostProducts) return true;
        errors =
        [
            new(
                "REPS1012",
                string.Format(
                    CultureInfo.InvariantCulture,
                    "'{0}' after '{1}' has {2} products of diagrams; the limit in the compiler is {3}: compose the layers at run time, with DiagramLinear.After.",
                    model.SecondName, model.FirstName, products, MostProducts)),
        ];
        return false;
    }
}
