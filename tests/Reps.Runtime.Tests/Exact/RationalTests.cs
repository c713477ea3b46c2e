using System;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Tests.Exact;

public class RationalTests
{
    [Fact]
    public void Fractions_are_reduced_with_a_positive_denominator()
    {
        Rational value = new(6, -4);
        Assert.Equal(-3, value.Numerator);
        Assert.Equal(2, value.Denominator);
        Assert.Equal("-3/2", value.ToString());
        Assert.Equal("7", new Rational(14, 2).ToString());
        Assert.Equal(new Rational(1, 3), new Rational(-5, -15));
        Assert.Equal(new Rational(1, 3).GetHashCode(), new Rational(-5, -15).GetHashCode());
    }

    [Fact]
    public void The_default_value_is_zero_over_one()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(new Rational(0, -7), default);
        Assert.Equal(default(Rational).GetHashCode(), new Rational(0, 5).GetHashCode());
        Assert.Equal(1, default(Rational).Denominator);
        Assert.Equal(Rational.One, default(Rational) + 1);
        Assert.Equal("0", default(Rational).ToString());
        Assert.Equal(0.0, default(Rational).ToDouble());
    }

    [Fact]
    public void Arithmetic_satisfies_cross_multiplication()
    {
        Random random = new(1);
        for (int trial = 0; trial < 500; trial++)
        {
            (long a, long b) = (random.Next(-1000, 1000), random.Next(1, 1000));
            (long c, long d) = (random.Next(-1000, 1000), random.Next(1, 1000));
            Rational x = new(a, b);
            Rational y = new(c, d);
            AssertFraction((a * d) + (c * b), b * d, x + y);
            AssertFraction((a * d) - (c * b), b * d, x - y);
            AssertFraction(a * c, b * d, x * y);
            if (c != 0) AssertFraction(a * d, b * c, x / y);
            Assert.Equal((a * d).CompareTo(c * b), x.CompareTo(y));
            Assert.Equal(a * d < c * b, x < y);
            Assert.Equal(a * d >= c * b, x >= y);
            Assert.Equal(a * d == c * b, x == y);
            Assert.Equal(Math.Sign(a), x.Sign);
            AssertFraction(Math.Abs(a), b, x.Abs());
            AssertFraction(-a, b, -x);
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.0)]
    [InlineData(1.0)]
    [InlineData(-123456.789)]
    [InlineData(double.Epsilon)]
    [InlineData(2.2250738585072011e-308)]
    [InlineData(2.2250738585072014e-308)]
    [InlineData(double.MaxValue)]
    public void Doubles_convert_exactly_and_back(double value)
    {
        (BigInteger p, BigInteger q) = NearestOracle.Fraction(value);
        Assert.Equal(new Rational(p, q), Rational.FromDouble(value));
        Assert.Equal(value, Rational.FromDouble(value).ToDouble());
    }

    [Fact]
    public void One_tenth_is_not_a_double()
    {
        Assert.Equal("3602879701896397/36028797018963968", Rational.FromDouble(0.1).ToString());
        Assert.Equal(0.1, new Rational(1, 10).ToDouble());
        Assert.Equal(0.1f, new Rational(1, 10).ToSingle());
        Assert.Equal(1.0 / 3, new Rational(1, 3).ToDouble());
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Equal("denominator", Assert.Throws<ArgumentOutOfRangeException>(() => new Rational(1, 0)).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => Rational.FromDouble(double.NaN)).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => Rational.FromDouble(double.NegativeInfinity)).ParamName);
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
    }

    private static void AssertFraction(long p, long q, Rational actual)
    {
        Assert.Equal(actual.Numerator * q, p * actual.Denominator);
        Assert.True(actual.Denominator.Sign > 0);
        Assert.True(BigInteger.GreatestCommonDivisor(actual.Numerator, actual.Denominator).IsOne);
    }
}
