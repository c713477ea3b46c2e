using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Diagrams;

public class StraighteningTests
{
    [Theory]
    [MemberData(nameof(Groups.Data), MemberType = typeof(Groups))]
    public void StraightenedDiagramsAreTheSameMapInTheBasis(GroupFamily family, int n)
    {
        DiagramCategory group = new(family, n);
        foreach ((int inputs, int outputs) in Groups.Shapes(n, 1100, 7))
        {
            HomSpace space = group.Hom(inputs, outputs);
            Dictionary<Diagram, DenseMap> known = [];
            foreach (Diagram diagram in Groups.Sample(Groups.Pool(group, inputs, outputs)))
            {
                DiagramSum straight = group.Straighten(diagram);
                Assert.All(straight.Terms, term => Assert.True(space.IsInBasis(term.Diagram), $"{diagram} in {group} has {term}"));
                DenseMap.Equal(DenseMap.Of(diagram, n), DenseMap.Of(straight, n, known), $"{diagram} in {group} is not {straight}");
                if (space.IsInBasis(diagram)) Assert.Equal(diagram, straight);
            }
        }
    }

    [Theory]
    [InlineData(GroupFamily.Orthogonal, 2, 8)]
    [InlineData(GroupFamily.Orthogonal, 3, 8)]
    [InlineData(GroupFamily.SpecialOrthogonal, 2, 6)]
    [InlineData(GroupFamily.SpecialOrthogonal, 3, 7)]
    [InlineData(GroupFamily.SpecialOrthogonal, 4, 6)]
    [InlineData(GroupFamily.Symplectic, 2, 8)]
    [InlineData(GroupFamily.Symplectic, 4, 8)]
    public void SumsAreStraightenedLinearly(GroupFamily family, int n, int vertices)
    {
        // Every spanning diagram with a coefficient of its own, straightened at once and one by one.
        DiagramCategory group = new(family, n);
        EquatableArray<Diagram> spanning = group.Hom(vertices / 2, vertices - vertices / 2).Spanning();
        DiagramTerm[] terms = [.. spanning.Select((d, i) => new DiagramTerm(d, i * 7 % 11 - 5))];
        DiagramSum sum = new(vertices / 2, vertices - vertices / 2, terms);
        DiagramSum whole = group.Straighten(sum);
        DiagramSum parts = new(
            vertices / 2, vertices - vertices / 2,
            terms.SelectMany(term => group.Straighten(term.Diagram).Terms.Select(part => new DiagramTerm(part.Diagram, part.Coefficient * term.Coefficient))));
        Assert.Equal(parts, whole);
        Assert.Equal(whole, group.Straighten(whole));
        if (DenseMap.Power(n, vertices) < 7000) DenseMap.Equal(DenseMap.Of(sum, n), DenseMap.Of(whole, n), whole.ToString());
    }

    [Fact]
    public void PartitionsWithTooManyBlocksHaveTheKnownCoefficients()
    {
        DiagramSum two = new DiagramCategory(GroupFamily.Symmetric, 2).Straighten(Diagram.Parse("D{o0|o1|i0}"));
        Assert.Equal("-2·D{o0,o1,i0} + D{o0,o1|i0} + D{o0,i0|o1} + D{o0|o1,i0}", two.ToString());

        DiagramSum three = new DiagramCategory(GroupFamily.Symmetric, 3).Straighten(Diagram.Parse("D{o0|o1|i0|i1}"));
        Assert.Equal(14, three.Terms.Count);
        foreach (DiagramTerm term in three.Terms)
        {
            int[] sizes = [.. Enumerable.Range(0, term.Diagram.BlockCount).Select(block => term.Diagram.Vertices(block).Length).OrderDescending()];
            Assert.Equal(sizes switch { [4] => 6, [3, 1] => -2, [2, 2] => -1, _ => 1 }, term.Coefficient);
        }

        Assert.Equal("D{o0,o1,i0,i1}", new DiagramCategory(GroupFamily.Symmetric, 1).Straighten(Diagram.Parse("D{o0|o1|i0|i1}")).ToString());
        Assert.Equal("F{o0,o1|i0,i1} - F{o0,i0|o1,i1}", (-1 * new DiagramCategory(GroupFamily.Symplectic, 2).Straighten(Diagram.Parse("F{o0,i1|o1,i0}"))).ToString());
        Assert.Equal("E{o0,i0|o1,i1}", new DiagramCategory(GroupFamily.Orthogonal, 1).Straighten(Diagram.Parse("E{o0,o1|i0,i1}")).ToString());
    }

