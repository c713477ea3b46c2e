using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.Graphs;

/// <summary>Systems drawn at random, and those at the edges of what a cell can be, against brute force.</summary>
public sealed class NeighborListRandomTests
{
    [Fact]
    public void AnyCellGivesTheEdgesOfBruteForce()
    {
        Random random = new(11);
        for (int n = 0; n < 400; n++)
        {
            double[] cell = Cell(random);
            bool[] periodic = [random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0];
            double cutoff = 0.5 + (2.5 * random.NextDouble());
            double[] positions = [.. Enumerable.Range(0, 3 * random.Next(1, 8)).Select(_ => 12 * (random.NextDouble() - 0.5))];
            // Images further away than the positions' spread and the cutoff cannot be near; the cell's thickness turns that into a number of cells.
            int range = 2 + (int)Math.Ceiling((24 + cutoff) / Thickness(cell));
            List<BruteForceNeighbors.Edge> expected = BruteForceNeighbors.Find(positions, cutoff, cell, periodic, Math.Min(range, 24));
            BruteForceNeighbors.AssertEqual(expected, NeighborList.Build(positions, cutoff, cell, (periodic[0], periodic[1], periodic[2])));
        }
    }

    // Fractions of exactly 0 and 1, and rounding on either side of them.
    [Fact]
    public void AtomsOnTheFacesOfTheCellAreCountedOnce()
    {
        double[] cell = [3, 0, 0, 0, 3, 0, 0, 0, 3];
        foreach (double face in new[] { 0, 3, -3, 6, Math.BitDecrement(3), Math.BitIncrement(3), -double.Epsilon, Math.BitDecrement(0) })
        {
            double[] positions = [face, 0, 0, 1.5, 1.5, 1.5, 0, face, 3];
            NeighborList edges = NeighborList.Build(positions, 2.7, cell, (true, true, true));
            // Atoms 0 and 2 are at one place: each sees the other there, both see the centre eight times, and it sees both as often.
            Assert.Equal(2 * (1 + 8), Enumerable.Range(0, edges.Count).Count(e => edges.Target[e] != 1));
            Assert.Equal(16, edges.TargetOffsets[2] - edges.TargetOffsets[1]);
        }
    }

    [Fact]
    public void AnImageAtExactlyTheCutoffIsNone()
    {
        double[] cell = [2, 0, 0, 0, 2.5, 0, 0, 0, 3];
        Assert.Equal(0, NeighborList.Build([0.3, 0.1, 0.7], 2, cell, (true, true, true)).Count);
        Assert.Equal(2, NeighborList.Build([0.3, 0.1, 0.7], Math.BitIncrement(2.0), cell, (true, true, true)).Count);
        // 2 and 2.5 along the axes, and nothing else within 3.
        Assert.Equal(4, NeighborList.Build([0.3, 0.1, 0.7], 3, cell, (true, true, true)).Count);
    }

    // The count in a sphere grows with its volume: many images of one atom in a small skewed cell.
    [Fact]
    public void ManyImagesFillTheSphere()
    {
        double[] cell = [1, 0, 0, 0.7, 0.9, 0, -0.3, 0.4, 1.1];
        const double Volume = 1 * 0.9 * 1.1;
        int count = NeighborList.Build([0.2, 5, -3], 12, cell, (true, true, true)).Count;
        Assert.Equal(4 * Math.PI / 3 * Math.Pow(12, 3) / Volume, count, 0.01 * count);
        Assert.True(int.IsEvenInteger(count));
    }

