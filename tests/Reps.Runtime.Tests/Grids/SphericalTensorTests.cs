using System;
using System.Linq;
using System.Threading;

namespace Reps.Tests.Grids;

public class SphericalTensorTests
{
    [Fact]
    public void IrrepsFollowFromTheParities()
    {
        Assert.Equal("1x0e+1x1e+1x2e+1x3e", new SphericalTensor(3, 1, 1).ToString());
        Assert.Equal("1x0e+1x1o+1x2e+1x3o", new SphericalTensor(3, 1, -1).ToString());
        Assert.Equal("1x0o+1x1e+1x2o", new SphericalTensor(2, -1, -1).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new SphericalTensor(2, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SphericalTensor(2, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SphericalTensor(-1, 1, 1));
    }

    [Fact]
    public void PeaksHaveTheirValues()
    {
        SphericalTensor s = new(4, 1, -1);
        double[] positions = [1, 0, 0, 3, 4, 0];
        double[] values = new double[2];
        s.SignalXyz(s.WithPeaksAt(positions), positions, values);
        Reference.Near([1, 5], values, 1e-12, "lengths");
        s.SignalXyz(s.WithPeaksAt(positions, [-1.5, 2]), positions, values);
        Reference.Near([-1.5, 2], values, 1e-12, "values");
        // The same direction twice is no contradiction with the same value, and with another it is.
        double[] twice = s.WithPeaksAt([1, 0, 0, 2, 0, 0, 0, 0, 1], [3, 3, 0]);
        s.SignalXyz(twice, [1, 0, 0, 0, 0, 0], values);
        Assert.Equal(3, values[0], 1e-10);
        Assert.Contains("Raise lmax", Assert.Throws<ArgumentException>(() => s.WithPeaksAt([1, 0, 0, 2, 0, 0], [3, 4])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SphericalTensor(2, -1, 1).WithPeaksAt(positions));
        Assert.Equal(new double[25], s.WithPeaksAt([]));
        Assert.Equal(new double[25], s.WithPeaksAt([1, 0, 0], [0]));
        Assert.Throws<ArgumentException>(() => s.WithPeaksAt(positions, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => s.WithPeaksAt(new double[3 * 1025]));
    }

    [Fact]
    public void TheSignalWithPeaksIsTheSmallest()
    {
        SphericalTensor s = new(3, 1, -1);
        Random random = new(2);
        double[] positions = S2GridTests.Random(random, 15);
        double[] signal = s.WithPeaksAt(positions);
        // Whatever vanishes in these directions is orthogonal to it.
        double[] other = S2GridTests.Random(random, 16);
        double[] values = new double[5];
        s.SignalXyz(other, positions, values);
        double[] same = s.WithPeaksAt(positions, values);
        Assert.Equal(0, signal.Zip(other.Zip(same, (a, b) => a - b), (a, b) => a * b).Sum(), 1e-12);
    }

    [Fact]
    public void DiracsHaveTheirValueAndMove()
    {
        SphericalTensor s = new(7, 1, -1);
        double[] values = new double[3];
        s.SignalXyz(s.SumOfDiracs([1, 0, 0, 0, 1, 0], [-1, 1]), [1, 0, 0, 0, 1, 0, 0, 0, 1], values);
        Assert.Equal([-10, 10, 0], values.Select(v => Math.Round(10 * v) + 0.0));
        double[] single = new double[1];
        s.SignalXyz(s.SumOfDiracs([0, 3, 4], [2.5]), [0, 3, 4], single);
        Assert.Equal(2.5, single[0], 1e-13);

        Random random = new(1);
        OrthogonalTransform transform = new(Rotation.Random(random), true);
        double[] position = S2GridTests.Random(random, 3);
        double[] moved = new double[3];
        RepresentationAction.Apply<double>(Irreps.Parse("1o"), transform, position, moved);
        double[] turned = new double[64];
        RepresentationAction.Apply<double>(s.Irreps, transform, s.SumOfDiracs(position, [1]), turned);
        Reference.Near(s.SumOfDiracs(moved, [1]), turned, 1e-13, "equivariance");
        Assert.Equal(new double[64], s.SumOfDiracs([], []));
    }

    [Fact]
    public void NormsAreThoseOfTheDegrees()
    {
        double[] norms = new double[4];
        new SphericalTensor(1, 1, -1).Norms([1.5, 0, 3, 4, -2, 0, 0, 1], norms);
        Assert.Equal([1.5, 5, 2, 1], norms);
    }

    [Fact]
    public void SamplesGiveTheSignalOfTheNearest()
    {
        SphericalTensor s = new(2, 1, 1);
        double[] along = s.FromSamplesOnS2([0, 0, 1, 0, 0, -1], [1, -1], 200);
        Assert.Equal([0, 0, 0, 3, 0, 0, 0, 0, 0], along.Select(Math.Truncate).Select(v => v + 0.0));
        along = s.FromSamplesOnS2([0, 2, 0, 0, -1, 0], [1, -1], 200);
        Assert.Equal([0, 0, 3, 0, 0, 0, 0, 0, 0], along.Select(Math.Truncate).Select(v => v + 0.0));
        // A step on the sphere: ∫ sign(y) √(3/4π) y = √(3/4π)·2π.
        Assert.Equal(Math.Sqrt(3 / (4 * Math.PI)) * 2 * Math.PI, along[2], 1e-3);
        Assert.Equal(new double[9], s.FromSamplesOnS2([], []));
        Reference.Near([Math.Sqrt(4 * Math.PI) * 7, 0, 0, 0, 0, 0, 0, 0, 0], s.FromSamplesOnS2([0, 1, 0], [7], 20), 1e-12, "constant");
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => s.FromSamplesOnS2([0, 1, 0], [7], 20, source.Token));
    }

    [Fact]
    public void PeaksAreFound()
    {
        SphericalTensor s = new(4, 1, -1);
        (double[] positions, double[] values) = s.FindPeaks(s.WithPeaksAt([4, 0, 4, 0, 5, 0]));
        int[] high = [.. Enumerable.Range(0, values.Length).Where(n => values[n] > 4)];
        Assert.Equal(2, high.Length);
        int[][] rounded = [.. high.Select(n => Enumerable.Range(0, 3).Select(i => (int)Math.Abs(Math.Round(10 * positions[3 * n + i]))).ToArray())];
        Assert.Contains(rounded, p => p.SequenceEqual([7, 0, 7]));
        Assert.Contains(rounded, p => p.SequenceEqual([0, 10, 0]));
        Assert.Equal([50, 57], high.Select(n => (int)Math.Round(10 * values[n])).Order());
        (positions, values) = s.FindPeaks(new double[25], 20);
        Assert.Empty(positions);
        Assert.Empty(values);
        Assert.Throws<ArgumentException>(() => s.FindPeaks(new double[24]));
    }

    [Fact]
    public void MaximaAlongALineAreStrict()
    {
        double[] line = [5, 1, 2, 2, 2, 1, 3, 3, 4, 3, 4, 4];
        Assert.Equal([3, 8], GridPeaks.Find(line, 0, 1, line.Length));
        Assert.Equal([1], GridPeaks.Find(line, 1, 2, 6));
        Assert.Empty(GridPeaks.Find(line, 0, 1, 1));
    }
}
