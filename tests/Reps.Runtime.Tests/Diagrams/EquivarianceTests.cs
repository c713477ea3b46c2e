using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Diagrams;

public class EquivarianceTests
{
    [Theory]
    [MemberData(nameof(Groups.Data), MemberType = typeof(Groups))]
    public void DiagramsCommuteWithGenerators(GroupFamily family, int n)
    {
        DiagramCategory group = new(family, n);
        Groups.Generator[] generators = [.. Groups.Generators(group)];
        foreach (Groups.Generator generator in generators) RequireInverse(generator, n);
        foreach ((int inputs, int outputs) in Groups.Shapes(n, 1100, 10))
            foreach (Diagram diagram in Groups.Sample(group.Hom(inputs, outputs).Spanning()))
            {
                DenseMap map = DenseMap.Of(diagram, n);
                foreach (Groups.Generator generator in generators)
                    DenseMap.Equal(
                        DenseMap.Power((int)generator.Scale, inputs + outputs) * map,
                        map.Transformed(generator.Matrix, generator.InverseTransposed), $"{diagram} does not commute with {group}");
            }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void FreeVerticesChangeSignUnderReflections(int n)
    {
        foreach ((int inputs, int outputs) in Groups.Shapes(n, 300, 6))
            foreach (Diagram diagram in new DiagramCategory(GroupFamily.SpecialOrthogonal, n).Hom(inputs, outputs).Spanning())
                RequireSign(diagram, n, Groups.Reflection(n), diagram.Kind == DiagramKind.BrauerFree ? -1 : 1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void JellyfishChangeSignUnderTranspositions(int n)
    {
        foreach ((int inputs, int outputs) in Groups.Shapes(n, 300, 6))
            foreach (Diagram diagram in new DiagramCategory(GroupFamily.Alternating, n).Hom(inputs, outputs).Spanning())
                RequireSign(diagram, n, Groups.Permutation(n, [0, n - 1]), diagram.Kind == DiagramKind.Jellyfish ? -1 : 1);
    }

    private static void RequireSign(Diagram diagram, int n, Groups.Generator generator, int sign)
    {
        DenseMap map = DenseMap.Of(diagram, n);
        Assert.Contains(map.Values, value => value != 0);
        DenseMap.Equal(sign * map, map.Transformed(generator.Matrix, generator.InverseTransposed), diagram.ToString());
    }

    private static void RequireInverse(Groups.Generator generator, int n)
    {
        for (int row = 0; row < n; row++)
            for (int column = 0; column < n; column++)
                Assert.Equal(
                    row == column ? generator.Scale * generator.Scale : 0,
                    Enumerable.Range(0, n).Sum(i => generator.Matrix[row, i] * generator.InverseTransposed[column, i]));
    }
}
