using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps.Algebra;

/// <summary>A <see cref="DiagramComposition"/> in the form that <c>CompositionKernel</c> executes.</summary>
/// <remarks>
/// The header: spaces; weights and biases of the second layer, of the first, and of the composite; the number of terms. Then n of each space, or 0
/// where it is open. Then the terms: what is multiplied (0: weights of the first with weights of the second, 1: biases of the first with these,
/// 2: biases of the second alone), where it begins among those of the first and of the second, rows, inner and outer channels, where the result
/// begins, the coefficient, and for each space the power of its n.
/// </remarks>
public static class CompositionProgram
{
    /// <summary>The number of integers of the header.</summary>
    public const int HeaderSize = 8;

    /// <summary>The number of integers of a term, but for the powers.</summary>
    public const int TermSize = 8;

    /// <summary>Lowers a composition.</summary>
    /// <param name="composition">The composition.</param>
    /// <param name="second">The layer that acts last.</param>
    /// <param name="first">The layer that acts first.</param>
    /// <returns>The integers.</returns>
    /// <exception cref="ArgumentException">A coefficient has more than 31 bits.</exception>
    public static EquatableArray<int> Lower(DiagramComposition composition, DiagramPlan second, DiagramPlan first)
    {
        if (composition is null) throw new ArgumentNullException(nameof(composition));
        if (second is null) throw new ArgumentNullException(nameof(second));
        if (first is null) throw new ArgumentNullException(nameof(first));
        DiagramPlan plan = composition.Plan;
        List<int> integers =
        [
            plan.Input.Spaces.Count, second.WeightCount, second.BiasCount, first.WeightCount, first.BiasCount, plan.WeightCount, plan.BiasCount,
            composition.Weights.Count + composition.Biases.Count,
            .. plan.Input.Spaces.Select(static space => space.N),
        ];
        foreach (DiagramComposition.Term term in composition.Weights)
        {
            (DiagramPath p, DiagramPath q) = (first.Paths[term.First], second.Paths[term.Second]);
            Add(0, p.WeightOffset, q.WeightOffset, plan.Input.Terms[p.Input].Channels, first.Output.Terms[p.Output].Channels, q.Output, plan.Paths[term.Path].WeightOffset, term);
        }
        foreach (DiagramComposition.Term term in composition.Biases)
        {
            int target = plan.Biases[term.Path].WeightOffset;
            if (term.First < 0)
            {
                DiagramPath own = second.Biases[term.Second];
                Add(2, 0, own.WeightOffset, 1, 1, own.Output, target, term);
                continue;
            }
            (DiagramPath p, DiagramPath q) = (first.Biases[term.First], second.Paths[term.Second]);
            Add(1, p.WeightOffset, q.WeightOffset, 1, first.Output.Terms[p.Output].Channels, q.Output, target, term);
        }
        return EquatableArray<int>.Of([.. integers]);

        void Add(int kind, int firstOffset, int secondOffset, int rows, int inner, int output, int target, DiagramComposition.Term term)
        {
            if (term.Coefficient > int.MaxValue || term.Coefficient < -int.MaxValue)
                throw new ArgumentException(
                    "The product of two diagrams has the coefficient " + term.Coefficient.ToString(CultureInfo.InvariantCulture) + ", which is too large.", nameof(composition));
            integers.AddRange([kind, firstOffset, secondOffset, rows, inner, plan.Output.Terms[output].Channels, target, (int)term.Coefficient, .. term.Powers]);
        }
    }
}
