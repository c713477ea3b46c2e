using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Every linear equivariant map between sums of tensor powers: a combination of diagrams, each with a matrix that mixes channels
/// (Pearce-Crump, arXiv 2212.08648 and 2212.08630; for S_n also Maron et al., arXiv 1812.09902). Where automorphisms of graphs act, orbits take
/// the place of diagrams.
/// </summary>
/// <param name="Input">The representation of the input.</param>
/// <param name="Output">The representation of the output.</param>
/// <param name="Paths">The diagrams, or orbits, in weight order: outputs outermost, then inputs, then the diagrams in their order.</param>
/// <param name="Biases">The diagrams, or orbits, without an input.</param>
/// <param name="WeightCount">The number of weights.</param>
/// <param name="BiasCount">The number of biases.</param>
public sealed record DiagramPlan(
    TensorPowers Input,
    TensorPowers Output,
    EquatableArray<DiagramPath> Paths,
    EquatableArray<DiagramPath> Biases,
    int WeightCount,
    int BiasCount
)
{
    /// <summary>Derives the maps.</summary>
    /// <param name="input">The representation of the input.</param>
    /// <param name="output">The representation of the output.</param>
    /// <param name="spanning">Whether all diagrams are taken, also where they depend on each other; else those of a basis.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The groups differ, or there are more diagrams or weights than the budget has.</exception>
    public static DiagramPlan Create(TensorPowers input, TensorPowers output, bool spanning = false, CancellationToken cancellationToken = default)
    {
        PlanError.ThrowIfAny(Check(input, output, spanning));
        List<DiagramPath> paths = [];
        List<DiagramPath> biases = [];
        int weights = 0;
        int biasCount = 0;
        for (int o = 0; o < output.Terms.Count; o++)
        {
            for (int i = 0; i < input.Terms.Count; i++)
                foreach (DiagramPath path in Between(i, o, input.Terms[i]))
                {
                    paths.Add(path with { WeightOffset = weights });
                    weights += input.Terms[i].Channels * output.Terms[o].Channels;
                }
            foreach (DiagramPath path in Between(-1, o, TensorPower.One(output.Spaces)))
            {
                biases.Add(path with { WeightOffset = biasCount });
                biasCount += output.Terms[o].Channels;
            }
        }
        return new(input, output, new(paths), new(biases), weights, biasCount);

        IEnumerable<DiagramPath> Between(int i, int o, TensorPower from) =>
            input.HasOrbits
                ? OrbitPaths.Between(input.Spaces, from, output.Terms[o], cancellationToken).Select(orbit => new DiagramPath(i, o, default, 0, orbit))
                : Products(input.Spaces, from, output.Terms[o], spanning, cancellationToken).Select(diagrams => new DiagramPath(i, o, diagrams, 0));
    }

    /// <summary>The name of a diagram's weights: the terms it joins, and the diagram, <c>0→0 D{o0,i0|o1,i1}</c>, or the orbit; of biases <c>→0 D{o0}</c>.</summary>
    /// <param name="path">The diagram between two terms.</param>
    /// <returns>A name that no other has, and that does not depend on n or on numbers of channels.</returns>
    public static string NameOf(DiagramPath path)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        string from = path.Input < 0 ? "" : path.Input.ToString(CultureInfo.InvariantCulture);
        return from + "→" + path.Output.ToString(CultureInfo.InvariantCulture) + " " + (path.Orbit is ListOrbit orbit ? orbit.ToString() : string.Join(" × ", path.Diagrams));
    }

    /// <summary>Says why there is no such map, or why it is too large. Nothing is enumerated.</summary>
    internal static IReadOnlyList<PlanError> Check(TensorPowers input, TensorPowers output, bool spanning)
    {
        if (input.Spaces != output.Spaces)
            return
            [
                new PlanError(
                    "REPS2001",
                    $"The input is a representation of {string.Join("×", input.Spaces)} and the output of {string.Join("×", output.Spaces)}: an equivariant map needs one group."),
            ];
        return input.HasOrbits ? OrbitPaths.Check(input, output) : CheckDiagrams(input, output, spanning);
    }

    private static IReadOnlyList<PlanError> CheckDiagrams(TensorPowers input, TensorPowers output, bool spanning)
    {
        BigInteger count = BigInteger.Zero;
        BigInteger weights = BigInteger.Zero;
        BigInteger signs = BigInteger.Zero;
        foreach (TensorPower o in output.Terms)
        foreach (TensorPower i in input.Terms)
        {
            for (int s = 0; s < i.Powers.Count; s++)
                if (i.Powers[s] + o.Powers[s] > Diagram.MaxVertices)
                    return [new PlanError("REPS1012", FormattableString.Invariant($"From {i} to {o} diagrams have {i.Powers[s] + o.Powers[s]} vertices; the limit is {Diagram.MaxVertices}: take smaller powers."))];
            BigInteger here = Count(input.Spaces, i, o, spanning);
            count += here;
            weights += here * i.Channels * o.Channels;
            signs += Signs(input.Spaces, i, o, spanning);
        }
        // Biases have symbols as well.
        TensorPower none = TensorPower.One(input.Spaces);
        foreach (TensorPower o in output.Terms) signs += Signs(input.Spaces, none, o, spanning);
        if (signs > Budget.MaxCoefficients)
            return
            [
                new PlanError(
                    "REPS1012",
                    FormattableString.Invariant(
                        $"The Levi-Civita symbols of the map's diagrams have up to {signs} signs and indices; the budget is {Budget.MaxCoefficients}: take smaller powers, or O(n) or S(n), which have no symbols.")),
            ];
        if (count <= Budget.MaxPaths && weights <= Budget.MaxWeights) return [];
        return
        [
            new PlanError(
                "REPS1012",
                FormattableString.Invariant(
                    $"The map has {count} diagrams and {weights} weights; the budget is {Budget.MaxPaths} and {Budget.MaxWeights}: take smaller powers or fewer channels.")),
        ];
    }

    private static BigInteger Count(EquatableArray<TensorSpace> spaces, TensorPower input, TensorPower output, bool spanning)
    {
        BigInteger count = BigInteger.One;
        for (int s = 0; s < spaces.Count; s++)
        {
            HomSpace hom = spaces[s].Category(input.Powers[s] + output.Powers[s]).Hom(input.Powers[s], output.Powers[s]);
            count *= spanning ? hom.SpanningCount : hom.Dimension;
        }
        return count;
    }

    // At most n! terms of n indices and a sign, in either half of each diagram that has a symbol.
    private static BigInteger Signs(EquatableArray<TensorSpace> spaces, TensorPower input, TensorPower output, bool spanning)
    {
        BigInteger all = BigInteger.Zero;
        for (int s = 0; s < spaces.Count; s++)
        {
            GroupFamily? without = spaces[s].Family switch
            {
                GroupFamily.Alternating => GroupFamily.Symmetric,
                GroupFamily.SpecialOrthogonal => GroupFamily.Orthogonal,
                _ => null,
            };
            if (without is not GroupFamily family) continue;
            (int k, int l) = (input.Powers[s], output.Powers[s]);
            HomSpace with = spaces[s].Category(k + l).Hom(k, l), plain = new DiagramCategory(family, spaces[s].N).Hom(k, l);
            BigInteger diagrams = spanning ? with.SpanningCount - plain.SpanningCount : with.Dimension - plain.Dimension;
            // n is at most k + l + 1 where there are any.
            if (diagrams.IsZero) continue;
            for (int n = 2; n <= spaces[s].N; n++) diagrams *= n;
            all += 2 * (spaces[s].N + 1) * diagrams;
        }
        return all;
    }

    // One diagram of each space, the last one varying fastest.
    private static List<EquatableArray<Diagram>> Products(
        EquatableArray<TensorSpace> spaces, TensorPower input, TensorPower output, bool spanning, CancellationToken cancellationToken)
    {
        List<EquatableArray<Diagram>> products = [default];
        for (int s = 0; s < spaces.Count; s++)
        {
            HomSpace hom = spaces[s].Category(input.Powers[s] + output.Powers[s]).Hom(input.Powers[s], output.Powers[s]);
            IReadOnlyList<Diagram> diagrams = [.. spanning ? hom.Spanning(cancellationToken) : hom.Basis(cancellationToken)];
            products = [.. products.SelectMany(product => diagrams.Select(diagram => EquatableArray<Diagram>.Of([.. product, diagram])))];
        }
        return products;
    }
}
