using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <content>Where a signal is largest.</content>
public sealed partial class SphericalTensor
{
    private const int MaxPeaks = 1024;

    /// <summary>
    /// The local maxima of a signal on a grid, and on the grid turned by π/2 about all axes, whose poles lie elsewhere. Of two that are closer
    /// than 2π/res the one on the turned grid is kept.
    /// </summary>
    /// <param name="signal">[dim].</param>
    /// <param name="resBeta">The number of polar angles.</param>
    /// <returns>The directions of the maxima, [N, 3], and their values, [N].</returns>
    /// <exception cref="ArgumentException">The length is wrong, or the grid does not resolve the degree.</exception>
    public (double[] Positions, double[] Values) FindPeaks(ReadOnlySpan<double> signal, int resBeta = DefaultResolution)
    {
        if (signal.Length != Dim) throw new ArgumentException($"A signal has {Dim} coefficients, not {signal.Length}.", nameof(signal));
        Rotation turn = Rotation.FromEuler(Math.PI / 2, Math.PI / 2, Math.PI / 2);
        double[] turned = new double[Dim];
        RepresentationAction.Apply(Irreps, new OrthogonalTransform(turn, false), signal, turned.AsSpan());
        List<(double[] Position, double Value)> straight = Maxima(signal, resBeta, Rotation.Identity);
        List<(double[] Position, double Value)> peaks = Maxima(turned, resBeta, turn.Inverse());
        double near = 2 * Math.PI / resBeta;
        (double[] Position, double Value)[] others =
        [
            .. straight.Where(peak => peaks.TrueForAll(other => SquaredDistance(peak.Position, other.Position) >= near * near)),
        ];
        IEnumerable<(double[] Position, double Value)> all = others.Concat(peaks);
        return ([.. all.SelectMany(peak => peak.Position)], [.. all.Select(peak => peak.Value)]);
    }

    private List<(double[] Position, double Value)> Maxima(ReadOnlySpan<double> signal, int resBeta, Rotation back)
    {
        (S2Grid grid, double[] values) = SignalOnGrid(signal, resBeta);
        double[] points = grid.Points();
        (int rows, int columns) = (grid.ResBeta, grid.ResAlpha);
        HashSet<int> alongRows = [];
        for (int i = 0; i < rows; i++)
            foreach (int j in GridPeaks.Find(values, i * columns, 1, columns))
                alongRows.Add(i * columns + j);
        List<(double[], double)> maxima = [];
        for (int j = 0; j < columns; j++)
            foreach (int i in GridPeaks.Find(values, j, columns, rows).Where(i => alongRows.Contains(i * columns + j)))
            {
                double[] position = new double[3];
                back.Apply(points.AsSpan(3 * (i * columns + j), 3), position);
                maxima.Add((position, values[i * columns + j]));
            }
        return maxima;
    }

    private static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        (a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]);

    private static double[] Lengths(ReadOnlySpan<double> vectors)
    {
        double[] lengths = new double[vectors.Length / 3];
        for (int n = 0; n < lengths.Length; n++) lengths[n] = Math.Sqrt(SquaredDistance(vectors.Slice(3 * n, 3), [0, 0, 0]));
        return lengths;
    }

    // A zero vector stays zero, as far from every point as any other.
    private static double[] Normalized(ReadOnlySpan<double> vectors)
    {
        double[] lengths = Lengths(vectors);
        double[] normalized = vectors.ToArray();
        for (int n = 0; n < normalized.Length; n++) normalized[n] /= Math.Max(lengths[n / 3], 1e-12);
        return normalized;
    }
}
