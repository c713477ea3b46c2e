using System;
using System.Linq;
using System.Numerics;

namespace Reps.Tests.Permutations;

public class PermutationTests
{
    [Fact]
    public void CompositionsAndInversesActOnTheRightFirst()
    {
        Permutation p = new(1, 2, 0, 3);
        Permutation q = new(0, 3, 2, 1);
        Assert.Equal(new Permutation(1, 3, 0, 2), p * q);
        Assert.Equal(new Permutation(2, 0, 1, 3), p.Inverse());
        Assert.True((p * p.Inverse()).IsIdentity);
        Assert.False(p.IsIdentity);
        Assert.True(p != q && p == new Permutation(1, 2, 0, 3));
        Assert.Equal("(1 2 0 3)", p.ToString());
    }

    [Fact]
    public void NumbersAreThoseOfE3nn()
    {
        // The digits of the number, lowest first, pick one of those that are left.
        Assert.Equal(new Permutation(1, 0, 2), Permutation.FromInteger(1, 3));
        Assert.Equal(new Permutation(0, 2, 1), Permutation.FromInteger(3, 3));
        Assert.Equal(new Permutation(2, 1, 0), Permutation.FromInteger(5, 3));
        for (int n = 0; n <= 5; n++)
        {
            int factorial = Enumerable.Range(1, n).Aggregate(1, (a, b) => a * b);
            Permutation[] all = [.. Enumerable.Range(0, factorial).Select(i => Permutation.FromInteger(i, n))];
            Assert.Equal(factorial, all.Distinct().Count());
            Assert.Equal(Enumerable.Range(0, factorial).Select(i => (BigInteger)i), all.Select(p => p.ToInteger()));
            Assert.Equal(all.Order(), PermutationGroup.Symmetric(n).Elements());
        }
        Permutation large = Permutation.Random(60, new Random(1));
        Assert.Equal(large, Permutation.FromInteger(large.ToInteger(), 60));
    }

    [Fact]
    public void CyclesAndSigns()
    {
        Permutation p = new(3, 2, 1, 5, 4, 0);
        Assert.Equal([[0, 3, 5], [1, 2]], p.Cycles());
        Assert.Equal(-1, p.Sign);
        Assert.Empty(Permutation.Identity(4).Cycles());
        foreach (Permutation a in PermutationGroup.Symmetric(4).Elements())
        foreach (Permutation b in PermutationGroup.Symmetric(4).Elements())
            Assert.Equal(a.Sign * b.Sign, (a * b).Sign);
    }

    [Fact]
    public void RepresentationsAreHomomorphisms()
    {
        for (int n = 1; n <= 5; n++)
        {
            Random random = new(n);
            for (int trial = 0; trial < 10; trial++)
            {
                (Permutation p, Permutation q) = (Permutation.Random(n, random), Permutation.Random(n, random));
                Assert.Equal((p * q).NaturalRepresentation().Values, (p.NaturalRepresentation() * q.NaturalRepresentation()).Values);
                DenseMatrix standard = p.StandardRepresentation();
                Reference.Near((p * q).StandardRepresentation().Values, (standard * q.StandardRepresentation()).Values, 1e-14, "standard");
                Reference.Near(DenseMatrix.Identity(n - 1).Values, (standard * standard.Transpose()).Values, 1e-14, "orthogonal");
                // Its character is the number of fixed points less one.
                Assert.Equal(p.Where((image, i) => image == i).Count() - 1, Enumerable.Range(0, n - 1).Sum(i => standard[i, i]), 1e-13);
            }
        }
        Assert.Equal(0, Permutation.Identity(0).StandardRepresentation().Rows);
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Contains("Image 2 is 1", Assert.Throws<ArgumentException>(() => new Permutation(0, 1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("Image 0 is 3", Assert.Throws<ArgumentException>(() => new Permutation(3, 1, 2)).Message, StringComparison.Ordinal);
        Assert.False(Permutation.IsPermutation([0, -1]));
        Assert.True(Permutation.IsPermutation([]));
        Assert.Throws<ArgumentException>(() => Permutation.Identity(2) * Permutation.Identity(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Permutation.FromInteger(6, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Permutation.FromInteger(-1, 3));
    }
}
