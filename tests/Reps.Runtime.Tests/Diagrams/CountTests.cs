using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Reps.Algebra;

namespace Reps.Tests.Diagrams;

public class CountTests
{
    private static readonly Dictionary<string, GroupFamily> s_families = new()
    {
        ["S"] = GroupFamily.Symmetric,
        ["A"] = GroupFamily.Alternating,
        ["O"] = GroupFamily.Orthogonal,
        ["SO"] = GroupFamily.SpecialOrthogonal,
        ["Sp"] = GroupFamily.Symplectic,
    };

    [Fact]
    public void DimensionsAreThoseOfNullSpaces()
    {
        int compared = 0;
        foreach (JsonElement record in Reference.Load("hom_dimensions").EnumerateArray())
        {
            if (!s_families.TryGetValue(record.GetProperty("group").GetString()!, out GroupFamily family)) continue;
            HomSpace space = new DiagramCategory(family, Number(record, "n")).Hom(Number(record, "k"), Number(record, "l"));
            Assert.True(Number(record, "dim") == space.Dimension, $"{space}: {record} but {space.Dimension}");
            Assert.Equal(space.Dimension, space.Basis().Count);
            Assert.Equal(space.SpanningCount, space.Spanning().Count);
            compared++;
        }
        Assert.Equal(398, compared);
    }

    [Fact]
    public void SpanningSetsHaveTheSizesAndRanksOfTheReference()
    {
        foreach (JsonElement record in Reference.Load("spanning_ranks").EnumerateArray())
        {
            int vertices = Number(record, "N");
            string group = record.GetProperty("group").GetString()!;
            bool allPartitions = group == "S_all_partitions";
            HomSpace space = new DiagramCategory(s_families[allPartitions ? "S" : group], Number(record, "n")).Hom(vertices / 2, vertices - vertices / 2);
            long spanning = allPartitions ? new DiagramCategory(GroupFamily.Symmetric, vertices).Hom(vertices, 0).SpanningCount : space.SpanningCount;
            Assert.True(Number(record, "spanning") == spanning && Number(record, "rank") == space.Dimension, record.ToString());
        }
    }

    [Fact]
    public void DimensionsOfPermutationsCountWalksOnYoungsLattice()
    {
        // A tensor factor restricts to S_{n-1} and induces back: a box is removed and a box is added.
        for (int n = 1; n <= 6; n++)
        {
            Dictionary<string, (int[] Shape, long Walks)> walks = new() { [n.ToString()] = ([n], 1) };
            for (int vertices = 0; vertices <= 16; vertices++)
            {
                long dimension = walks.TryGetValue(n.ToString(), out (int[] Shape, long Walks) trivial) ? trivial.Walks : 0;
                Assert.Equal(dimension, new DiagramCategory(GroupFamily.Symmetric, n).Hom(vertices, 0).Dimension);
                long alternating = walks.TryGetValue(string.Join(',', Enumerable.Repeat(1, n)), out (int[] Shape, long Walks) sign) && n > 1 ? sign.Walks : 0;
                Assert.Equal(dimension + alternating, new DiagramCategory(GroupFamily.Alternating, n).Hom(0, vertices).Dimension);
                Dictionary<string, (int[] Shape, long Walks)> next = [];
                foreach ((int[] shape, long count) in walks.Values)
                    for (int from = 0; from < shape.Length; from++)
                        for (int to = 0; to <= shape.Length; to++)
                        {
                            int[] moved = [.. shape, 0];
                            moved[from]--;
                            if (!IsShape(moved)) continue;
                            moved[to]++;
                            if (!IsShape(moved)) continue;
                            moved = [.. moved.Where(row => row > 0)];
                            string key = string.Join(',', moved);
                            next[key] = (moved, count + (next.TryGetValue(key, out (int[] Shape, long Walks) old) ? old.Walks : 0));
                        }
                walks = next;
            }
        }
    }

    [Theory]
    [InlineData(GroupFamily.Orthogonal, 2, "1,1,3,10,35,126,462,1716,6435")]
    [InlineData(GroupFamily.Orthogonal, 3, "1,1,3,15,91,603,4213")]
    [InlineData(GroupFamily.Orthogonal, 5, "1,1,3,15,105,945,10263")]
    [InlineData(GroupFamily.Symplectic, 2, "1,1,2,5,14,42,132,429")]
    [InlineData(GroupFamily.Symplectic, 4, "1,1,3,14,84,594,4719")]
    [InlineData(GroupFamily.Symplectic, 8, "1,1,3,15,105,944,10340")]
    [InlineData(GroupFamily.SpecialOrthogonal, 2, "1,2,6,20,70,252,924")]
    [InlineData(GroupFamily.SpecialOrthogonal, 4, "1,1,4,25,196,1764,17424")]
    public void DimensionsOfEvenPowersAreTheKnownSequences(GroupFamily family, int n, string expected)
    {
        long[] dimensions = [.. expected.Split(',').Select(long.Parse)];
        for (int half = 0; half < dimensions.Length; half++)
        {
            HomSpace space = new DiagramCategory(family, n).Hom(half, half);
            Assert.Equal(dimensions[half], space.Dimension);
            // The search for a basis skips most matchings: of 2,027,025 with 16 points, too.
            Assert.Equal(dimensions[half], space.Basis().Count);
        }
    }