    [Theory]
    [InlineData(GroupFamily.Symmetric, 2)]
    [InlineData(GroupFamily.Symmetric, 3)]
    [InlineData(GroupFamily.Symmetric, 6)]
    [InlineData(GroupFamily.Alternating, 3)]
    public void OrbitsAndPartitionsAreInverseChangesOfBasis(GroupFamily family, int n)
    {
        DiagramCategory group = new(family, n);
        for (int vertices = 0; vertices <= 6; vertices++)
            foreach (Diagram diagram in group.Hom(vertices / 2, vertices - vertices / 2).Basis())
            {
                DiagramSum orbits = group.ToOrbits(diagram);
                Assert.DoesNotContain(orbits.Terms, term => term.Diagram.Kind == DiagramKind.Partition);
                Assert.Equal(diagram, group.ToPartitions(orbits));
                if (vertices <= 5) DenseMap.Equal(DenseMap.Of(diagram, n), DenseMap.Of(orbits, n), diagram.ToString());
                if (diagram.Kind != DiagramKind.Partition) continue;
                Diagram orbit = Diagram.Create(DiagramKind.Orbit, diagram.Inputs, diagram.Outputs, Groups.Labels(diagram));
                Assert.Equal(orbit, group.ToOrbits(group.ToPartitions(orbit)));
                if (vertices <= 5) DenseMap.Equal(DenseMap.Of(orbit, n), DenseMap.Of(group.ToPartitions(orbit), n), orbit.ToString());
            }
        Assert.True(group.ToPartitions(Diagram.Create(DiagramKind.Orbit, 3, 4, [.. Enumerable.Range(0, 7)])).IsZero);
        Assert.True(group.ToOrbits(Diagram.Create(DiagramKind.Orbit, 3, 4, [.. Enumerable.Range(0, 7)])).IsZero);
        Diagram finest = Diagram.Create(DiagramKind.Partition, 8, 8, [.. Enumerable.Range(0, 16)]);
        Assert.Throws<OverflowException>(() => new DiagramCategory(GroupFamily.Symmetric, 16).ToOrbits(finest));
    }

    [Theory]
    [MemberData(nameof(Groups.Data), MemberType = typeof(Groups))]
    public void FactorsMultiplyToTheDiagram(GroupFamily family, int n)
    {
        DiagramCategory group = new(family, n);
        foreach ((int inputs, int outputs) in Groups.Shapes(n, 260, 6).Where(shape => DenseMap.Power(n, 2 * Math.Max(shape.Inputs, shape.Outputs)) < 1100))
        {
            foreach (Diagram diagram in Groups.Sample(Groups.Pool(group, inputs, outputs)))
            {
                (int sign, EquatableArray<int> output, Diagram planar, EquatableArray<int> input) = DiagramFactorization.Of(diagram);
                DenseMap before = DenseMap.Of(group.Permutation([.. input]), n);
                DenseMap after = DenseMap.Of(group.Permutation([.. output]), n);
                DenseMap.Equal(DenseMap.Of(diagram, n), sign * (after * DenseMap.Of(planar, n) * before), diagram.ToString());
                Assert.Equal(diagram.Kind, planar.Kind);
                RequirePlanar(planar);
            }
        }
    }

    // No two blocks cross on the circle, and blocks of inputs alone are at the end, larger ones later.
    private static void RequirePlanar(Diagram diagram)
    {
        int Place(int vertex) => vertex < diagram.Outputs ? vertex : diagram.Outputs + diagram.VertexCount - 1 - vertex;
        List<int[]> blocks = [.. Enumerable.Range(0, diagram.BlockCount).Select(block => diagram.Vertices(block).Select(Place).Order().ToArray())];
        foreach (int[] block in blocks)
            foreach (int[] other in blocks)
                if (block != other)
                    for (int i = 1; i < block.Length; i++)
                        Assert.True(other.All(place => place > block[i - 1] && place < block[i]) || other.All(place => place < block[i - 1] || place > block[i]));
        int[] sizes = [.. Enumerable.Range(0, diagram.BlockCount).Select(diagram.Vertices).Where(block => block[0] >= diagram.Outputs).Select(block => block.Length)];
        Assert.Equal(sizes.Order(), sizes);
    }
}
