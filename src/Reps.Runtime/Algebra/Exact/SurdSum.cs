using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>
/// An exact finite sum of surds. Terms with the same power of π whose squares have a rational square as product are added up, so the
/// terms kept are linearly independent over the rationals: the form is unique, and the sum is zero only if it has no terms.
/// </summary>
/// <remarks>
/// Independence: square roots of rationals in different square classes are independent over the rationals, and π is transcendental.
/// </remarks>
public sealed class SurdSum : IEquatable<SurdSum>
{
    private readonly Surd[] _terms;

    private SurdSum(Surd[] terms) => _terms = terms;

    /// <summary>Zero: no terms.</summary>
    public static SurdSum Zero { get; } = new([]);

    /// <summary>The terms, none zero, ordered by power of π and then by square.</summary>
    public IReadOnlyList<Surd> Terms => Array.AsReadOnly(_terms);

    /// <summary>Whether this is zero.</summary>
    public bool IsZero => _terms.Length == 0;

    /// <summary>−1, 0 or +1, decided exactly.</summary>
    public int Sign
    {
        get
        {
            if (_terms.Length <= 1) return IsZero ? 0 : _terms[0].Sign;

            // The sum is not zero, so a fine enough enclosure leaves zero out.
            for (int bits = FirstBits(); ; bits *= 2)
            {
                (BigInteger low, BigInteger high) = Enclose(bits);
                if (low.Sign > 0) return 1;
                if (high.Sign < 0) return -1;
            }
        }
    }

    /// <summary>A surd is the sum of itself.</summary>
    public static implicit operator SurdSum(Surd value) => FromSurd(value);

    /// <summary>Opposite.</summary>
    public static SurdSum operator -(SurdSum value) => new([.. value._terms.Select(static term => -term)]);

    /// <summary>Sum.</summary>
    public static SurdSum operator +(SurdSum left, SurdSum right) => Sum(left._terms.Concat(right._terms));

    /// <summary>Difference.</summary>
    public static SurdSum operator -(SurdSum left, SurdSum right) => left + -right;

    /// <summary>Product.</summary>
    public static SurdSum operator *(SurdSum left, SurdSum right)
        => Sum(left._terms.SelectMany(term => right._terms.Select(other => term * other)));

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(SurdSum? left, SurdSum? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the numbers differ.</summary>
    public static bool operator !=(SurdSum? left, SurdSum? right) => !(left == right);

    /// <summary>The sum of one term.</summary>
    public static SurdSum FromSurd(Surd value) => value.IsZero ? Zero : new([value]);

    /// <summary>The sum of any number of terms.</summary>
    public static SurdSum Sum(IEnumerable<Surd> terms)
    {
        List<Surd> independent = [];
        foreach (Surd term in terms) Insert(independent, term);
        independent.Sort(static (left, right) => left.HalfPowersOfPi != right.HalfPowersOfPi
            ? left.HalfPowersOfPi.CompareTo(right.HalfPowersOfPi)
            : left.Square.CompareTo(right.Square));
        return independent.Count == 0 ? Zero : new SurdSum([.. independent]);
    }

    /// <summary>The nearest double, ties to even; infinite beyond the range of doubles.</summary>
    public double ToDouble()
    {
        // Two independent terms never add up to a rational, so the enclosure of their sum ends.
        if (_terms.Length <= 1) return IsZero ? 0.0 : _terms[0].ToDouble();
        return Enclosure.ToDouble(Enclose, FirstBits());
    }

    /// <summary>The nearest float, ties to even; infinite beyond the range of floats. Rounded once, not by way of double.</summary>
    public float ToSingle()
    {
        if (_terms.Length <= 1) return IsZero ? 0.0f : _terms[0].ToSingle();
        return Enclosure.ToSingle(Enclose, FirstBits());
    }

    /// <inheritdoc/>
    public bool Equals(SurdSum? other) => other is not null && _terms.SequenceEqual(other._terms);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SurdSum);

    /// <inheritdoc/>
    public override int GetHashCode() => _terms.Aggregate(0, static (hash, term) => unchecked((hash * 397) ^ term.GetHashCode()));

    /// <summary>The terms in radicals, e.g. "1/2 - sqrt(3)/6"; "0" for none.</summary>
    public override string ToString()
    {
        if (IsZero) return "0";
        string text = _terms[0].ToString();
        foreach (Surd term in _terms.Skip(1)) text += (term.Sign < 0 ? " - " : " + ") + term.Abs();
        return text;
    }

    // At most one term kept so far is in the square class of the new one.
    private static void Insert(List<Surd> independent, Surd term)
    {
        if (term.IsZero) return;
        for (int k = 0; k < independent.Count; k++)
        {
            if (!(term / independent[k]).TryGetRational(out Rational ratio)) continue;
            Surd sum = independent[k] * Surd.FromRational(Rational.One + ratio);
            if (sum.IsZero) independent.RemoveAt(k);
            else independent[k] = sum;
            return;
        }

        independent.Add(term);
    }

    private int FirstBits() => Math.Max(64, _terms.Max(static term => Enclosure.FirstBits(term)));

    private (BigInteger Low, BigInteger High) Enclose(int bits)
    {
        BigInteger low = BigInteger.Zero;
        BigInteger high = BigInteger.Zero;
        foreach (Surd term in _terms)
        {
            (BigInteger termLow, BigInteger termHigh) = Enclosure.Of(term, bits);
            low += termLow;
            high += termHigh;
        }

        return (low, high);
    }
}
