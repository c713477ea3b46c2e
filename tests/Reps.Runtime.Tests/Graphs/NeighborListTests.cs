using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Tests.Files;

namespace Reps.Tests.Graphs;

public sealed class NeighborListTests
{
    private static readonly double[] s_orthorhombic = [4, 0, 0, 0, 5, 0, 0, 0, 6.5];
    private static readonly double[] s_skewed = [4, 0, 0, 7.1, 3.2, 0, -5.3, 6.9, 2.9];
    private static readonly double[] s_leftHanded = [0.3, 4.1, -0.2, 3.7, 0.5, 0.9, 0.4, -0.6, 5.2];
    private static readonly double[] s_tiny = [0.9, 0.1, 0, -0.2, 1.1, 0.3, 0.2, 0, 0.8];

    public static TheoryData<string, double, int, int> Systems()
    {
        TheoryData<string, double, int, int> data = [];
        for (int mask = 0; mask < 8; mask++)
        {
            data.Add("orthorhombic", 3.1, mask, 14);
            data.Add("orthorhombic", 1.3, mask, 25);
            data.Add("skewed", 3.0, mask, 8);
            data.Add("leftHanded", 4.7, mask, 9);
            data.Add("tiny", 2.9, mask, 3);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void EdgesAreThoseOfBruteForce(string name, double cutoff, int mask, int atoms)
    {
        double[] cell = name switch { "orthorhombic" => s_orthorhombic, "skewed" => s_skewed, "leftHanded" => s_leftHanded, _ => s_tiny };
        bool[] periodic = [(mask & 1) != 0, (mask & 2) != 0, (mask & 4) != 0];
        for (int seed = 0; seed < 3; seed++)
        {
            // Some atoms lie outside the cell, by up to half a cell vector.
            double[] positions = RandomAtoms(new Random(seed), cell, atoms, spread: 2);
            List<BruteForceNeighbors.Edge> expected = BruteForceNeighbors.Find(positions, cutoff, cell, periodic, range: 9);
            Assert.NotEmpty(expected);
            BruteForceNeighbors.AssertEqual(expected, Build(positions, cutoff, cell, periodic));
        }
    }

    [Fact]
    public void AManyAtomClusterAgreesWithAllPairs()
    {
        Random random = new(5);
        // A wire: many bins along one axis, few along the others; one atom far away.
        double[] positions = [.. Enumerable.Range(0, 6000).Select(i => random.NextDouble() * (i % 3 == 0 ? 300 : 6)), 1e9, -1e9, 3];
        List<BruteForceNeighbors.Edge> expected = BruteForceNeighbors.Find(positions, 2.5, new double[9], [false, false, false], 0);
        BruteForceNeighbors.AssertEqual(expected, NeighborList.Build(positions, 2.5), tolerance: 0);
    }

    // Coordination numbers of the shells of simple crystals, in units of the cubic lattice constant.
    [Theory]
    [InlineData("sc", 1.05, 6)]
    [InlineData("sc", 1.45, 6 + 12)]
    [InlineData("sc", 1.80, 6 + 12 + 8)]
    [InlineData("sc", 3.01, 122)]
    [InlineData("bcc", 0.90, 8)]
    [InlineData("bcc", 1.05, 8 + 6)]
    [InlineData("fcc", 0.75, 12)]
    [InlineData("fcc", 1.05, 12 + 6)]
    [InlineData("diamond", 0.45, 4)]
    [InlineData("diamond", 0.75, 4 + 12)]
    public void CrystalsHaveTheirCoordinationNumbers(string crystal, double cutoff, int neighbors)
    {
        // Primitive cells, so that the cutoff exceeds them and every neighbour is an image.
        double[] cell = crystal switch
        {
            "sc" => [1, 0, 0, 0, 1, 0, 0, 0, 1],
            "bcc" => [-0.5, 0.5, 0.5, 0.5, -0.5, 0.5, 0.5, 0.5, -0.5],
            _ => [0, 0.5, 0.5, 0.5, 0, 0.5, 0.5, 0.5, 0],
        };
        double[] positions = crystal == "diamond" ? [0.3, 0.2, 0.1, 0.55, 0.45, 0.35] : [0.3, 0.2, 0.1];
        NeighborList edges = Build(positions, cutoff, cell, [true, true, true]);
        for (int i = 0; i < edges.AtomCount; i++)
            Assert.Equal(neighbors, edges.TargetOffsets[i + 1] - edges.TargetOffsets[i]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public void EveryEdgeHasItsReverseWithExactlyTheOppositeVector(int mask)
    {
        bool[] periodic = [(mask & 1) != 0, (mask & 2) != 0, (mask & 4) != 0];
        NeighborList edges = Build(RandomAtoms(new Random(1), s_skewed, 12, 5), 3.3, s_skewed, periodic);
        Dictionary<(int, int, int, int, int), (double, double, double)> vectors = [];
        for (int e = 0; e < edges.Count; e++)
        {
            vectors.Add((edges.Target[e], edges.Source[e], edges.Images[3 * e], edges.Images[(3 * e) + 1], edges.Images[(3 * e) + 2]),
                (edges.Vectors[3 * e], edges.Vectors[(3 * e) + 1], edges.Vectors[(3 * e) + 2]));
        }
        foreach (((int t, int s, int a, int b, int c), (double x, double y, double z)) in vectors)
            Assert.Equal((-x, -y, -z), vectors[(s, t, -a, -b, -c)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TranslationChangesNothing(bool periodic)
    {
        bool[] all = [periodic, periodic, periodic];
        double[] positions = RandomAtoms(new Random(2), s_leftHanded, 10, 2);
        NeighborList before = Build(positions, 4.2, s_leftHanded, all);
        foreach (double shift in new[] { 0.37, -17.3, 1e4 })
        {
            double[] moved = [.. positions.Select((x, i) => x + (shift * (1 + (i % 3))))];
            NeighborList after = Build(moved, 4.2, s_leftHanded, all);
            Assert.Equal(before.Source, after.Source);
            Assert.Equal(before.Images, after.Images);
            Assert.All(before.Vectors.Zip(after.Vectors), v => Assert.Equal(v.First, v.Second, 1e-10));
        }
    }

    [Fact]
    public void MovingAnAtomByACellVectorMovesOnlyItsImages()
    {
        double[] positions = RandomAtoms(new Random(3), s_skewed, 6, 1);
        double[] moved = [.. positions];
        for (int k = 0; k < 3; k++)
            moved[k] += (2 * s_skewed[k]) - s_skewed[6 + k];
        NeighborList before = Build(positions, 3.9, s_skewed, [true, true, true]);
        NeighborList after = Build(moved, 3.9, s_skewed, [true, true, true]);

        static IEnumerable<(int, int, int, int, int)> Keys(NeighborList list, int a, int c) => Enumerable.Range(0, list.Count).Select(e =>
        {
            int sign = (list.Target[e] == 0 ? 1 : 0) - (list.Source[e] == 0 ? 1 : 0);
            return (list.Target[e], list.Source[e], list.Images[3 * e] + (a * sign), list.Images[(3 * e) + 1],
                list.Images[(3 * e) + 2] + (c * sign));
        });
        Assert.Equal(Keys(before, 2, -1).Order(), Keys(after, 0, 0).Order());
        Assert.Equal(before.Distances.Order().Select(d => Math.Round(d, 9)), after.Distances.Order().Select(d => Math.Round(d, 9)));
    }

    [Fact]
    public void EdgesAreSortedAndGroupedByTarget()
    {
        NeighborList edges = Build(RandomAtoms(new Random(4), s_tiny, 4, 3), 2.4, s_tiny, [true, false, true]);
        (int, int, int, int, int)[] keys = [.. Enumerable.Range(0, edges.Count)
            .Select(e => (edges.Target[e], edges.Source[e], edges.Images[3 * e], edges.Images[(3 * e) + 1], edges.Images[(3 * e) + 2]))];
        Assert.Equal(keys.Order(), keys);
        Assert.Equal(keys.Distinct().Count(), keys.Length);
        Assert.Equal(5, edges.TargetOffsets.Length);
        for (int i = 0; i < 4; i++)
            Assert.All(edges.Target[edges.TargetOffsets[i]..edges.TargetOffsets[i + 1]], t => Assert.Equal(i, t));
        Assert.Equal((0, edges.Count), (edges.TargetOffsets[0], edges.TargetOffsets[4]));
    }

    [Fact]
    public void VectorsPointFromTargetToSourceAndDistancesAreTheirLengths()
    {
        NeighborList edges = NeighborList.Build([0, 0, 0, 1, 2, 2], 3.5);
        Assert.Equal([1, 0], edges.Source);
        Assert.Equal([0, 1], edges.Target);
        Assert.Equal([1, 2, 2, -1, -2, -2], edges.Vectors);
        Assert.Equal([3, 3], edges.Distances);
        Assert.Equal([0, 0, 0, 0, 0, 0], edges.Images);
        // Strictly within: an edge of exactly the cutoff's length is none.
        Assert.Equal(0, NeighborList.Build([0, 0, 0, 1, 2, 2], 3).Count);
    }

    [Fact]
    public void CoincidentAtomsAreNeighborsButNoAtomIsItsOwn()
    {
        NeighborList edges = NeighborList.Build([1, 1, 1, 1, 1, 1, 1, 1, 1], 0.5);
        Assert.Equal([1, 2, 0, 2, 0, 1], edges.Source);
        Assert.All(edges.Distances, d => Assert.Equal(0, d));

        // One cell vector apart is the same place in a periodic system.
        NeighborList images = Build([0, 0, 0, 4, 5, 0], 0.5, s_orthorhombic, [true, true, true]);
        Assert.Equal([-1, -1, 0, 1, 1, 0], images.Images);
        Assert.Equal([0, 0, 0, 0, 0, 0], images.Vectors);
    }

    [Fact]
    public void NoAtomsAndOneAtomHaveNoEdges()
    {
        Assert.Equal((0, 0), (NeighborList.Build([], 1).Count, NeighborList.Build([], 1).AtomCount));
        Assert.Equal(0, Build([], 1, s_tiny, [true, true, true]).Count);
        Assert.Equal(0, NeighborList.Build([1e300, 0, -1e300], 1).Count);
    }

    [Fact]
    public void OpenVectorsOfTheCellDoNotMatter()
    {
        double[] positions = RandomAtoms(new Random(6), s_orthorhombic, 12, 2);
        NeighborList slab = Build(positions, 3.4, s_orthorhombic, [true, true, false]);
        NeighborList zero = Build(positions, 3.4, [.. s_orthorhombic[..6], 0, 0, 0], [true, true, false]);
        NeighborList skew = Build(positions, 3.4, [.. s_orthorhombic[..6], 1, 1, 1e-3], [true, true, false]);
        Assert.Equal(slab.Vectors, zero.Vectors);
        Assert.Equal(slab.Vectors, skew.Vectors);
    }

    [Fact]
    public void AFrameBringsItsCell()
    {
        XyzFrame frame = ExtendedXyz.Parse("1\nLattice=\"2 3 4\" pbc=\"T T F\"\nH 0 0 0").Single();
        Assert.Equal([2.0, 2], NeighborList.Build(frame, 2.5).Distances);
        // Bonds of ethanol: 8, each in both directions.
        Assert.Equal(16, NeighborList.Build(ExtendedXyz.Read(TestData.Path("ethanol.xyz")).First(), 1.65).Count);
    }

    private static NeighborList Build(double[] positions, double cutoff, double[] cell, bool[] periodic) =>
        NeighborList.Build(positions, cutoff, cell, (periodic[0], periodic[1], periodic[2]));

    private static double[] RandomAtoms(Random random, double[] cell, int atoms, double spread)
    {
        double[] positions = new double[3 * atoms];
        for (int i = 0; i < atoms; i++)
        {
            for (int row = 0; row < 3; row++)
            {
                double s = 0.5 + (spread * (random.NextDouble() - 0.5));
                for (int k = 0; k < 3; k++)
                    positions[(3 * i) + k] += s * cell[(3 * row) + k];
            }
        }
        return positions;
    }
}
