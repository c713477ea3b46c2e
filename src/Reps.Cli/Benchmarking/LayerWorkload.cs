using System;

namespace Reps.Benchmarking;

/// <summary>A layer with weights, over rows.</summary>
internal abstract class LayerWorkload : Workload
{
    private readonly int _weightCount;
    private readonly bool _shared;
    private readonly AlignedBuffer _weights;
    private readonly AlignedBuffer _gradWeights;

    /// <summary>Allocates the weights and their gradients.</summary>
    /// <param name="name">The name in tables.</param>
    /// <param name="unit">What a row is.</param>
    /// <param name="rows">How many rows a run processes.</param>
    /// <param name="weightCount">The length of a vector of weights.</param>
    /// <param name="use">Whose the weights are.</param>
    protected LayerWorkload(string name, string unit, int rows, int weightCount, WeightUse use)
        : base(name, unit, rows)
    {
        _weightCount = use == WeightUse.None ? 0 : weightCount;
        _shared = use != WeightUse.Each;
        RowsPerWeights = _shared ? rows : 1;
        long length = (long)_weightCount * (_shared ? 1 : rows);
        (_weights, _gradWeights) = (Input(length), Result(length));
    }

    /// <summary>How many rows share a vector of weights.</summary>
    protected double RowsPerWeights { get; }

    /// <summary>The weights of the first rows.</summary>
    protected ReadOnlySpan<float> Weights(int rows) => Rows(_weights, _weightCount, _shared ? 1 : rows);

    /// <summary>Where their gradients go.</summary>
    protected Span<float> GradWeights(int rows) => Rows(_gradWeights, _weightCount, _shared ? 1 : rows);
}
