using System;

namespace Reps.Benchmarking;

/// <summary>A layer with weights, over rows.</summary>
/// <param name="name">The name in tables.</param>
/// <param name="unit">What a row is.</param>
/// <param name="rows">How many rows a run processes.</param>
/// <param name="weightCount">The length of a vector of weights.</param>
/// <param name="use">Whose the weights are.</param>
internal abstract class LayerWorkload(string name, string unit, int rows, int weightCount, WeightUse use) : Workload(name, unit, rows)
{
    private WeightBuffers? _weights;

    /// <summary>The weights and their gradients.</summary>
    protected WeightBuffers Weights => _weights ??= CreateWeights();

    /// <summary>How many rows share a vector of weights.</summary>
    protected double RowsPerWeights { get; } = use == WeightUse.Each ? 1 : rows;

    /// <summary>The values of some rows of an operand.</summary>
    protected static Span<float> Rows(AlignedBuffer buffer, int dim, Range rows) =>
        buffer.Slice((long)rows.Start.Value * dim, (long)(rows.End.Value - rows.Start.Value) * dim);

    private WeightBuffers CreateWeights()
    {
        bool shared = use != WeightUse.Each;
        int count = use == WeightUse.None ? 0 : weightCount;
        return new(Input((long)count * (shared ? 1 : Units)), Result((long)count * (shared ? WeightBuffers.MaxThreads : Units)), count, shared);
    }
}
