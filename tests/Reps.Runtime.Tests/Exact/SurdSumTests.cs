using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Exact;

public class SurdSumTests
{
    private static readonly Surd s_pi = Surd.FromSquare(1, 1, 2);

    [Fact]
    public void Dependent_roots_are_added_up()
    {
        Assert.Equal(SurdSum.FromSurd(Surd.Sqrt(18)), Surd.Sqrt(2) + SurdSum.FromSurd(Surd.Sqrt(8)));
        Assert.Equal(SurdSum.FromSurd(Surd.Sqrt(new Rational(1, 6))), SurdSum.FromSurd(Surd.Sqrt(6)) - Surd.Sqrt(new Rational(25, 6)));
        Assert.True((SurdSum.FromSurd(Surd.Sqrt(2)) - Surd.Sqrt(2)).IsZero);
        Assert.Equal(2, (SurdSum.FromSurd(Surd.Sqrt(2)) + Surd.Sqrt(3)).Terms.Count);
        Assert.Equal(2, (SurdSum.FromSurd(Surd.One) + s_pi).Terms.Count);
        Assert.Equal(SurdSum.FromSurd(Surd.FromSquare(1, 9, 2)), s_pi + SurdSum.FromSurd(s_pi) + s_pi);
    }

    [Fact]
    public void Conjugates_multiply_to_their_norm()
    {
        SurdSum root = Surd.Sqrt(2);
        Assert.Equal(SurdSum.FromSurd(-Surd.One), (Surd.One + root) * (Surd.One - root));

        // Π over the signs of (√2 ± √3 ± √5) = −24.
        SurdSum product = Surd.One;
        foreach (int a in new[] { 1, -1 })
        {
            foreach (int b in new[] { 1, -1 }) product *= SurdSum.Sum([Surd.Sqrt(2), Surd.FromSquare(a, 3), Surd.FromSquare(b, 5)]);
        }

        Assert.Equal(SurdSum.FromSurd(Surd.FromRational(-24)), product);
    }

    [Fact]
    public void Ring_laws_hold_exactly()
    {
        Random random = new(42);
        for (int trial = 0; trial < 60; trial++)
        {
            SurdSum a = RandomSum(random);
            SurdSum b = RandomSum(random);
            SurdSum c = RandomSum(random);
            Assert.Equal(a * (b + c), (a * b) + (a * c));
            Assert.Equal((a * b) * c, a * (b * c));
            Assert.Equal(a + b, b + a);
            Assert.Equal((a + b).GetHashCode(), (b + a).GetHashCode());
            Assert.True((a - b) + b == a);
            Assert.Equal(a.IsZero, (a * a).Sign == 0);
            Assert.Equal(-a.Sign, (-a).Sign);
            Assert.True(b.IsZero || a + b != a);
        }
    }

    [Fact]
    public void The_form_is_independent_of_the_order_of_terms()
    {
        List<Surd> terms = [Surd.Sqrt(5), s_pi, -Surd.Sqrt(2), Surd.FromRational(new Rational(1, 2)), Surd.Sqrt(20)];
        SurdSum forward = SurdSum.Sum(terms);
        SurdSum backward = SurdSum.Sum(Enumerable.Reverse(terms));
        Assert.True(forward.Terms.SequenceEqual(backward.Terms));
        Assert.Equal("1/2 - sqrt(2) + 3*sqrt(5) + pi", forward.ToString());
        Assert.Equal("0", SurdSum.Zero.ToString());
        Assert.Equal(0.0, SurdSum.Zero.ToDouble());
        Assert.Equal(0.0f, SurdSum.Zero.ToSingle());
    }

    [Fact]
    public void Infinite_sums_do_not_loop()
    {
        Surd huge = Surd.FromRational(System.Numerics.BigInteger.Pow(10, 400));
        Assert.Equal(double.PositiveInfinity, (huge + SurdSum.FromSurd(Surd.Sqrt(2))).ToDouble());
        Surd tiny = Surd.One / huge;
        Assert.Equal(0.0, ((tiny * Surd.Sqrt(2)) - SurdSum.FromSurd(tiny)).ToDouble());
        Assert.Equal(1, ((tiny * Surd.Sqrt(2)) - SurdSum.FromSurd(tiny)).Sign);
    }

    private static SurdSum RandomSum(Random random)
        => SurdSum.Sum(Enumerable.Range(0, random.Next(4)).Select(_ => Surd.FromSquare(
            random.Next(2) == 0 ? 1 : -1, new Rational(random.Next(1, 30), random.Next(1, 8)), random.Next(-1, 2))));
}