    // A layer that repeats sideways, with vacuum above; the third vector says how thick the vacuum is and must not matter.
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(1e6)]
    public void AnAtomAboveASlabSeesItFromOneSide(double height)
    {
        double[] cell = [1.5, 0, 0, 0.75, 1.3, 0, 0.4, 0.3, height];
        double[] positions = [0, 0, 0, 0, 0, 1.2];
        NeighborList edges = NeighborList.Build(positions, 2, cell, (true, true, false));
        Assert.All(Enumerable.Range(0, edges.Count), e => Assert.Equal(1.2 * (edges.Source[e] - edges.Target[e]), edges.Vectors[(3 * e) + 2], 1e-12));
        Assert.All(Enumerable.Range(0, edges.Count), e => Assert.Equal(0, edges.Images[(3 * e) + 2]));
        // In its own layer six neighbours at 1.5; in the other one the atom below and six at 1.92.
        Assert.Equal(2 * (6 + 7), edges.Count);
    }

    [Fact]
    public void ALongerCutoffOnlyAdds()
    {
        Random random = new(3);
        for (int n = 0; n < 40; n++)
        {
            double[] cell = Cell(random);
            double[] positions = [.. Enumerable.Range(0, 15).Select(_ => 9 * random.NextDouble())];
            NeighborList wide = NeighborList.Build(positions, 4, cell, (true, true, n % 2 == 0));
            NeighborList narrow = NeighborList.Build(positions, 2.6, cell, (true, true, n % 2 == 0));
            Assert.Equal(Keys(wide).Where(edge => edge.Distance < 2.6), Keys(narrow));
        }
        static IEnumerable<(int, int, int, int, int, double Distance)> Keys(NeighborList list) =>
            Enumerable.Range(0, list.Count).Select(e =>
                (list.Target[e], list.Source[e], list.Images[3 * e], list.Images[(3 * e) + 1], list.Images[(3 * e) + 2], list.Distances[e]));
    }

    // The same crystal by a primitive cell and by two and three times as many atoms in a multiple of it.
    [Fact]
    public void AMultipleOfTheCellIsTheSameCrystal()
    {
        double[] cell = [2.1, 0.1, 0, 0.4, 1.9, 0.2, -0.3, 0.5, 2.4];
        double[] two = [0.1, 0.2, 0.3, 1.0, 1.1, 1.2];
        double[] six = [.. Enumerable.Range(0, 3).SelectMany(copy => two.Select((x, k) => x + (copy * cell[3 + (k % 3)])))];
        double[] large = [.. cell[..3], .. cell[3..6].Select(x => 3 * x), .. cell[6..]];
        double[] one = [.. NeighborList.Build(two, 3.3, cell, (true, true, true)).Distances.Order()];
        double[] three = [.. NeighborList.Build(six, 3.3, large, (true, true, true)).Distances.Order()];
        Assert.Equal(3 * one.Length, three.Length);
        for (int n = 0; n < three.Length; n++) Assert.Equal(one[n / 3], three[n], 1e-9);
    }

    private static double[] Cell(Random random)
    {
        while (true)
        {
            double[] cell = [.. Enumerable.Range(0, 9).Select(_ => 6 * (random.NextDouble() - 0.5))];
            // Flatter ones need more images than brute force can try.
            if (Thickness(cell) > 1.2) return cell;
        }
    }

    // The least distance of opposite faces, of all three vectors and of any two: |a × b| is what two of them span.
    private static double Thickness(double[] m)
    {
        double[] a = m[..3], b = m[3..6], c = m[6..];
        double volume = Math.Abs(a.Zip(Cross(b, c), (x, y) => x * y).Sum());
        double[] areas = [Length(Cross(a, b)), Length(Cross(b, c)), Length(Cross(a, c))];
        double[] lengths = [Length(a), Length(b), Length(c)];
        return Math.Min(volume / areas.Max(), areas.Min() / lengths.Max());
    }

    private static double[] Cross(double[] a, double[] b) => [(a[1] * b[2]) - (a[2] * b[1]), (a[2] * b[0]) - (a[0] * b[2]), (a[0] * b[1]) - (a[1] * b[0])];

    private static double Length(double[] a) => Math.Sqrt(a.Sum(x => x * x));
}
