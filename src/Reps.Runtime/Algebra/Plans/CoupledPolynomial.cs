using System;
using System.Collections.Generic;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The components of one irrep as polynomials in the components of some segments: what is left of a chain of couplings when the order of
/// equal factors is forgotten. A symmetric tensor and its polynomial are the same thing; its entries are the polynomial's coefficients
/// divided by the number of orders of the monomial.
/// </summary>
/// <remarks>
/// All coefficients are surds, although they are sums: at given projections every term of a chain of Clebsch-Gordan coefficients is the
/// same root √(Π (l±m)!), times a root that belongs to the chain of degrees, times a rational number.
/// </remarks>
internal sealed class CoupledPolynomial
{
    private const int Bits = 16;

    private readonly int[] _segments;
    private readonly Irrep _irrep;
    private readonly Dictionary<(long Monomial, int Component), Surd> _terms;

    private CoupledPolynomial(int[] segments, Irrep irrep, Dictionary<(long, int), Surd> terms) => (_segments, _irrep, _terms) = (segments, irrep, terms);

    /// <summary>Whether the polynomials vanish, as those of an antisymmetric coupling do.</summary>
    public bool IsZero => _terms.Count == 0;

    /// <summary>The components of one segment.</summary>
    public static CoupledPolynomial Of(int segment, Irrep irrep)
    {
        Dictionary<(long, int), Surd> terms = [];
        for (int i = 0; i < irrep.Dim; i++) terms.Add((i, i), Surd.One);
        return new CoupledPolynomial([segment], irrep, terms);
    }

    /// <summary>Couples with one more segment; equal segments follow each other.</summary>
    public CoupledPolynomial Couple(int segment, Irrep irrep, Irrep target, CancellationToken cancellationToken)
    {
        SparseTensor coupling = ClebschGordan.RealTensor(_irrep.L, irrep.L, target.L, cancellationToken);
        List<(int Factor, int Target, Surd Value)>[] ends = new List<(int, int, Surd)>[_irrep.Dim];
        for (int i = 0; i < ends.Length; i++) ends[i] = [];
        Surd size = Surd.Sqrt(target.Dim);
        for (int e = 0; e < coupling.Count; e++) ends[coupling.Index(e, 0)].Add((coupling.Index(e, 1), coupling.Index(e, 2), size * coupling.Value(e)));
        int[] segments = [.. _segments, segment];
        Dictionary<(long, int), Surd> terms = [];
        foreach (KeyValuePair<(long Monomial, int Component), Surd> term in _terms)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach ((int factor, int end, Surd value) in ends[term.Key.Component])
                Add(terms, (Append(segments, term.Key.Monomial, factor), end), term.Value * value);
        }
        return new CoupledPolynomial(segments, target, terms);
    }

    /// <summary>This plus a multiple of another of the same segments and irrep.</summary>
    public CoupledPolynomial Plus(Surd factor, CoupledPolynomial other)
    {
        Dictionary<(long, int), Surd> terms = new(_terms);
        foreach (KeyValuePair<(long, int), Surd> term in other._terms) Add(terms, term.Key, factor * term.Value);
        return new CoupledPolynomial(_segments, _irrep, terms);
    }

    /// <summary>All coefficients times a number.</summary>
    public CoupledPolynomial Times(Surd factor)
    {
        Dictionary<(long, int), Surd> terms = [];
        foreach (KeyValuePair<(long, int), Surd> term in _terms) terms.Add(term.Key, factor * term.Value);
        return new CoupledPolynomial(_segments, _irrep, terms);
    }

    /// <summary>
    /// The scalar product of the symmetric tensors of one component: by Schur's lemma it is the same for every component, and zero between
    /// two of them.
    /// </summary>
    public Surd Dot(CoupledPolynomial other)
    {
        Dictionary<int, Surd> sum = [];
        foreach (KeyValuePair<(long Monomial, int Component), Surd> term in _terms)
            if (term.Key.Component == _irrep.L && other._terms.TryGetValue(term.Key, out Surd value))
                Add(sum, 0, term.Value * value / Surd.FromRational(Orders(term.Key.Monomial)));
        return sum.TryGetValue(0, out Surd result) ? result : Surd.Zero;
    }

    /// <summary>The coefficients, one representative for each monomial: indices of equal segments do not decrease.</summary>
    public SparseTensor ToTensor(Irreps input)
    {
        int[] shape = new int[_segments.Length + 1];
        for (int n = 0; n < _segments.Length; n++) shape[n] = input[_segments[n]].Irrep.Dim;
        shape[_segments.Length] = _irrep.Dim;
        List<(int[] Index, Surd Value)> entries = [];
        foreach (KeyValuePair<(long Monomial, int Component), Surd> term in _terms)
        {
            int[] index = new int[shape.Length];
            for (int n = 0; n < _segments.Length; n++) index[n] = Factor(term.Key.Monomial, n, _segments.Length);
            index[_segments.Length] = term.Key.Component;
            entries.Add((index, term.Value));
        }
        return new SparseTensor(shape, entries);
    }

    private static void Add<TKey>(Dictionary<TKey, Surd> terms, TKey key, Surd value)
        where TKey : notnull
    {
        if (!terms.TryGetValue(key, out Surd old))
        {
            if (!value.IsZero) terms.Add(key, value);
            return;
        }
        if (value.IsZero) return;
        if (!(value / old).TryGetRational(out Rational ratio)) throw new InvalidOperationException($"{old} and {value} do not add up to a surd.");
        Surd sum = old * Surd.FromRational(Rational.One + ratio);
        if (sum.IsZero) terms.Remove(key);
        else terms[key] = sum;
    }

    // Insertion among the factors of the same segment keeps them in order, so that a monomial has one form.
    private static long Append(int[] segments, long monomial, int factor)
    {
        int last = segments.Length - 1;
        int place = last;
        while (place > 0 && segments[place - 1] == segments[last] && Factor(monomial, place - 1, last) > factor) place--;
        long result = 0;
        for (int n = 0; n <= last; n++)
            result = (result << Bits) | (uint)(n < place ? Factor(monomial, n, last) : n == place ? factor : Factor(monomial, n - 1, last));
        return result;
    }

    private static int Factor(long monomial, int place, int count) => (int)(monomial >> (Bits * (count - 1 - place))) & ((1 << Bits) - 1);

    // n! / Π α!: in how many orders the factors of a monomial can be written.
    private Rational Orders(long monomial)
    {
        BigInteger orders = BigInteger.One;
        int run = 0;
        for (int n = 0; n < _segments.Length; n++)
        {
            bool repeats = n > 0 && _segments[n] == _segments[n - 1] && Factor(monomial, n, _segments.Length) == Factor(monomial, n - 1, _segments.Length);
            run = repeats ? run + 1 : 1;
            orders = orders * (n + 1) / run;
        }
        return orders;
    }
}
