using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Diagrams;

public class DiagramTests
{
    [Fact]
    public void EqualBlocksAreEqualDiagrams()
    {
        Diagram diagram = Diagram.Create(DiagramKind.Partition, 4, 3, 7, -2, -2, 7, 7, 0, 5);
        Assert.Equal(Diagram.Create(DiagramKind.Partition, 4, 3, 0, 1, 1, 0, 0, 2, 3), diagram);
        Assert.Equal(diagram.GetHashCode(), Diagram.Create(DiagramKind.Partition, 4, 3, 0, 1, 1, 0, 0, 2, 3).GetHashCode());
        Assert.Equal("D{o0,i0,i1|o1,o2|i2|i3}", diagram.ToString());
        Assert.Equal((4, 3, 7, 4), (diagram.Inputs, diagram.Outputs, diagram.VertexCount, diagram.BlockCount));
        Assert.Equal((1, 1, 2), (diagram.CrossBlockCount, diagram.OutputBlockCount, diagram.InputBlockCount));
        Assert.Equal([0, 3, 4], diagram.Vertices(0));
        Assert.Equal([0, 1, 1, 0, 0, 2, 3], Groups.Labels(diagram));
        Assert.True(diagram != Diagram.Create(DiagramKind.Orbit, 4, 3, 0, 1, 1, 0, 0, 2, 3));
        Assert.True(diagram != Diagram.Create(DiagramKind.Partition, 3, 4, 0, 1, 1, 0, 0, 2, 3));
        Assert.True(default(Diagram) == Diagram.Create(DiagramKind.Partition, 0, 0));
        Assert.Equal(1, default(Diagram).Entry(3));

        Diagram free = Diagram.Parse("H{o0|o1,i1|i0|i2}");
        Assert.Equal((3, 1, 0, 0), (free.FreeCount, free.CrossBlockCount, free.OutputBlockCount, free.InputBlockCount));
        Assert.Equal([true, false, true, false, true], Enumerable.Range(0, 5).Select(free.IsFree));
        Diagram full = Diagram.Create(DiagramKind.Partition, 8, 8, [.. Enumerable.Range(0, 16)]);
        Assert.Equal(Enumerable.Range(0, 16), Groups.Labels(full));
    }

    [Theory]
    [MemberData(nameof(Groups.Data), MemberType = typeof(Groups))]
    public void TextIsReadBack(GroupFamily family, int n)
    {
        foreach ((int inputs, int outputs) in Groups.Shapes(n, 300, 5))
            foreach (Diagram diagram in Groups.Pool(new(family, n), inputs, outputs))
            {
                Assert.Equal(diagram, Diagram.Parse(diagram.ToString()));
                Assert.Equal(diagram, Diagram.Create(diagram.Kind, inputs, outputs, Groups.Labels(diagram)));
            }
        Assert.Equal("E{o0,i1|o1,i0}", Diagram.Parse(" E { i0 , o1 | o0,i1 } ").ToString());
        Assert.Equal("D{}", Diagram.Parse("D{}").ToString());
    }

