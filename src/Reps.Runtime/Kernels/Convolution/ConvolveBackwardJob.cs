using System;
using System.Numerics;
using Reps.Kernels.Channelwise;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Convolution;

/// <summary>
/// The gradients of a convolution. On one thread all of them come from one pass over the edges, in which the gradient of the nodes is added
/// at the sources. On several threads that would be a race, so a second pass, over the sources, adds it; in both a source's edges follow
/// each other in the same order, and so the results are the same bits.
/// </summary>
internal unsafe struct ConvolveBackwardJob<T, TKernels, TLoops>(
    ProductCall<T> call,
    ChannelwiseTables<T> tables,
    GraphPointers graph,
    int parts,
    T* partialWeights,
    bool bySource
) : IJob
    where T : unmanaged, INumberBase<T>
    where TKernels : struct, IStraightLine<T>
    where TLoops : struct, IChannelwiseLoops<T>
{
    private ProductCall<T> _call = call;
    private ChannelwiseTables<T> _tables = tables;
    private GraphPointers _graph = graph;
    private readonly int _parts = parts;
    private readonly T* _partialWeights = partialWeights;
    private readonly bool _bySource = bySource;

    public void Run(int part)
    {
        ChannelwiseGradients<T> gradients = ChannelwiseGradients<T>.Create(in _tables, TLoops.Width);
        int* offsets = _bySource ? _graph.SourceOffsets : _graph.TargetOffsets;
        int nodes = _bySource ? _graph.SourceCount : _graph.TargetCount;
        int first = offsets[(int)((long)nodes * part / _parts)];
        int end = offsets[(int)((long)nodes * (part + 1) / _parts)];
        T* shared = _partialWeights is null ? null : _partialWeights + (nint)part * _tables.WeightCount;
        if (shared is not null) new Span<T>(shared, _tables.WeightCount).Clear();
        for (int n = first; n < end; n++) Edge(_bySource ? _graph.EdgesBySource[n] : n, ref gradients, shared);
    }

    private void Edge(nint edge, ref ChannelwiseGradients<T> gradients, T* shared)
    {
        nint source = _graph.Sources[edge];
        gradients.X = _call.Left + source * _tables.LaneSize;
        gradients.Weights = _call.Weights + edge * _call.WeightStride;
        gradients.Grad = _call.GradOutput + (nint)_graph.Targets[edge] * _tables.OutputSize;
        gradients.GradX = _call.GradLeft is null ? null : _call.GradLeft + source * _tables.LaneSize;
        gradients.GradWeights = _bySource || _call.GradWeights is null ? null : shared is not null ? shared : _call.GradWeights + edge * _tables.WeightCount;
        gradients.GradScalar = _bySource || _call.GradRight is null ? null : _call.GradRight + edge * _tables.ScalarSize;
        ChannelwiseRow<T, TKernels, TLoops>.Fold(in _tables, _call.Right + edge * _tables.ScalarSize, gradients.Folded);
        ChannelwiseRow<T, TKernels, TLoops>.Transpose(in _tables, gradients.Folded, gradients.Transposed);
        ChannelwiseRow<T, TKernels, TLoops>.Backward(in _tables, in gradients, true, shared is not null || _call.Accumulate, _call.Accumulate);
    }
}
