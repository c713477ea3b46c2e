using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps;

/// <summary>The tensor product of two representations as a direct sum (Clebsch-Gordan series).</summary>
public static class TensorDecomposition
{
    /// <summary>The irreps of the product with their multiplicities, merged and sorted; zero multiplicities are left out.</summary>
    /// <param name="a">Left factor.</param>
    /// <param name="b">Right factor, of the same group.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>One entry per irrep, ascending. Their dimensions add up to the product of the dimensions of the factors.</returns>
    /// <exception cref="ArgumentException">The groups differ.</exception>
    /// <exception cref="OverflowException">
    /// The dimension of the product exceeds <see cref="Budget.MaxDim"/> or a multiplicity <see cref="Budget.MaxMultiplicity"/>.
    /// </exception>
    public static IReadOnlyList<MulIrrep> Decompose(Irreps a, Irreps b, CancellationToken cancellation = default)
    {
        CheckGroups(a, b);
        Budget.CheckDim((long)a.Dim * b.Dim);

        // The dimension bounds every multiplicity, so long sums cannot wrap.
        SortedDictionary<Irrep, long> left = Multiplicities(a);
        SortedDictionary<Irrep, long> right = Multiplicities(b);
        SortedDictionary<Irrep, long> product = [];
        foreach (KeyValuePair<Irrep, long> l in left)
        {
            foreach (KeyValuePair<Irrep, long> r in right)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (Irrep irrep in l.Key.Product(r.Key)) Add(product, irrep, l.Value * r.Value);
            }
        }

        List<MulIrrep> terms = [];
        foreach (KeyValuePair<Irrep, long> term in product)
        {
            Budget.CheckMultiplicity(term.Value);
            terms.Add(new((int)term.Value, term.Key));
        }

        return terms;
    }

    /// <summary>
    /// Every path (i, j, irrep): for each entry i of the left factor, each entry j of the right one, and each irrep in their product by
    /// ascending degree. Entries of multiplicity 0 have paths too.
    /// </summary>
    /// <param name="a">Left factor.</param>
    /// <param name="b">Right factor, of the same group.</param>
    /// <exception cref="ArgumentException">The groups differ.</exception>
    public static IEnumerable<Coupled> Paths(Irreps a, Irreps b)
    {
        CheckGroups(a, b);
        return Walk(a, b);

        static IEnumerable<Coupled> Walk(Irreps a, Irreps b)
        {
            for (int i = 0; i < a.Count; i++)
            {
                for (int j = 0; j < b.Count; j++)
                {
                    foreach (Irrep irrep in a[i].Irrep.Product(b[j].Irrep)) yield return new(i, j, irrep);
                }
            }
        }
    }

    private static void CheckGroups(Irreps a, Irreps b)
    {
        if (a.Group != b.Group)
            throw new ArgumentException("No product of representations of " + a.Group.Name() + " and " + b.Group.Name() + ".", nameof(b));
    }

    private static SortedDictionary<Irrep, long> Multiplicities(Irreps irreps)
    {
        SortedDictionary<Irrep, long> multiplicities = [];
        foreach ((int mul, Irrep irrep) in irreps)
        {
            if (mul > 0) Add(multiplicities, irrep, mul);
        }

        return multiplicities;
    }

    private static void Add(SortedDictionary<Irrep, long> sums, Irrep irrep, long mul)
    {
        sums.TryGetValue(irrep, out long sum);
        sums[irrep] = sum + mul;
    }
}
