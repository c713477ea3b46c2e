using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Tests.Reduction;

public class PermutationBasisTests
{
    [Theory]
    [InlineData("ij", 3, 9)]
    [InlineData("ij=ji", 4, 10)]
    [InlineData("ij=-ji", 4, 6)]
    [InlineData("ijk=jki=-jik", 3, 1)]
    [InlineData("ijk=jki=jik", 3, 10)]
    [InlineData("ijkl=jikl=klij", 3, 21)]
    [InlineData("ijkl=-jikl=-ijlk=klij", 3, 6)]
    [InlineData("ij=ji=-ij", 3, 0)]
    public void TheBasisSpansWhatTheGroupLeavesAlone(string text, int dimension, int count)
    {
        IndexFormula formula = IndexFormula.Parse(text);
        PermutationBasis basis = PermutationBasis.Create(formula, formula.Indices.ToDictionary(c => c, _ => dimension));
        Assert.Equal(count, basis.Count);
        DenseMatrix rows = new(count, basis.Size, basis.ToDense());
        Reference.Near(DenseMatrix.Identity(count).Values, (rows * rows.Transpose()).Values, 1e-14, "orthonormal");
        Reference.Near(Average(formula, basis.Shape), (rows.Transpose() * rows).Values, 1e-14, "projector");
    }

    [Fact]
    public void OrderAndSignsAreThoseOfE3nn()
    {
        // By the smallest element; more positive than negative ones, and where they are as many, the smallest one negative.
        double h = 1 / Math.Sqrt(2);
        PermutationBasis basis = PermutationBasis.Create(IndexFormula.Parse("ij=-ji"), new Dictionary<char, int> { ['i'] = 3 });
        Assert.Equal([0, -h, 0, h, 0, 0, 0, 0, 0, 0, 0, -h, 0, 0, 0, h, 0, 0, 0, 0, 0, 0, 0, -h, 0, h, 0], basis.ToDense());
        Assert.Equal([3, 3], basis.Shape);
    }

    [Fact]
    public void DimensionsFollowFromThoseGiven()
    {
        IndexFormula formula = IndexFormula.Parse("ijkl=jikl=ijlk");
        Assert.Equal([2, 2, 5, 5], PermutationBasis.Create(formula, new Dictionary<char, int> { ['j'] = 2, ['k'] = 5 }).Shape);
        Refused(new() { ['i'] = 2 }, "kl");
        Refused(new() { ['i'] = 2, ['j'] = 3, ['k'] = 1 }, "2 and 3");
        Refused(new() { ['x'] = 2 }, "'x'");
        Assert.Throws<ArgumentException>(() => PermutationBasis.Create(formula, new Dictionary<char, int> { ['i'] = -1, ['k'] = 1 }));
        Assert.Throws<ArgumentException>(() => PermutationBasis.Create(formula, new Dictionary<char, int> { ['i'] = 1000, ['k'] = 1000 }));
        Assert.Equal(0, PermutationBasis.Create(formula, new Dictionary<char, int> { ['i'] = 0, ['k'] = 3 }).Count);
        using CancellationTokenSource source = new();
        source.Cancel();
        Dictionary<char, int> small = new() { ['i'] = 2, ['k'] = 2 };
        Assert.Throws<OperationCanceledException>(() => PermutationBasis.Create(formula, small, source.Token));

        void Refused(Dictionary<char, int> dimensions, string part)
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => PermutationBasis.Create(formula, dimensions));
            Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
            Assert.Equal("dimensions", refusal.ParamName);
        }
    }

    /// <summary>The mean of the group's matrices, [size, size].</summary>
    internal static double[] Average(IndexFormula formula, IReadOnlyList<int> shape)
    {
        int size = shape.Aggregate(1, (a, b) => a * b);
        IReadOnlyList<SignedPermutation> group = formula.Group();
        double[] average = new double[size * size];
        for (int element = 0; element < size; element++)
        {
            int[] index = new int[shape.Count];
            int rest = element;
            for (int i = shape.Count - 1; i >= 0; i--) (rest, index[i]) = Math.DivRem(rest, shape[i]);
            foreach (SignedPermutation g in group)
            {
                int other = 0;
                for (int i = 0; i < shape.Count; i++) other = other * shape[i] + index[g.Permutation[i]];
                average[element * size + other] += g.Sign / (double)group.Count;
            }
        }
        return average;
    }
}
