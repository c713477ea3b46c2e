using System;
using System.Numerics;
using Reps.Kernels.Channelwise;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Convolution;

/// <summary>
/// The gradients of a chunk of edges. An edge's contribution to the gradient of its source is summed in a row of its own. On one thread the
/// row is added to the source's at once; on several that would be a race, so rows are kept, and <see cref="AddAtSourcesJob{T, TLoops}"/> adds them when
/// the chunk is done. A source's edges follow each other in the same order, and so the results are the same bits.
/// </summary>
/// <param name="call">The arguments.</param>
/// <param name="tables">The program.</param>
/// <param name="graph">The edges.</param>
/// <param name="first">The chunk's first edge.</param>
/// <param name="count">The number of its edges.</param>
/// <param name="partialWeights">For each part of a chunk the gradient of shared weights, which is added to; or null.</param>
/// <param name="rows">[count, lane size] for the contributions to sources, or null to add them at once.</param>
internal unsafe struct ConvolveBackwardJob<T, TKernels, TLoops>(
    ProductCall<T> call,
    ChannelwiseTables<T> tables,
    GraphPointers graph,
    int first,
    int count,
    T* partialWeights,
    T* rows
) : IJob
    where T : unmanaged, INumberBase<T>
    where TKernels : struct, IStraightLine<T>
    where TLoops : struct, IChannelwiseLoops<T>
{
    /// <summary>The most edges of a chunk.</summary>
    public const int MaxChunk = MaxParts * PartEdges;

    /// <summary>The most parts of a chunk.</summary>
    public const int MaxParts = 64;
    private const int PartEdges = 32;

    private ProductCall<T> _call = call;
    private ChannelwiseTables<T> _tables = tables;
    private GraphPointers _graph = graph;
    private readonly int _first = first;
    private readonly int _count = count;
    private readonly T* _partialWeights = partialWeights;
    private readonly T* _rows = rows;

    public readonly int Parts => (_count + PartEdges - 1) / PartEdges;

    public void Run(int part)
    {
        ChannelwiseGradients<T> gradients = ChannelwiseGradients<T>.Create(in _tables, TLoops.Width);
        T* own = _call.GradLeft is null || _rows is not null ? null : Scratch.Rent<T>(_tables.LaneSize);
        int end = _first + Math.Min(_count, (part + 1) * PartEdges);
        for (int edge = _first + part * PartEdges; edge < end; edge++)
        {
            gradients.GradX = own;
            if (_rows is not null) gradients.GradX = _rows + (nint)(edge - _first) * _tables.LaneSize;
            Edge(edge, ref gradients, _partialWeights is null ? null : _partialWeights + (nint)part * _tables.WeightCount);
            if (own is not null) TLoops.Add(own, _call.GradLeft + (nint)_graph.Sources[edge] * _tables.LaneSize, _tables.LaneSize);
        }
    }

    private void Edge(nint edge, ref ChannelwiseGradients<T> gradients, T* shared)
    {
        gradients.X = _call.Left + (nint)_graph.Sources[edge] * _tables.LaneSize;
        gradients.Weights = _call.Weights + edge * _call.WeightStride;
        gradients.Grad = _call.GradOutput + (nint)_graph.Targets[edge] * _tables.OutputSize;
        gradients.GradWeights = _call.GradWeights is null ? null : shared is not null ? shared : _call.GradWeights + edge * _tables.WeightCount;
        gradients.GradScalar = _call.GradRight is null ? null : _call.GradRight + edge * _tables.ScalarSize;
        ChannelwiseRow<T, TKernels, TLoops>.Fold(in _tables, _call.Right + edge * _tables.ScalarSize, gradients.Folded);
        ChannelwiseRow<T, TKernels, TLoops>.Transpose(in _tables, gradients.Folded, gradients.Transposed);
        ChannelwiseRow<T, TKernels, TLoops>.Backward(in _tables, in gradients, false, shared is not null || _call.Accumulate, _call.Accumulate);
    }
}
