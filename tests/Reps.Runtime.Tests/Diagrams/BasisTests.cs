using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Diagrams;

public class BasisTests
{
    [Theory]
    [MemberData(nameof(Groups.Data), MemberType = typeof(Groups))]
    public void BasesHaveFullRankAndSpanningSetsTheSame(GroupFamily family, int n)
    {
        foreach ((int inputs, int outputs) in Groups.Shapes(n, 7000, 10))
        {
            HomSpace space = new DiagramCategory(family, n).Hom(inputs, outputs);
            if (space.Dimension > 130 || (inputs + outputs > 4 && inputs != (inputs + outputs) / 2)) continue;
            Assert.Equal(space.Dimension, DenseMap.Rank(space.Basis().Select(d => DenseMap.Of(d, n))));
            if (!space.IsIndependent && space.SpanningCount < 600 && DenseMap.Power(n, inputs + outputs) < 1100)
                Assert.Equal(space.Dimension, DenseMap.Rank(space.Spanning().Select(d => DenseMap.Of(d, n))));
        }
    }

    [Theory]
    [MemberData(nameof(Groups.Data), MemberType = typeof(Groups))]
    public void BasesAreThoseSpanningDiagramsThatTheRuleKeeps(GroupFamily family, int n)
    {
        foreach ((int inputs, int outputs) in Groups.Shapes(2, 256, 8))
        {
            HomSpace space = new DiagramCategory(family, n).Hom(inputs, outputs);
            EquatableArray<Diagram> basis = space.Basis();
            Assert.Equal(space.Spanning().Where(space.IsInBasis), basis);
            Assert.Equal(space.Dimension, basis.Count);
            if (inputs == outputs && (inputs <= n || family is not (GroupFamily.Symmetric or GroupFamily.Alternating)))
                Assert.Contains(space.Category.Permutation([.. Enumerable.Range(0, inputs)]), basis);
            HomSpace flipped = space.Category.Hom(outputs, inputs);
            Assert.Equal(flipped.Basis(), basis.Select(d => d.Transpose().Diagram).Order());
        }
    }

    [Fact]
    public void RulesKeepTheWorkedExamples()
    {
        Assert.Equal(["E{o0,i0|o1,i1}"], Basis(GroupFamily.Orthogonal, 1));
        Assert.Equal(["F{o0,o1|i0,i1}", "F{o0,i0|o1,i1}"], Basis(GroupFamily.Symplectic, 2));
        Assert.Equal(6, Basis(GroupFamily.SpecialOrthogonal, 2).Count());
        Assert.False(new DiagramCategory(GroupFamily.Symmetric, 2).Hom(2, 1).IsInBasis(Diagram.Parse("D{o0|i0|i1}")));
        Assert.False(new DiagramCategory(GroupFamily.Symmetric, 2).Hom(2, 1).IsInBasis(Diagram.Parse("X{o0|i0,i1}")));
        Assert.False(new DiagramCategory(GroupFamily.Symmetric, 2).Hom(1, 2).IsInBasis(Diagram.Parse("D{o0|i0,i1}")));
        Assert.False(new DiagramCategory(GroupFamily.Orthogonal, 2).Hom(1, 1).IsInBasis(Diagram.Parse("H{o0|i0}")));

        static IEnumerable<string> Basis(GroupFamily family, int n) => new DiagramCategory(family, n).Hom(2, 2).Basis().Select(d => d.ToString());
    }
}
