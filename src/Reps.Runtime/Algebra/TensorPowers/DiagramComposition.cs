using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Two diagram layers with nothing between them are one: products of their diagrams, or orbits, are combinations of such, and so its weights are
/// sums of products of theirs.
/// </summary>
/// <param name="Plan">The one layer.</param>
/// <param name="Weights">What each of its weight matrices sums.</param>
/// <param name="Biases">What each of its biases sums, beside the second layer's own.</param>
public sealed record DiagramComposition(DiagramPlan Plan, EquatableArray<DiagramComposition.Term> Weights, EquatableArray<DiagramComposition.Term> Biases)
{
    /// <summary>A product that a weight matrix of the composite sums: coefficient · (weights of the first) · (weights of the second).</summary>
    /// <param name="Path">The path, or the bias, of the composite.</param>
    /// <param name="Second">The path of the second layer.</param>
    /// <param name="First">The path, or the bias, of the first layer; −1 for a bias of the second layer alone.</param>
    /// <param name="Coefficient">What the product of the two diagrams, or orbits, has of this one.</param>
    public sealed record Term(int Path, int Second, int First, BigInteger Coefficient);

    /// <summary>Composes two layers.</summary>
    /// <param name="second">The layer that acts last.</param>
    /// <param name="first">The layer that acts first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The first layer's output is not the second's input, an n is open, or the composite is beyond the budget.</exception>
    public static DiagramComposition Create(DiagramPlan second, DiagramPlan first, CancellationToken cancellationToken = default)
    {
        if (second is null) throw new ArgumentNullException(nameof(second));
        if (first is null) throw new ArgumentNullException(nameof(first));
        if (first.Output != second.Input) throw new ArgumentException($"The first layer gives {first.Output}, and the second takes {second.Input}: they must be the same.", nameof(second));
        if (first.Input.IsOpen)
            throw new ArgumentException($"The product of diagrams has powers of n as factors: give n a number instead of {first.Input}.", nameof(first));
        DiagramPlan plan = DiagramPlan.Create(first.Input, second.Output, cancellationToken: cancellationToken);
        if (plan.Input.HasOrbits)
            return new(
                plan,
                new(OrbitComposition.Terms(plan, plan.Paths, second, first.Paths, cancellationToken)),
                // The biases of the second layer are those of the composite.
                new([
                    .. OrbitComposition.Terms(plan, plan.Biases, second, first.Biases, cancellationToken),
                    .. second.Biases.Select(static (_, n) => new Term(n, n, -1, BigInteger.One)),
                ]));
        List<Term> weights = Terms(plan.Paths, second.Paths, first.Paths, plan, cancellationToken);
        List<Term> biases = Terms(plan.Biases, second.Paths, first.Biases, plan, cancellationToken);
        Dictionary<(int, EquatableArray<Diagram>), int> places = Places(plan.Biases);
        for (int n = 0; n < second.Biases.Count; n++)
            foreach ((EquatableArray<Diagram> diagrams, BigInteger coefficient) in Straight(plan, second.Biases[n].Diagrams, cancellationToken))
                biases.Add(new(places[(second.Biases[n].Output, diagrams)], n, -1, coefficient));
        return new(plan, new(weights), new(biases));
    }

    private static List<Term> Terms(
        EquatableArray<DiagramPath> composite, EquatableArray<DiagramPath> second, EquatableArray<DiagramPath> first, DiagramPlan plan, CancellationToken cancellationToken)
    {
        Dictionary<(int, int, EquatableArray<Diagram>), int> places = [];
        for (int n = 0; n < composite.Count; n++) places[(composite[n].Input, composite[n].Output, composite[n].Diagrams)] = n;
        List<Term> terms = [];
        for (int q = 0; q < second.Count; q++)
        for (int p = 0; p < first.Count; p++)
        {
            if (first[p].Output != second[q].Input) continue;
            cancellationToken.ThrowIfCancellationRequested();
            foreach ((EquatableArray<Diagram> diagrams, BigInteger coefficient) in Products(plan, space => Product(plan, space, second[q].Diagrams[space], first[p].Diagrams[space], cancellationToken)))
                terms.Add(new(places[(first[p].Input, second[q].Output, diagrams)], q, p, coefficient));
        }
        return terms;
    }

    private static Dictionary<(int, EquatableArray<Diagram>), int> Places(EquatableArray<DiagramPath> biases)
    {
        Dictionary<(int, EquatableArray<Diagram>), int> places = [];
        for (int n = 0; n < biases.Count; n++) places[(biases[n].Output, biases[n].Diagrams)] = n;
        return places;
    }

    private static DiagramSum Product(DiagramPlan plan, int space, Diagram second, Diagram first, CancellationToken cancellationToken)
    {
        DiagramCategory category = plan.Input.Spaces[space].Category(0);
        return category.Straighten(category.Compose(second, first, cancellationToken), cancellationToken);
    }

    // The diagrams of a layer that has all of them may depend on each other.
    private static List<(EquatableArray<Diagram> Diagrams, BigInteger Coefficient)> Straight(DiagramPlan plan, EquatableArray<Diagram> diagrams, CancellationToken cancellationToken) =>
        Products(plan, space => plan.Input.Spaces[space].Category(0).Straighten(diagrams[space], cancellationToken));

    // Products of sums, one for each space.
    private static List<(EquatableArray<Diagram> Diagrams, BigInteger Coefficient)> Products(DiagramPlan plan, Func<int, DiagramSum> sums)
    {
        List<(EquatableArray<Diagram> Diagrams, BigInteger Coefficient)> products = [(default, BigInteger.One)];
        for (int space = 0; space < plan.Input.Spaces.Count; space++)
        {
            DiagramSum sum = sums(space);
            products =
            [
                .. products.SelectMany(product => sum.Terms.Select(term => (EquatableArray<Diagram>.Of([.. product.Diagrams, term.Diagram]), product.Coefficient * term.Coefficient))),
            ];
        }
        return products;
    }
}