    [Theory]
    [InlineData("", "At character 0", "kind of diagram")]
    [InlineData("Q{o0}", "At character 0", "kind of diagram")]
    [InlineData("D", "At character 1", "'{'")]
    [InlineData("D{", "At character 2", "vertex")]
    [InlineData("D{o0", "At character 4", "'}'")]
    [InlineData("D{o0 i0}", "At character 5", "','")]
    [InlineData("D{o0|}", "At character 5", "vertex")]
    [InlineData("D{o}", "At character 3", "number")]
    [InlineData("D{o0,o0}", "At character 5", "no block yet")]
    [InlineData("D{o99999999999}", "At character 2", "below 16")]
    [InlineData("D{o1}", "o0 is missing", "o0 to o0")]
    [InlineData("D{o0}x", "At character 5", "the end")]
    [InlineData("E{o0,i0,i1}", "3 vertices", "arcs")]
    [InlineData("E{o0}", "1 vertices", "arcs")]
    [InlineData("H{o0,i0}", "no free vertex", "E{")]
    [InlineData("D{o0,o1,o2,o3,o4,o5,o6,o7,o8,i0,i1,i2,i3,i4,i5,i6,i7}", "17 vertices", "16")]
    public void TextsThatAreNoDiagramsSayWhereAndWhy(string text, string where, string why)
    {
        FormatException error = Assert.Throws<FormatException>(() => Diagram.Parse(text));
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Diagram.Create(DiagramKind.Partition, -1, 1));
        Assert.Throws<ArgumentException>(() => Diagram.Create(DiagramKind.Partition, 9, 8, new int[17]));
        Assert.Throws<ArgumentException>(() => Diagram.Create(DiagramKind.Partition, int.MaxValue, int.MaxValue, new int[17]));
        Assert.Throws<ArgumentException>(() => Diagram.Create(DiagramKind.Partition, 1, 1, 0));
        Assert.Throws<ArgumentException>(() => Diagram.Create(DiagramKind.Brauer, 2, 1, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => Diagram.Create(DiagramKind.Symplectic, 1, 1, 0, 1));
        Assert.Throws<ArgumentException>(() => Diagram.Create(DiagramKind.BrauerFree, 1, 1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Diagram.Create((DiagramKind)17, 1, 1, 0, 0));
        Assert.Throws<ArgumentException>(() => Diagram.Permutation(DiagramKind.Brauer, 0, 0));
        Assert.Throws<ArgumentException>(() => Diagram.Permutation(DiagramKind.Brauer, 0, 2));
        Diagram identity = Diagram.Permutation(DiagramKind.Brauer, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => identity.BlockOf(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => identity.Vertices(1));
        Assert.Throws<ArgumentException>(() => identity.Entry(3, 0));
        Assert.Throws<ArgumentException>(() => identity.Entry(3, 0, 3));
        Assert.Throws<ArgumentException>(() => identity.Entry(0, 0, 0));
        Assert.Throws<ArgumentException>(() => Diagram.Parse("H{o0|i0}").Entry(3, 0, 1));
        Assert.Throws<ArgumentException>(() => Diagram.Parse("F{o0,i0}").Entry(3, 0, 0));
        Assert.Throws<ArgumentException>(() => Diagram.Parse("J{o0,i0}").Entry(3, 0, 0));
        Assert.Throws<ArgumentException>(() => Diagram.Parse("J{o0,i0}").Entry(1, 0, 0));
    }

    [Theory]
    [MemberData(nameof(Groups.Data), MemberType = typeof(Groups))]
    public void EntriesAreThoseOfTheDefinitions(GroupFamily family, int n)
    {
        foreach ((int inputs, int outputs) in Groups.Shapes(n, 260, 4))
            foreach (Diagram diagram in Groups.Pool(new(family, n), inputs, outputs))
            {
                long[] values = DenseMap.Of(diagram, n).Values;
                for (int place = 0; place < values.Length; place++)
                {
                    int[] colours = [.. Enumerable.Range(0, inputs + outputs).Select(v => place / (int)DenseMap.Power(n, inputs + outputs - 1 - v) % n)];
                    Assert.Equal(Definition(diagram, n, colours), values[place]);
                }
            }
    }

    [Theory]
    // S(2), two inputs.
    [InlineData("D{o0,i0,i1}", 2, "1 0 0 0; 0 0 0 1")]
    [InlineData("D{o0,i0|i1}", 2, "1 1 0 0; 0 0 1 1")]
    [InlineData("D{o0,i1|i0}", 2, "1 0 1 0; 0 1 0 1")]
    [InlineData("D{o0|i0,i1}", 2, "1 0 0 1; 1 0 0 1")]
    [InlineData("D{o0|i0|i1}", 2, "1 1 1 1; 1 1 1 1")]
    [InlineData("X{o0,i0|i1}", 2, "0 1 0 0; 0 0 1 0")]
    [InlineData("X{o0|i0|i1}", 2, "0 0 0 0; 0 0 0 0")]
    // O(2): a trace copied to the diagonal, the identity, the exchange.
    [InlineData("E{o0,o1|i0,i1}", 2, "1 0 0 1; 0 0 0 0; 0 0 0 0; 1 0 0 1")]
    [InlineData("E{o0,i0|o1,i1}", 2, "1 0 0 0; 0 1 0 0; 0 0 1 0; 0 0 0 1")]
    [InlineData("E{o0,i1|o1,i0}", 2, "1 0 0 0; 0 0 1 0; 0 1 0 0; 0 0 0 1")]
    // SO(2): a quarter turn. SO(3): the cross product.
    [InlineData("H{o0|i0}", 2, "0 1; -1 0")]
    [InlineData("H{o0|i0|i1}", 3, "0 0 0 0 0 1 0 -1 0; 0 0 -1 0 0 0 1 0 0; 0 1 0 -1 0 0 0 0 0")]
    [InlineData("F{o0,o1|i0,i1}", 2, "0 0 0 0; 0 1 -1 0; 0 -1 1 0; 0 0 0 0")]
    [InlineData("F{o0,i0|o1,i1}", 2, "1 0 0 0; 0 1 0 0; 0 0 1 0; 0 0 0 1")]
    [InlineData("J{o0|i0}", 3, "0 1 -1; -1 0 1; 1 -1 0")]
    public void WorkedExamples(string diagram, int n, string matrix) =>
        Assert.Equal(matrix.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(long.Parse), DenseMap.Of(Diagram.Parse(diagram), n).Values);

    [Theory]
    [MemberData(nameof(Groups.Data), MemberType = typeof(Groups))]
    public void TransposedDiagramsAreTransposedMatrices(GroupFamily family, int n)
    {
        foreach ((int inputs, int outputs) in Groups.Shapes(n, 300, 6))
            foreach (Diagram diagram in Groups.Pool(new(family, n), inputs, outputs))
            {
                DenseMap.Equal(DenseMap.Of(diagram, n).Transpose(), DenseMap.Of(diagram.Transpose(), n), diagram.ToString());
                Assert.Equal((DiagramSum)diagram, ((DiagramSum)diagram.Transpose()).Transpose());
            }
    }

    [Fact]
    public void NormalizedSymplecticDiagramsAreFlippedWithOneSign()
    {
        foreach ((int inputs, int outputs) in Groups.Shapes(2, 256, 8))
            foreach (Diagram diagram in new DiagramCategory(GroupFamily.Symplectic, 2).Hom(inputs, outputs).Spanning())
            {
                DiagramTerm flipped = diagram.Transpose();
                Assert.Equal(1, flipped.Coefficient);
                Assert.Equal((inputs - outputs) / 2 % 2 == 0 ? 1 : -1, diagram.NormalizationSign * flipped.Diagram.NormalizationSign);
            }
        Assert.Equal([-1, 1, -1], new DiagramCategory(GroupFamily.Symplectic, 2).Hom(2, 2).Spanning().Select(d => d.NormalizationSign));
        // Arcs of outputs count, those of inputs do not.
        Assert.Equal(-1, Diagram.Parse("F{o0,o1}").NormalizationSign);
        Assert.Equal(1, Diagram.Parse("F{i0,i1}").NormalizationSign);
        Assert.Equal(1, Diagram.Parse("E{o0,o1}").NormalizationSign);
    }

    [Fact]
    public void SumsCollectTerms()
    {
        Diagram one = Diagram.Parse("E{o0,i0|o1,i1}");
        Diagram other = Diagram.Parse("E{o0,i1|o1,i0}");
        DiagramSum sum = new(2, 2, [new(other, 2), new(one, 1), new(other, -5)]);
        Assert.Equal("E{o0,i0|o1,i1} - 3·E{o0,i1|o1,i0}", sum.ToString());
        Assert.Equal(sum, one - 3 * (DiagramSum)other);
        Assert.Equal("-E{o0,i0|o1,i1}", (0 * sum - one).ToString());
        Assert.True((sum - sum).IsZero);
        Assert.Equal("0", (sum - sum).ToString());
        Assert.Equal(new DiagramSum(2, 2, []), sum - sum);
        Assert.Throws<ArgumentException>(() => sum + Diagram.Parse("E{o0,i0}"));
        Assert.Throws<ArgumentException>(() => new DiagramSum(2, 1, [new(one, 1)]));
    }

    // Read off the definitions: a sum over what the loose tentacle could be, signs of differences, and comparisons of pairs.
    private static int Definition(Diagram diagram, int n, int[] colours)
    {
        List<int[]> blocks = [.. Enumerable.Range(0, diagram.BlockCount).Select(diagram.Vertices)];
        if (diagram.Kind == DiagramKind.Symplectic)
            return blocks.Aggregate(1, (product, pair) => product * (pair[0] < diagram.Outputs != pair[1] < diagram.Outputs
                ? (colours[pair[0]] == colours[pair[1]] ? 1 : 0)
                : colours[pair[0]] / 2 != colours[pair[1]] / 2 ? 0 : colours[pair[1]] - colours[pair[0]]));
        if (blocks.Any(block => block.Any(vertex => colours[vertex] != colours[block[0]]))) return 0;
        int[] ofBlocks = [.. blocks.Select(block => colours[block[0]])];
        return diagram.Kind switch
        {
            DiagramKind.Orbit => ofBlocks.Distinct().Count() == ofBlocks.Length ? 1 : 0,
            DiagramKind.BrauerFree => LeviCivita([.. blocks.Where(block => block.Length == 1).Select(block => colours[block[0]])]),
            DiagramKind.Jellyfish => ofBlocks.Length == n ? LeviCivita(ofBlocks) : Enumerable.Range(0, n).Sum(x => LeviCivita([.. ofBlocks, x])),
            _ => 1,
        };
    }

    private static int LeviCivita(int[] indices) =>
        (from i in Enumerable.Range(0, indices.Length) from j in Enumerable.Range(0, i) select Math.Sign(indices[i] - indices[j])).Aggregate(1, (a, b) => a * b);
}
