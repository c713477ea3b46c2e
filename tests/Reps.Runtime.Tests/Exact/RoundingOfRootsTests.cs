using System;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Tests.Exact;

/// <summary>Square roots of rationals become the nearest double and the nearest float, in every range.</summary>
public class RoundingOfRootsTests
{
    [Fact]
    public void The_root_of_one_half_is_the_even_neighbour_that_truncation_misses()
    {
        Assert.Equal(0.70710678118654757, Surd.Sqrt(new Rational(1, 2)).ToDouble());
        Assert.Equal(-0.70710678118654757, (-Surd.Sqrt(new Rational(1, 2))).ToDouble());
        Assert.Equal(0.70710677f, Surd.Sqrt(new Rational(1, 2)).ToSingle());
    }

    [Fact]
    public void Random_rationals_of_every_magnitude_round_to_nearest()
    {
        Random random = new(20240607);
        for (int trial = 0; trial < 4000; trial++)
        {
            BigInteger p = RandomInteger(random, 1 + random.Next(200)) << random.Next(300);
            BigInteger q = RandomInteger(random, 1 + random.Next(200)) << random.Next(300);
            AssertBothFormats(new Rational(p, q));
        }
    }

    [Fact]
    public void Coupling_coefficients_to_spin_twenty_round_to_nearest()
    {
        Random random = new(20);
        int nonzero = 0;
        while (nonzero < 1500)
        {
            (int twoJ1, int twoJ2) = (random.Next(41), random.Next(41));
            int twoJ3 = Math.Abs(twoJ1 - twoJ2) + (2 * random.Next(Math.Min(twoJ1, twoJ2) + 1));
            int twoM1 = twoJ1 - (2 * random.Next(twoJ1 + 1));
            int twoM2 = twoJ2 - (2 * random.Next(twoJ2 + 1));
            if (Math.Abs(twoM1 + twoM2) > twoJ3) continue;
            Surd threeJ = WignerSymbols.ThreeJ(twoJ1, twoJ2, twoJ3, twoM1, twoM2, -twoM1 - twoM2);
            if (threeJ.IsZero) continue;
            nonzero++;
            AssertBothFormats(threeJ.Square);
            AssertBothFormats(ClebschGordan.Complex(twoJ1, twoM1, twoJ2, twoM2, twoJ3, twoM1 + twoM2).Square);
        }
    }

    [Fact]
    public void Subnormal_results_round_once()
    {
        Random random = new(5);
        for (int trial = 0; trial < 1000; trial++)
        {
            // Roots between 2^-1085 and 2^-1020, and between 2^-160 and 2^-125.
            AssertBothFormats(new Rational(RandomInteger(random, 70), BigInteger.One << (2110 + random.Next(130))));
            AssertBothFormats(new Rational(RandomInteger(random, 70), BigInteger.One << (320 + random.Next(70))));
        }

        Assert.Equal(double.Epsilon, Surd.Sqrt(new Rational(1, BigInteger.One << 2148)).ToDouble());
        Assert.Equal(0.0, Surd.Sqrt(new Rational(1, BigInteger.One << 2150)).ToDouble());
        Assert.Equal(double.Epsilon, Surd.Sqrt(new Rational((BigInteger.One << 80) + 1, BigInteger.One << 2230)).ToDouble());
        Assert.Equal(float.Epsilon, Surd.Sqrt(new Rational(1, BigInteger.One << 298)).ToSingle());
        Assert.Equal(0.0f, Surd.Sqrt(new Rational(1, BigInteger.One << 300)).ToSingle());
    }

    [Fact]
    public void Exact_ties_go_to_the_even_neighbour()
    {
        Random random = new(77);
        for (int trial = 0; trial < 500; trial++)
        {
            // (2n + 1)/2 with n of 53 bits lies half way between doubles; with n of 24 bits, between floats.
            foreach (int bits in new[] { 53, 24 })
            {
                BigInteger n = RandomInteger(random, bits);
                Rational midpoint = new((2 * n) + 1, BigInteger.One << (1 + random.Next(100)));
                AssertBothFormats(midpoint * midpoint);
            }
        }

        Rational tie = new((BigInteger.One << 53) + 1, 1);
        Assert.Equal(9007199254740992.0, Surd.FromRational(tie).ToDouble());
        Assert.Equal(9007199254740996.0, Surd.FromRational(tie + 2).ToDouble());
        Assert.Equal(9007199254740992.0, tie.ToDouble());
        Assert.Equal(9007199254740996.0, (tie + 2).ToDouble());
        Assert.Equal(16777216f, new Rational((1 << 24) + 1, 1).ToSingle());
        Assert.Equal(16777220f, new Rational((1 << 24) + 3, 1).ToSingle());
    }

    [Fact]
    public void Single_precision_is_not_rounded_by_way_of_double()
    {
        // 1 + 2^-24 + 2^-60: the double is the tie 1 + 2^-24, whose float is 1; the number itself is above the tie.
        Rational trap = 1 + new Rational(1, 1 << 24) + new Rational(1, BigInteger.One << 60);
        Assert.Equal(1.0f, (float)trap.ToDouble());
        Assert.Equal(MathF.BitIncrement(1.0f), trap.ToSingle());
        Assert.Equal(MathF.BitIncrement(1.0f), Surd.FromRational(trap).ToSingle());
    }

    [Fact]
    public void Huge_fractions_and_the_ends_of_the_range()
    {
        BigInteger huge = BigInteger.Pow(10, 900);
        AssertBothFormats(new Rational(huge + 7, huge - 9));
        AssertBothFormats(new Rational(7 * huge, 11));
        Rational largest = Rational.FromDouble(double.MaxValue);
        Rational halfUnit = new(BigInteger.One << 970, 1);
        Assert.Equal(double.MaxValue, Surd.FromRational(largest + halfUnit - 1).ToDouble());
        Assert.Equal(double.PositiveInfinity, Surd.FromRational(largest + halfUnit).ToDouble());
        Assert.Equal(double.NegativeInfinity, (-Surd.Sqrt(huge)).ToDouble());
        Assert.Equal(float.PositiveInfinity, Surd.Sqrt(huge).ToSingle());
        Assert.Equal(float.MaxValue, Rational.FromDouble(float.MaxValue).ToSingle());
        Assert.Equal(0.0, new Rational(1, huge).ToDouble());
    }

    private static void AssertBothFormats(Rational square)
    {
        Surd root = Surd.Sqrt(square);
        double nearest = root.ToDouble();
        float nearestSingle = root.ToSingle();
        if (double.IsFinite(nearest)) NearestOracle.AssertRoot(nearest, square.Numerator, square.Denominator);
        if (float.IsFinite(nearestSingle)) NearestOracle.AssertRoot(nearestSingle, square.Numerator, square.Denominator);
        Assert.Equal(-nearest, (-root).ToDouble());
        Assert.Equal(-nearestSingle, (-root).ToSingle());

        // A rational number is the root of its square, so the same oracle judges the other conversion.
        Rational value = square;
        if (double.IsFinite(value.ToDouble()))
            NearestOracle.AssertRoot(value.ToDouble(), value.Numerator * value.Numerator, value.Denominator * value.Denominator);
    }

    private static BigInteger RandomInteger(Random random, int bits)
    {
        BigInteger value = BigInteger.One;
        for (int k = 1; k < bits; k++) value = (value << 1) + random.Next(2);
        return value;
    }
}
