using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.Kernels;

/// <summary>
/// The energy of points: the harmonics of all differences are multiplied with features of the neighbours, summed, mixed, and E is the sum of
/// √(1 + |z|²) over the points. Its derivatives pass through every layer's backward passes.
/// </summary>
internal sealed class PairNetwork
{
    private readonly SphericalHarmonics _harmonics = SphericalHarmonics.Create("0e + 1o + 2e", normalize: false);
    private readonly TensorProduct _product = TensorProduct.Create("6x0e + 5x1o", "0e + 1o + 2e", "6x0e + 6x1o + 5x1o + 5x0e + 6x2e", Mode.Uvu);
    private readonly Linear _linear = Linear.Create("6x0e + 6x1o + 5x1o + 5x0e + 6x2e", "3x0e + 4x1o + 2x2e");
    private readonly (int From, int To)[] _edges;
    private readonly double[] _features;
    private readonly double[] _pathWeights;
    private readonly double[] _mixing;
    private readonly int _points;

    public PairNetwork(int points, Random random)
    {
        _points = points;
        _edges = [.. from i in Enumerable.Range(0, points) from j in Enumerable.Range(0, points) where i != j select (j, i)];
        _features = Gather(Numerical.Normal(points * _product.Plan.Left.Dim, random), edge => edge.From);
        _pathWeights = Numerical.Normal(_edges.Length * _product.WeightCount, random);
        _mixing = Numerical.Normal(_linear.WeightCount, random);
    }

    public double Energy(double[] positions) => Norms(Run(positions).Mixed).Sum();

    public double[] Forces(double[] positions) => [.. Gradients(Run(positions)).Positions.Select(g => -g)];

    /// <summary>The second derivative of the energy, applied to a direction.</summary>
    public double[] HessianTimes(double[] positions, double[] direction)
    {
        Values values = Run(positions);
        Cotangents cotangents = Gradients(values);
        // What the cotangents of the forces are to each backward pass, from the last to the first.
        double[] edgeChange = Differences(direction);
        double[] vectors = new double[edgeChange.Length];
        double[] harmonicsChange = new double[values.Harmonics.Length];
        _harmonics.DoubleBackward<double>(values.Vectors, cotangents.Harmonics, edgeChange, vectors, harmonicsChange);
        double[] harmonics = new double[harmonicsChange.Length];
        double[] messageChange = new double[cotangents.Messages.Length];
        _product.DoubleBackward(
            _features,
            values.Harmonics,
            _pathWeights,
            cotangents.Messages,
            default,
            harmonicsChange,
            default,
            default,
            harmonics,
            default,
            messageChange.AsSpan()
        );
        double[] mixedChange = new double[values.Mixed.Length];
        _linear.DoubleBackward(values.Sums, _mixing, cotangents.Mixed, Scatter(messageChange), default, default, default, mixedChange.AsSpan());
        // And back through the first order.
        double[] norms = Norms(values.Mixed);
        int dim = values.Mixed.Length / _points;
        double[] dots = [.. Enumerable.Range(0, _points).Select(p => Numerical.Dot(values.Mixed[(p * dim)..((p + 1) * dim)], mixedChange[(p * dim)..((p + 1) * dim)]))];
        double[] mixed = [.. mixedChange.Select((c, n) => c / norms[n / dim] - values.Mixed[n] * dots[n / dim] / Math.Pow(norms[n / dim], 3))];
        return Gradients(values, mixed, harmonics, vectors).Positions;
    }

    private Values Run(double[] positions)
    {
        double[] vectors = Differences(positions);
        double[] harmonics = new double[_edges.Length * _harmonics.Output.Dim];
        _harmonics.Forward<double>(vectors, harmonics);
        double[] messages = new double[_edges.Length * _product.Plan.Output.Dim];
        _product.Forward<double>(_features, harmonics, _pathWeights, messages);
        double[] sums = Scatter(messages);
        double[] mixed = new double[_points * _linear.Plan.Output.Dim];
        _linear.Forward<double>(sums, _mixing, mixed);
        return new Values(vectors, harmonics, sums, mixed);
    }

    private Cotangents Gradients(Values values)
    {
        double[] norms = Norms(values.Mixed);
        return Gradients(values, [.. values.Mixed.Select((z, n) => z / norms[n / (values.Mixed.Length / _points)])], [], []);
    }

    // Backward from the mixed features, with more cotangents that come in on the way.
    private Cotangents Gradients(Values values, double[] mixed, double[] moreHarmonics, double[] moreVectors)
    {
        double[] sums = new double[values.Sums.Length];
        _linear.Backward<double>(values.Sums, _mixing, mixed, sums, default);
        double[] messages = Gather(sums, edge => edge.To);
        double[] harmonics = new double[values.Harmonics.Length];
        _product.Backward<double>(_features, values.Harmonics, _pathWeights, messages, default, harmonics, default);
        for (int n = 0; n < moreHarmonics.Length; n++) harmonics[n] += moreHarmonics[n];
        double[] vectors = new double[values.Vectors.Length];
        _harmonics.Backward<double>(values.Vectors, harmonics, vectors);
        for (int n = 0; n < moreVectors.Length; n++) vectors[n] += moreVectors[n];
        double[] positions = new double[3 * _points];
        for (int e = 0; e < _edges.Length; e++)
        for (int axis = 0; axis < 3; axis++)
        {
            positions[3 * _edges[e].From + axis] += vectors[3 * e + axis];
            positions[3 * _edges[e].To + axis] -= vectors[3 * e + axis];
        }
        return new Cotangents(positions, harmonics, messages, mixed);
    }

    private double[] Differences(double[] positions) =>
        [.. _edges.SelectMany(edge => Enumerable.Range(0, 3).Select(axis => positions[3 * edge.From + axis] - positions[3 * edge.To + axis]))];

    private double[] Gather(double[] points, Func<(int From, int To), int> end)
    {
        int dim = points.Length / _points;
        List<double> all = [];
        foreach ((int, int) edge in _edges) all.AddRange(points.AsSpan(end(edge) * dim, dim));
        return [.. all];
    }

    private double[] Scatter(double[] messages)
    {
        int dim = messages.Length / _edges.Length;
        double[] sums = new double[_points * dim];
        for (int n = 0; n < messages.Length; n++) sums[_edges[n / dim].To * dim + n % dim] += messages[n];
        return sums;
    }

    private double[] Norms(double[] mixed) => [.. mixed.Chunk(mixed.Length / _points).Select(z => Math.Sqrt(1 + Numerical.Dot(z, z)))];

    private sealed record Values(double[] Vectors, double[] Harmonics, double[] Sums, double[] Mixed);

    private sealed record Cotangents(double[] Positions, double[] Harmonics, double[] Messages, double[] Mixed);
}
