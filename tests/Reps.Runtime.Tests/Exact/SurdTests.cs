using System;
using System.Globalization;
using System.Numerics;
using System.Threading;
using Reps.Algebra;

namespace Reps.Tests.Exact;

public class SurdTests
{
    [Fact]
    public void Products_and_quotients_multiply_squares_signs_and_powers_of_pi()
    {
        Surd a = Surd.FromSquare(-1, new Rational(2, 3), 1);
        Surd b = Surd.FromSquare(1, new Rational(6, 5), -3);
        Assert.Equal(Surd.FromSquare(-1, new Rational(4, 5), -2), a * b);
        Assert.Equal(Surd.FromSquare(-1, new Rational(5, 9), 4), a / b);
        Assert.Equal(Surd.FromSquare(1, new Rational(2, 3), 1), -a);
        Assert.Equal(-a, a.Abs());
        Assert.Equal(Surd.One, a / a);
        Assert.Equal(Surd.FromRational(new Rational(-7, 2)), Surd.FromSquare(-1, new Rational(49, 4)));
        Assert.True(a != b);
    }

    [Fact]
    public void Zero_has_one_form()
    {
        Assert.Equal(default, Surd.FromSquare(1, 0, 5));
        Assert.Equal(default, Surd.FromSquare(0, 3, 5));
        Assert.Equal(default, Surd.FromSquare(-1, 2, 1) * Surd.Zero);
        Assert.Equal(Surd.Zero, -Surd.Zero);
        Assert.Equal(Surd.Zero, Surd.FromRational(0));
        Assert.True(default(Surd).IsZero);
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits((-Surd.Zero).ToDouble()));
    }

    [Fact]
    public void Rational_surds_are_recognised()
    {
        Assert.True(Surd.FromSquare(-1, new Rational(49, 144)).TryGetRational(out Rational value));
        Assert.Equal(new Rational(-7, 12), value);
        Assert.True(Surd.Zero.TryGetRational(out value));
        Assert.True(value.IsZero);
        Assert.False(Surd.Sqrt(new Rational(1, 2)).TryGetRational(out _));
        Assert.False(Surd.FromSquare(1, 4, 2).TryGetRational(out _));
    }

    [Fact]
    public void Squares_are_told_from_their_neighbours()
    {
        for (int n = 0; n < 2000; n++)
        {
            int root = (int)Math.Sqrt(n);
            Assert.Equal(root * root == n, IntegerMath.TrySqrt(n, out BigInteger found) && found == root);
        }

        // Floors next to squares of every length.
        for (int bits = 1; bits < 400; bits++)
        {
            BigInteger root = (BigInteger.One << bits) - 1 - (bits % 3);
            if (root.Sign <= 0) continue;
            Assert.Equal(root, IntegerMath.SqrtFloor(root * root));
            Assert.Equal(root - 1, IntegerMath.SqrtFloor((root * root) - 1));
            Assert.Equal(root, IntegerMath.SqrtFloor((root * root) + (2 * root)));
        }

        BigInteger large = BigInteger.Pow(10, 77) + 12345;
        Assert.True(IntegerMath.TrySqrt(large * large, out BigInteger exact));
        Assert.Equal(large, exact);
        Assert.Equal(large - 1, IntegerMath.SqrtFloor((large * large) - 1));
        Assert.Equal(large, IntegerMath.SqrtFloor((large * large) + (2 * large)));
    }

    [Fact]
    public void Bit_lengths_around_powers_of_two()
    {
        Assert.Equal(0, IntegerMath.BitLength(0));
        for (int power = 0; power < 300; power++)
        {
            BigInteger two = BigInteger.One << power;
            Assert.Equal(power + 1, IntegerMath.BitLength(two));
            Assert.Equal(power, IntegerMath.BitLength(two - 1));
        }
    }

    [Theory]
    [InlineData(0, 1, 1, 0, "0")]
    [InlineData(1, 1, 1, 0, "1")]
    [InlineData(-1, 1, 1, 0, "-1")]
    [InlineData(1, 1, 4, 0, "1/2")]
    [InlineData(-1, 9, 4, 0, "-3/2")]
    [InlineData(1, 11, 840, 0, "sqrt(2310)/420")]
    [InlineData(-1, 5, 336, 0, "-sqrt(105)/84")]
    [InlineData(1, 12, 1, 0, "2*sqrt(3)")]
    [InlineData(1, 1, 4, -1, "1/(2*sqrt(pi))")]
    [InlineData(1, 15, 49, -1, "sqrt(15)/(7*sqrt(pi))")]
    [InlineData(-1, 1, 1, -1, "-1/sqrt(pi)")]
    [InlineData(1, 1, 1, 2, "pi")]
    [InlineData(1, 3, 4, 1, "sqrt(3)*sqrt(pi)/2")]
    [InlineData(1, 4, 1, 4, "2*pi**2")]
    [InlineData(1, 1, 25, -3, "1/(5*pi**(3/2))")]
    public void Text_is_in_radicals(int sign, int p, int q, int halfPowersOfPi, string expected)
        => Assert.Equal(expected, Surd.FromSquare(sign, new Rational(p, q), halfPowersOfPi).ToString());

    [Fact]
    public void Square_factors_leave_the_root_even_when_their_primes_are_large()
    {
        // 9973 is the last prime below the cap of the trial divisors, 10007 and 10009 the first above it.
        BigInteger beyond = 10007;
        Assert.Equal("9973*sqrt(19946)", Surd.Sqrt(BigInteger.Pow(9973, 3) * 2).ToString());
        Assert.Equal("10007*sqrt(2)", Surd.Sqrt(beyond * beyond * 2).ToString());
        BigInteger hidden = beyond * beyond * 10009;
        Assert.Equal($"sqrt({hidden})", Surd.Sqrt(hidden).ToString());
    }

    [Fact]
    public void Text_does_not_depend_on_the_culture()
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        CultureInfo odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "~";
        odd.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            Thread.CurrentThread.CurrentCulture = odd;
            Assert.Equal("-3*sqrt(7)/(14*sqrt(pi))", Surd.FromSquare(-1, new Rational(9, 28), -1).ToString());
            Assert.Equal("-3/2", new Rational(-3, 2).ToString());
            Assert.Equal("-2.5", ExactDecimal.Format(-2.5));
            Assert.Equal("1E-30", ExactDecimal.Format(1e-30));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Equal("square", Assert.Throws<ArgumentOutOfRangeException>(() => Surd.Sqrt(-1)).ParamName);
        Assert.Equal("square", Assert.Throws<ArgumentOutOfRangeException>(() => Surd.FromSquare(1, new Rational(-1, 2))).ParamName);
        Assert.Equal("sign", Assert.Throws<ArgumentOutOfRangeException>(() => Surd.FromSquare(2, 1)).ParamName);
        Assert.Throws<DivideByZeroException>(() => Surd.One / Surd.Zero);
    }
}
