using System;
using System.Collections.Generic;
using System.Threading;

namespace Reps.Algebra;

/// <summary>The equivariant maps from the symmetric powers of a representation (one channel of it) to an irrep.</summary>
internal static class SymmetricPower
{
    /// <summary>The products of so many segments, in lexicographic order; in each product two equal segments are the first ones.</summary>
    public static IEnumerable<int[]> Products(Irreps input, int degree)
    {
        for (int a = 0; a < input.Count; a++)
        {
            if (degree == 1) yield return [a];
            for (int b = a; b < input.Count && degree > 1; b++)
            {
                if (degree == 2) yield return [a, b];
                for (int c = b; c < input.Count && degree > 2; c++) yield return b == c ? [b, c, a] : [a, b, c];
            }
        }
    }

    /// <summary>How often the irrep occurs in the product of the segments, equal segments multiplied symmetrically.</summary>
    public static int Multiplicity(Irreps input, int[] segments, Irrep target)
    {
        int parity = target.Parity;
        foreach (int segment in segments) parity *= input[segment].Irrep.Parity;
        if (parity < 0) return 0;
        int a = input[segments[0]].Irrep.L;
        if (segments.Length == 1) return a == target.L ? 1 : 0;
        int b = input[segments[1]].Irrep.L;
        bool equal = segments[0] == segments[1];
        if (segments.Length == 2) return IsTriad(a, b, target.L) && (!equal || target.L % 2 == 0) ? 1 : 0;
        int c = input[segments[2]].Irrep.L;
        if (equal && segments[1] == segments[2]) return Cube(a, target.L) - Cube(a, target.L + 1);
        // The chains whose intermediate degree couples on; of equal factors only the even degrees are symmetric.
        int count = 0;
        for (int l = Math.Abs(a - b); l <= a + b; l++)
            if (IsTriad(l, c, target.L) && (!equal || l % 2 == 0))
                count++;
        return count;
    }

    /// <summary>An upper bound on the coefficients of one map: at given factors, few components of the result are not zero.</summary>
    public static long CoefficientBound(Irreps input, int[] segments, Irrep target)
    {
        long monomials = 1;
        int run = 0;
        for (int n = 0; n < segments.Length; n++)
        {
            run = n > 0 && segments[n] == segments[n - 1] ? run + 1 : 1;
            monomials = monomials * (input[segments[n]].Irrep.Dim + run - 1) / run;
        }
        return monomials * Math.Min(target.Dim, 1 << (segments.Length - 1));
    }

    /// <summary>
    /// An orthonormal basis of the maps from the product of the segments: each component of each map is a symmetric tensor of norm one,
    /// and tensors of different maps are orthogonal. Chains of couplings are made symmetric and then orthonormal, in exact numbers.
    /// </summary>
    public static IReadOnlyList<SparseTensor> Basis(Irreps input, int[] segments, Irrep target, CancellationToken cancellationToken)
    {
        int count = Multiplicity(input, segments, target);
        List<CoupledPolynomial> basis = [];
        foreach (CoupledPolynomial chain in Chains(input, segments, target, cancellationToken))
        {
            if (basis.Count == count) break;
            CoupledPolynomial rest = chain;
            foreach (CoupledPolynomial other in basis)
                if (chain.Dot(other) is { IsZero: false } part)
                    rest = rest.Plus(-part, other);
            if (!rest.IsZero) basis.Add(rest.Times(Surd.Sqrt(Rational.One / rest.Dot(rest).ToRational())));
        }
        return basis.ConvertAll(polynomial => polynomial.ToTensor(input));
    }

    private static IEnumerable<CoupledPolynomial> Chains(Irreps input, int[] segments, Irrep target, CancellationToken cancellationToken)
    {
        List<(CoupledPolynomial Polynomial, Irrep Irrep)> chains = [(CoupledPolynomial.Of(segments[0], input[segments[0]].Irrep), input[segments[0]].Irrep)];
        for (int n = 1; n < segments.Length; n++)
        {
            Irrep factor = input[segments[n]].Irrep;
            List<(CoupledPolynomial, Irrep)> longer = [];
            foreach ((CoupledPolynomial polynomial, Irrep irrep) in chains)
                foreach (Irrep coupled in irrep.Product(factor))
                {
                    // The last coupling ends in the target; the others, where it can still be reached.
                    if (n == segments.Length - 1 ? coupled != target : n == segments.Length - 2 && !TensorProductRules.Couples(coupled, input[segments[n + 1]].Irrep, target)) continue;
                    CoupledPolynomial product = polynomial.Couple(segments[n], factor, coupled, cancellationToken);
                    if (!product.IsZero) longer.Add((product, coupled));
                }
            chains = longer;
        }
        foreach ((CoupledPolynomial polynomial, Irrep irrep) in chains)
            if (irrep == target)
                yield return polynomial;
    }

    private static bool IsTriad(int a, int b, int c) => c >= Math.Abs(a - b) && c <= a + b;

    // In how many ways three projections of one degree, in any order, add up to m.
    private static int Cube(int l, int m)
    {
        int count = 0;
        for (int first = -l; first <= l; first++)
        for (int second = first; second <= l; second++)
        {
            int third = m - first - second;
            if (third >= second && third <= l) count++;
        }
        return count;
    }

    private static Rational ToRational(this Surd value) => value.TryGetRational(out Rational result) ? result : throw new InvalidOperationException($"{value} is not rational.");
}
