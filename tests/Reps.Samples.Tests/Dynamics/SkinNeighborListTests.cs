using System;
using System.Linq;
using Potential.Dynamics;

namespace Reps.Tests.Samples.Dynamics;

public sealed class SkinNeighborListTests
{
    private static readonly double[] s_skewed = [4, 0.2, 0, 1.1, 4.5, 0.3, -0.7, 0.5, 5];

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, true, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, true)]
    public void PairsAreThoseOfAFreshSearch(bool a, bool b, bool c)
    {
        Random random = new(1);
        double[] positions = [.. Enumerable.Range(0, 30).Select(_ => 8 * random.NextDouble())];
        double[] velocities = [.. Enumerable.Range(0, 30).Select(_ => 0.6 * (random.NextDouble() - 0.5))];
        SkinNeighborList list = new(3, 1, s_skewed, (a, b, c));
        for (int step = 0; step < 60; step++)
        {
            NeighborPairs pairs = list.Update(positions);
            NeighborList fresh = NeighborList.Build(positions, 3, s_skewed, (a, b, c));
            Assert.Equal(Enumerable.Range(0, fresh.Count).Select(e => Key(fresh.Source[e], fresh.Target[e], fresh.Vectors.AsSpan(3 * e, 3))).Order(),
                Enumerable.Range(0, pairs.Sources.Count).Select(e => Key(pairs.Sources[e], pairs.Targets[e], Vector(pairs, e))).Order());
            Assert.Equal(pairs.Targets.Order(), pairs.Targets);
            // Atoms leave the cell, and go far.
            for (int n = 0; n < 30; n++) positions[n] += velocities[n];
        }
        Assert.InRange(list.Searches, 10, 59);
        static double[] Vector(NeighborPairs pairs, int edge) =>
        [
            .. Enumerable.Range(0, 3).Select(axis => pairs.Positions[(3 * pairs.Sources[edge]) + axis] + pairs.Shifts[(3 * edge) + axis] - pairs.Positions[(3 * pairs.Targets[edge]) + axis]),
        ];
        static (int, int, double, double, double) Key(int source, int target, ReadOnlySpan<double> vector) =>
            (source, target, Math.Round(vector[0], 6) + 0.0, Math.Round(vector[1], 6) + 0.0, Math.Round(vector[2], 6) + 0.0);
    }

    [Fact]
    public void PositionsForTheModelStayNear()
    {
        double[] far = [1e6, -1e6, 1e6, 1e6 + 1, -1e6, 1e6];
        Assert.All(new SkinNeighborList(3, 1, s_skewed, (true, true, true)).Update(far).Positions, x => Assert.InRange(x, -1.5, 6));
        Assert.All(new SkinNeighborList(3, 1, null, default).Update(far).Positions, x => Assert.InRange(x, -0.6, 0.6));
    }

    [Fact]
    public void AtomsAtRestAreSearchedOnce()
    {
        SkinNeighborList list = new(3, 1, null, default);
        double[] positions = [0, 0, 0, 3.2, 0, 0];
        Assert.Empty(list.Update(positions).Sources);
        positions[3] = 2.9;
        Assert.Equal(2, list.Update(positions).Sources.Count);
        Assert.Equal(1, list.Searches);
        positions[3] = 2.6;
        Assert.Equal(2, list.Update(positions).Sources.Count);
        Assert.Equal(2, list.Searches);
    }
}