    [Fact]
    public void ManyDiagramsAreEnumeratedOnceAndInOrder()
    {
        foreach ((DiagramCategory group, int vertices) in new[]
        {
            (new DiagramCategory(GroupFamily.Symmetric, 10), 10), // 115,975
            (new DiagramCategory(GroupFamily.Alternating, 4), 10),
            (new DiagramCategory(GroupFamily.Orthogonal, 7), 14), // 135,135
            (new DiagramCategory(GroupFamily.SpecialOrthogonal, 4), 12),
        })
        {
            HomSpace space = group.Hom(vertices / 2, vertices / 2);
            EquatableArray<Diagram> diagrams = space.Spanning();
            Assert.Equal(space.SpanningCount, diagrams.Count);
            for (int i = 1; i < diagrams.Count; i++) Assert.True(diagrams[i - 1].CompareTo(diagrams[i]) < 0);
            Assert.Equal(diagrams.Count, diagrams.ToHashSet().Count);
        }
    }

    [Fact]
    public void OrderIsLexicographicInTheBlocksOfTheVertices()
    {
        Assert.Equal(
            ["D{o0,i0,i1}", "D{o0,i0|i1}", "D{o0,i1|i0}", "D{o0|i0,i1}"],
            new DiagramCategory(GroupFamily.Symmetric, 2).Hom(2, 1).Spanning().Select(d => d.ToString()));
        Assert.Equal(
            ["E{o0,o1|i0,i1}", "E{o0,i0|o1,i1}", "E{o0,i1|o1,i0}", "H{o0,o1|i0|i1}", "H{o0,i0|o1|i1}", "H{o0|o1,i0|i1}", "H{o0,i1|o1|i0}", "H{o0|o1,i1|i0}", "H{o0|o1|i0,i1}"],
            new DiagramCategory(GroupFamily.SpecialOrthogonal, 2).Hom(2, 2).Spanning().Select(d => d.ToString()));
        Assert.Equal(
            ["D{o0,i0}", "D{o0|i0}", "J{o0|i0}"], new DiagramCategory(GroupFamily.Alternating, 3).Hom(1, 1).Spanning().Select(d => d.ToString()));
    }

    [Fact]
    public void CountsAreKnownWhereEnumerationIsRefused()
    {
        HomSpace space = new DiagramCategory(GroupFamily.Orthogonal, 3).Hom(8, 8);
        Assert.Equal(2_027_025, space.SpanningCount);
        OverflowException error = Assert.Throws<OverflowException>(() => space.Spanning());
        Assert.Contains("2027025", error.Message, StringComparison.Ordinal);
        Assert.Contains(space.Dimension.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Equal(10_480_142_147, new DiagramCategory(GroupFamily.Symmetric, 16).Hom(7, 9).SpanningCount);
        Assert.Throws<OverflowException>(() => new DiagramCategory(GroupFamily.Symmetric, int.MaxValue).Hom(7, 9).Basis());

        ArgumentException tooLarge = Assert.Throws<ArgumentException>(() => new DiagramCategory(GroupFamily.Orthogonal, 3).Hom(10, 8));
        Assert.Contains("34459425", tooLarge.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new DiagramCategory(GroupFamily.Symmetric, 3).Hom(int.MaxValue, int.MaxValue));
    }

    [Fact]
    public void WrongGroupsAndPowersAreRefused()
    {
        Assert.Contains("5", Assert.Throws<ArgumentOutOfRangeException>(() => new DiagramCategory(GroupFamily.Symplectic, 5)).Message, StringComparison.Ordinal);
        Assert.Contains("0", Assert.Throws<ArgumentOutOfRangeException>(() => new DiagramCategory(GroupFamily.Symmetric, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiagramCategory((GroupFamily)9, 3));
        Assert.Contains("-1", Assert.Throws<ArgumentOutOfRangeException>(() => new DiagramCategory(GroupFamily.Orthogonal, 3).Hom(-1, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("-2", Assert.Throws<ArgumentOutOfRangeException>(() => new DiagramCategory(GroupFamily.Orthogonal, 3).Hom(1, -2)).Message, StringComparison.Ordinal);
        using System.Threading.CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new DiagramCategory(GroupFamily.Symmetric, 5).Hom(2, 2).Spanning(source.Token));
    }

    [Fact]
    public void GroupsAndSpacesAreValues()
    {
        DiagramCategory group = new(GroupFamily.SpecialOrthogonal, 3);
        Assert.Equal("SO(3)", group.ToString());
        Assert.Equal("Hom_SO(3)(V^2, V^1)", group.Hom(2, 1).ToString());
        Assert.Equal(group.Hom(2, 1), new DiagramCategory(GroupFamily.SpecialOrthogonal, 3).Hom(2, 1));
        Assert.NotEqual(group.Hom(2, 1), group.Hom(1, 2));
        Assert.Equal(["S(2)", "A(2)", "O(2)", "SO(2)", "Sp(2)"], Enum.GetValues<GroupFamily>().Select(family => new DiagramCategory(family, 2).ToString()));
        Assert.False(group.Hom(4, 1).IsIndependent);
        Assert.True(group.Hom(2, 2).IsIndependent);
    }

    private static bool IsShape(int[] rows) => rows.All(row => row >= 0) && rows.Zip(rows.Skip(1)).All(pair => pair.First >= pair.Second);

    private static int Number(JsonElement record, string name) => record.GetProperty(name).GetInt32();
}
