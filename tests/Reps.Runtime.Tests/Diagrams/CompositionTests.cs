using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Tests.Diagrams;

public class CompositionTests
{
    [Theory]
    [MemberData(nameof(Groups.Data), MemberType = typeof(Groups))]
    public void CompositionIsTheProductOfMatrices(GroupFamily family, int n)
    {
        DiagramCategory group = new(family, n);
        Random random = new(n + 10 * (int)family);
        HashSet<(DiagramKind, DiagramKind)> met = [];
        (int Inputs, int Outputs)[] shapes = [.. Groups.Shapes(n, 700, 6)];
        foreach ((int inputs, int middle) in shapes)
            foreach ((_, int outputs) in shapes.Where(shape => shape.Inputs == middle && DenseMap.Power(n, shape.Outputs + inputs) <= 700))
            {
                (List<Diagram> firsts, List<Diagram> seconds) = (Groups.Pool(group, inputs, middle), Groups.Pool(group, middle, outputs));
                for (int trial = 0; trial < 8 && firsts.Count > 0 && seconds.Count > 0; trial++)
                {
                    (Diagram second, Diagram first) = (Draw(seconds, random), Draw(firsts, random));
                    met.Add((second.Kind, first.Kind));
                    DenseMap.Equal(DenseMap.Of(second, n) * DenseMap.Of(first, n), DenseMap.Of(group.Compose(second, first), n), $"{second} · {first} in {group}");
                }
            }
        int kinds = family switch { GroupFamily.Symmetric => 2, GroupFamily.Alternating => n > 1 ? 3 : 2, GroupFamily.SpecialOrthogonal => 2, _ => 1 };
        // On R^1 and R^3 the number of vertices of Brauer diagrams is even and of those with free vertices odd, yet both meet in a middle row.
        Assert.Equal(kinds * kinds, met.Count);
    }

    [Theory]
    [MemberData(nameof(Groups.Data), MemberType = typeof(Groups))]
    public void TensorIsTheKroneckerProduct(GroupFamily family, int n)
    {
        DiagramCategory group = new(family, n);
        Random random = new(n + 10 * (int)family);
        HashSet<(DiagramKind, DiagramKind)> met = [];
        (int Inputs, int Outputs)[] shapes = [.. Groups.Shapes(n, 64 * n, 4)];
        foreach ((int inputs, int outputs) in shapes)
            foreach ((int otherInputs, int otherOutputs) in shapes)
            {
                if (DenseMap.Power(n, inputs + outputs + otherInputs + otherOutputs) > 1100) continue;
                (List<Diagram> lefts, List<Diagram> rights) = (Groups.Pool(group, inputs, outputs), Groups.Pool(group, otherInputs, otherOutputs));
                if (lefts.Count == 0 || rights.Count == 0) continue;
                for (int trial = 0; trial < 4; trial++)
                {
                    (Diagram left, Diagram right) = (Draw(lefts, random), Draw(rights, random));
                    met.Add((left.Kind, right.Kind));
                    DenseMap.Equal(DenseMap.Of(left, n).Kronecker(DenseMap.Of(right, n)), DenseMap.Of(group.Tensor(left, right), n), $"{left} ⊗ {right} in {group}");
                }
            }
        if (family == GroupFamily.SpecialOrthogonal && n < 4) Assert.Equal(4, met.Count);
        if (family == GroupFamily.Alternating && n is 2 or 3) Assert.Equal(9, met.Count);
    }

    [Fact]
    public void WorkedExamples()
    {
        DiagramCategory turns = new(GroupFamily.SpecialOrthogonal, 2);
        Assert.Equal("-E{o0,i0}", Product(turns, "H{o0|i0}", "H{o0|i0}"));

        DiagramCategory space = new(GroupFamily.SpecialOrthogonal, 3);
        Assert.Equal("2·E{o0,i0}", Product(space, "H{o0|i0|i1}", "H{o0|o1|i0}"));
        Assert.Equal("E{o0,i0|o1,i1} - E{o0,i1|o1,i0}", Product(space, "H{o0|o1|i0}", "H{o0|i0|i1}"));
        Assert.Equal("6·E{}", Product(space, "H{i0|i1|i2}", "H{o0|o1|o2}"));
        Assert.Equal("0", Product(space, "E{i0,i1|i2,o0}", "H{o0|o1|o2}"));

        // A snake is minus the identity, and a loop n; both come from a loop value of -n for the normalised diagrams.
        DiagramCategory symplectic = new(GroupFamily.Symplectic, 4);
        Assert.Equal("-F{o0,i0}", Product(symplectic, "F{i0,i1|o0,i2}", "F{o0,i0|o1,o2}"));
        Assert.Equal("4·F{}", Product(symplectic, "F{i0,i1}", "F{o0,o1}"));
        Assert.Equal("2·F{o0,o1|i0,i1}", Product(new(GroupFamily.Symplectic, 2), "F{o0,o1|i0,i1}", "F{o0,o1|i0,i1}"));

        DiagramCategory permutations = new(GroupFamily.Symmetric, 5);
        Assert.Equal("25·D{o0|o1|i0|i1}", Product(permutations, "D{o0|o1|i0|i1}", "D{o0|o1|i0|i1}"));
        Assert.Equal("0", Product(permutations, "X{o0|i0|i1}", "X{o0,o1|i0}"));

        DiagramCategory even = new(GroupFamily.Alternating, 3);
        Assert.Equal("-2·X{o0,i0} + X{o0|i0}", Product(even, "J{o0|i0}", "J{o0|i0}"));
        Assert.Equal("-J{o0|i0}", Product(even, "J{o0|i0}", "X{o0|i0}"));

        static string Product(DiagramCategory group, string second, string first) => group.Compose(Diagram.Parse(second), Diagram.Parse(first)).ToString();
    }

