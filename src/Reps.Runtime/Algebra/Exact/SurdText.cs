using System.Collections.Generic;
using System.Globalization;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>Writes surds as n·√r·π^(h/2)/d with r an integer without small square factors.</summary>
internal static class SurdText
{
    // Coupling coefficients have only primes up to j1 + j2 + j3 + 1 under the root. Beyond this cap, a square factor may stay there.
    private const int LargestTrialDivisor = 10_000;

    /// <summary>The text of <paramref name="value"/>, e.g. "-3*sqrt(7)/(14*sqrt(pi))".</summary>
    public static string Format(Surd value)
    {
        if (value.IsZero) return "0";

        // √(p/q) = s√r / (t·u) with p = s²·r', q = t²·u, r = r'·u.
        (BigInteger outerP, BigInteger innerP) = PullSquares(value.Square.Numerator);
        (BigInteger outerQ, BigInteger innerQ) = PullSquares(value.Square.Denominator);
        Rational factor = new(outerP, outerQ * innerQ);
        BigInteger radicand = innerP * innerQ;

        List<string> above = [];
        List<string> below = [];
        if (!factor.Numerator.IsOne) above.Add(factor.Numerator.ToString(CultureInfo.InvariantCulture));
        if (!factor.Denominator.IsOne) below.Add(factor.Denominator.ToString(CultureInfo.InvariantCulture));
        if (!radicand.IsOne) above.Add("sqrt(" + radicand.ToString(CultureInfo.InvariantCulture) + ")");
        if (value.HalfPowersOfPi > 0) above.Add(PowerOfPi(value.HalfPowersOfPi));
        if (value.HalfPowersOfPi < 0) below.Add(PowerOfPi(-value.HalfPowersOfPi));

        string text = above.Count == 0 ? "1" : string.Join("*", above);
        if (below.Count == 1) text += "/" + below[0];
        if (below.Count > 1) text += "/(" + string.Join("*", below) + ")";
        return value.Sign < 0 ? "-" + text : text;
    }

    private static string PowerOfPi(int halves) => halves switch
    {
        1 => "sqrt(pi)",
        2 => "pi",
        _ when halves % 2 == 0 => "pi**" + (halves / 2).ToString(CultureInfo.InvariantCulture),
        _ => "pi**(" + halves.ToString(CultureInfo.InvariantCulture) + "/2)",
    };

    private static (BigInteger Outer, BigInteger Inner) PullSquares(BigInteger value)
    {
        BigInteger outer = BigInteger.One;
        BigInteger inner = BigInteger.One;
        BigInteger rest = value;
        for (int divisor = 2; divisor <= LargestTrialDivisor; divisor += divisor == 2 ? 1 : 2)
        {
            // What is left has no factor below the divisor: a square of a prime is found by the root below, nothing else can hide.
            if (rest < (BigInteger)divisor * divisor * divisor) break;
            bool once = false;
            while (true)
            {
                BigInteger quotient = BigInteger.DivRem(rest, divisor, out BigInteger remainder);
                if (!remainder.IsZero) break;
                rest = quotient;
                if (once) outer *= divisor;
                once = !once;
            }

            if (once) inner *= divisor;
        }

        return IntegerMath.TrySqrt(rest, out BigInteger root) ? (outer * root, inner) : (outer, inner * rest);
    }
}
