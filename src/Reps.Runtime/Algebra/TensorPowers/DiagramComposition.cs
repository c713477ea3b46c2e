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
    /// <summary>A product that a weight matrix of the composite sums: factor · (weights of the first) · (weights of the second).</summary>
    /// <param name="Path">The path, or the bias, of the composite.</param>
    /// <param name="Second">The path of the second layer; of a bias of that layer alone, the bias.</param>
    /// <param name="First">The path, or the bias, of the first layer; −1 for a bias of the second layer alone.</param>
    /// <param name="Coefficient">What the product of the two diagrams, or orbits, has of this one, but for powers of an n that is open.</param>
    /// <param name="Powers">For each space the power of its n that is a further factor; 0 where n is fixed.</param>
    public sealed record Term(int Path, int Second, int First, BigInteger Coefficient, EquatableArray<int> Powers);

    /// <summary>Composes two layers.</summary>
    /// <param name="second">The layer that acts last.</param>
    /// <param name="first">The layer that acts first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The first layer's output is not the second's input, or the composite is beyond the budget.</exception>
    public static DiagramComposition Create(DiagramPlan second, DiagramPlan first, CancellationToken cancellationToken = default)
    {
        if (second is null) throw new ArgumentNullException(nameof(second));
        if (first is null) throw new ArgumentNullException(nameof(first));
        if (first.Output != second.Input) throw new ArgumentException($"The first layer gives {first.Output}, and the second takes {second.Input}: they must be the same.", nameof(second));
        DiagramPlan plan = DiagramPlan.Create(first.Input, second.Output, cancellationToken: cancellationToken);
        if (plan.Input.HasOrbits)
            return new(
                plan,
                new(OrbitComposition.Terms(plan, plan.Paths, second, first.Paths, cancellationToken)),
                // The biases of the second layer are those of the composite.
                new([
                    .. OrbitComposition.Terms(plan, plan.Biases, second, first.Biases, cancellationToken),
                    .. second.Biases.Select((_, n) => new Term(n, n, -1, BigInteger.One, NoPowers(plan.Input.Spaces))),
                ]));
        List<Term> weights = Terms(plan.Paths, second.Paths, first.Paths, plan, cancellationToken);
        List<Term> biases = Terms(plan.Biases, second.Paths, first.Biases, plan, cancellationToken);
        Dictionary<(int, EquatableArray<Diagram>), int> places = Places(plan.Biases);
        for (int n = 0; n < second.Biases.Count; n++)
            foreach (Part part in Straight(plan, second.Biases[n].Diagrams, cancellationToken))
                biases.Add(new(places[(second.Biases[n].Output, part.Diagrams)], n, -1, part.Coefficient, part.Powers));
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
            foreach (Part part in Products(plan, space => Product(plan, space, second[q].Diagrams[space], first[p].Diagrams[space], cancellationToken)))
                terms.Add(new(places[(first[p].Input, second[q].Output, part.Diagrams)], q, p, part.Coefficient, part.Powers));
        }
        return terms;
    }

    private static Dictionary<(int, EquatableArray<Diagram>), int> Places(EquatableArray<DiagramPath> biases)
    {
        Dictionary<(int, EquatableArray<Diagram>), int> places = [];
        for (int n = 0; n < biases.Count; n++) places[(biases[n].Output, biases[n].Diagrams)] = n;
        return places;
    }

    /// <summary>The powers of a product that no open n enters.</summary>
    internal static EquatableArray<int> NoPowers(EquatableArray<TensorSpace> spaces) => new(spaces.Select(static _ => 0));

    // Where n is open, no diagram of any composite depends on another.
    private static DiagramCategory Category(DiagramPlan plan, int space) => plan.Input.Spaces[space].Category(Diagram.MaxVertices);

    private static DiagramSum Product(DiagramPlan plan, int space, Diagram second, Diagram first, CancellationToken cancellationToken)
    {
        DiagramCategory category = Category(plan, space);
        return category.Straighten(category.Compose(second, first, cancellationToken), cancellationToken);
    }

    // The diagrams of a layer that has all of them may depend on each other.
    private static List<Part> Straight(DiagramPlan plan, EquatableArray<Diagram> diagrams, CancellationToken cancellationToken) =>
        Products(plan, space => Category(plan, space).Straighten(diagrams[space], cancellationToken));

    // Products of sums, one for each space.
    private static List<Part> Products(DiagramPlan plan, Func<int, DiagramSum> sums)
    {
        List<Part> products = [new(default, BigInteger.One, default)];
        for (int space = 0; space < plan.Input.Spaces.Count; space++)
        {
            int n = plan.Input.Spaces[space].IsOpen ? Category(plan, space).N : 0;
            DiagramSum sum = sums(space);
            products =
            [
                .. products.SelectMany(product => sum.Terms.Select(term =>
                {
                    (BigInteger coefficient, int power) = Split(term.Coefficient, n);
                    return new Part(
                        EquatableArray<Diagram>.Of([.. product.Diagrams, term.Diagram]), product.Coefficient * coefficient, EquatableArray<int>.Of([.. product.Powers, power]));
                })),
            ];
        }
        return products;
    }

    // Where n is open, the product of two diagrams is one diagram, times a sign and a power of n: what is known for one n is known for all.
    private static (BigInteger Coefficient, int Power) Split(BigInteger coefficient, int n)
    {
        int power = 0;
        for (; n > 0 && !coefficient.IsZero && (coefficient % n).IsZero; power++) coefficient /= n;
        return (coefficient, power);
    }

    private sealed record Part(EquatableArray<Diagram> Diagrams, BigInteger Coefficient, EquatableArray<int> Powers);
}