    [Fact]
    public void LargeParametersAreExact()
    {
        Diagram all = Diagram.Create(DiagramKind.Partition, 8, 8, [.. Enumerable.Range(0, 16)]);
        DiagramCategory group = new(GroupFamily.Symmetric, int.MaxValue);
        DiagramTerm term = Assert.Single(group.Compose(all, all).Terms);
        Assert.Equal(BigInteger.Pow(int.MaxValue, 8), term.Coefficient);
        Diagram loops = Diagram.Parse("F{o0,o1|o2,o3|i0,i1|i2,i3}");
        DiagramCategory symplectic = new(GroupFamily.Symplectic, int.MaxValue - 1);
        Assert.Equal(BigInteger.Pow(int.MaxValue - 1, 2), Assert.Single(symplectic.Compose(loops, loops).Terms).Coefficient);
    }

    [Fact]
    public void PermutationsPermuteFactors()
    {
        foreach (DiagramCategory group in Groups.All().Where(group => group.N is 2 or 3))
        {
            // Factor i of the result is factor images[i] of the argument.
            DenseMap map = DenseMap.Of(group.Permutation(2, 0, 1), group.N);
            for (int place = 0; place < map.Values.Length; place++)
            {
                int[] c = [.. Enumerable.Range(0, 6).Select(v => place / (int)DenseMap.Power(group.N, 5 - v) % group.N)];
                Assert.Equal(c[0] == c[5] && c[1] == c[3] && c[2] == c[4] ? 1 : 0, map.Values[place]);
            }
        }
    }

    [Fact]
    public void DiagramsThatDoNotFitAreRefused()
    {
        DiagramCategory group = new(GroupFamily.SpecialOrthogonal, 3);
        Diagram identity = group.Permutation(0);
        Assert.Throws<ArgumentException>(() => group.Compose(identity, group.Permutation(0, 1)));
        Assert.Throws<ArgumentException>(() => group.Compose(identity, Diagram.Parse("D{o0,i0}")));
        Assert.Throws<ArgumentException>(() => group.Compose(identity, Diagram.Parse("H{o0|i0}")));
        Assert.Throws<ArgumentException>(() => group.Tensor(Diagram.Parse("F{o0,i0}"), identity));
        Diagram large = group.Permutation(0, 1, 2, 3, 4, 5, 6, 7);
        Assert.Throws<ArgumentException>(() => group.Tensor(large, identity));
        DiagramCategory permutations = new(GroupFamily.Symmetric, 3);
        Diagram wide = Diagram.Create(DiagramKind.Partition, 1, 15, new int[16]);
        Assert.Throws<ArgumentException>(() => permutations.Compose(wide, (DiagramSum)wide.Transpose()));
        Assert.Throws<ArgumentNullException>(() => group.Compose(null!, identity));
        Assert.Throws<ArgumentException>(() => new DiagramCategory(GroupFamily.Alternating, 1).Straighten(Diagram.Parse("J{o0}")));
        Assert.False(new DiagramCategory(GroupFamily.Alternating, 4).Contains(Diagram.Parse("J{o0|i0}")));
        Assert.True(new DiagramCategory(GroupFamily.Alternating, 4).Contains(Diagram.Parse("J{o0|i0|i1}")));
    }

    // A kind first, so that rare kinds meet.
    private static Diagram Draw(List<Diagram> pool, Random random)
    {
        DiagramKind[] kinds = [.. pool.Select(diagram => diagram.Kind).Distinct()];
        DiagramKind kind = kinds[random.Next(kinds.Length)];
        Diagram[] ofKind = [.. pool.Where(diagram => diagram.Kind == kind)];
        return ofKind[random.Next(ofKind.Length)];
    }
}
