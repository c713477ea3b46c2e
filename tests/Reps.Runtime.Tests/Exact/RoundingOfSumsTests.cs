using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Tests.Exact;

/// <summary>Numbers with π, and sums of roots, become the nearest double and float: judged by hundred-digit decimals.</summary>
public class RoundingOfSumsTests
{
    [Fact]
    public void Surds_with_powers_of_pi_round_to_nearest()
    {
        Random random = new(314);
        for (int trial = 0; trial < 600; trial++)
        {
            Surd value = RandomSurd(random, maxHalfPowers: 5);
            BigInteger expected = Decimal(value);
            FixedPointOracle.AssertNearest(value.ToDouble(), expected);
            FixedPointOracle.AssertNearest(value.ToSingle(), expected);
        }
    }

    [Fact]
    public void Pi_itself_and_its_root()
    {
        Assert.Equal(Math.PI, Surd.FromSquare(1, 1, 2).ToDouble());
        Assert.Equal(MathF.PI, Surd.FromSquare(1, 1, 2).ToSingle());
        Assert.Equal(1 / Math.PI, Surd.FromSquare(1, 1, -2).ToDouble(), 1e-16);
        Assert.Equal(0.28209479177387814, Surd.FromSquare(1, new Rational(1, 4), -1).ToDouble());
    }

    [Fact]
    public void The_expansion_of_pi_agrees_with_its_known_digits()
    {
        // ⌊π·10^100⌋ from the binary expansion: 400 bits exceed 100 decimals.
        BigInteger digits = (Reps.Algebra.PiExpansion.Floor(400) * FixedPointOracle.One) >> 400;
        Assert.Equal(FixedPointOracle.Root(1, 1, 2), digits, (BigInteger a, BigInteger b) => BigInteger.Abs(a - b) <= 2);

        // A longer expansion extends a shorter one.
        Assert.Equal(Reps.Algebra.PiExpansion.Floor(300), Reps.Algebra.PiExpansion.Floor(6000) >> 5700);
    }

    [Fact]
    public void Sums_round_to_nearest()
    {
        Random random = new(2718);
        for (int trial = 0; trial < 400; trial++)
        {
            List<Surd> terms = [.. Enumerable.Range(0, 2 + random.Next(4)).Select(_ => RandomSurd(random, maxHalfPowers: 2))];
            SurdSum sum = SurdSum.Sum(terms);
            BigInteger expected = terms.Aggregate(BigInteger.Zero, (total, term) => total + Decimal(term));
            FixedPointOracle.AssertNearest(sum.ToDouble(), expected);
            FixedPointOracle.AssertNearest(sum.ToSingle(), expected);
            Assert.Equal(expected.Sign, sum.Sign);
        }
    }

    [Fact]
    public void Cancellation_loses_no_digits()
    {
        // √n + √(n+2) − 2√(n+1) ≈ −1/4 n^(-3/2): about 10^-24 left of numbers of size 10^8.
        BigInteger n = BigInteger.Pow(10, 16);
        SurdSum second = SurdSum.Sum([Surd.Sqrt(n), Surd.Sqrt(n + 2), -Surd.Sqrt(4 * (n + 1))]);
        Assert.Equal(-1, second.Sign);
        BigInteger outer = FixedPointOracle.Root(n, 1, 0) + FixedPointOracle.Root(n + 2, 1, 0);
        BigInteger expected = outer - (2 * FixedPointOracle.Root(n + 1, 1, 0));
        FixedPointOracle.AssertNearest(second.ToDouble(), expected);

        // (√2 − 1)^k with k = 60 multiplied out is a − b√2 with a, b of 23 digits, a number near 10^-23.
        SurdSum factor = Surd.Sqrt(2) - SurdSum.FromSurd(Surd.One);
        SurdSum power = Surd.One;
        for (int k = 0; k < 60; k++) power *= factor;
        Assert.Equal(2, power.Terms.Count);
        Assert.Equal(1, power.Sign);
        Assert.Equal(Math.Pow(Math.Sqrt(2) - 1, 60), power.ToDouble(), 1e-35);
    }

    private static BigInteger Decimal(Surd value)
        => value.Sign * FixedPointOracle.Root(value.Square.Numerator, value.Square.Denominator, value.HalfPowersOfPi);

    private static Surd RandomSurd(Random random, int maxHalfPowers)
        => Surd.FromSquare(
            random.Next(2) == 0 ? 1 : -1,
            new Rational(1 + random.NextInt64(1L << (1 + random.Next(60))), 1 + random.NextInt64(1L << (1 + random.Next(60)))),
            random.Next(-maxHalfPowers, maxHalfPowers + 1));
}
