using System;
using System.Numerics;
using Reps.Kernels.Channelwise;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Convolution;

/// <summary>The sums at the targets, in parts of consecutive targets: a target's row stays in the first-level cache while its edges are added.</summary>
internal unsafe struct ConvolveForwardJob<T, TKernels, TLoops>(ProductCall<T> call, ChannelwiseTables<T> tables, GraphPointers graph) : IJob
    where T : unmanaged, INumberBase<T>
    where TKernels : struct, IStraightLine<T>
    where TLoops : struct, IChannelwiseLoops<T>
{
    private const int PartTargets = 8;

    private ProductCall<T> _call = call;
    private ChannelwiseTables<T> _tables = tables;
    private GraphPointers _graph = graph;

    public readonly int Parts => (_graph.TargetCount + PartTargets - 1) / PartTargets;

    public void Run(int part)
    {
        ConvolutionScratch<T> scratch = new(in _tables);
        int end = Math.Min(_graph.TargetCount, (part + 1) * PartTargets);
        for (nint target = part * PartTargets; target < end; target++)
        {
            T* output = _call.Output + target * _tables.OutputSize;
            int last = _graph.TargetOffsets[target + 1];
            int first = _graph.TargetOffsets[target];
            if (first == last && !_call.Accumulate) new Span<T>(output, _tables.OutputSize).Clear();
            for (nint edge = first; edge < last; edge++)
            {
                if (edge + 1 < _graph.EdgeCount) RowPrefetch.Read(_call.Left + (nint)_graph.Sources[edge + 1] * _tables.LaneSize, _tables.LaneSize);
                ChannelwiseRow<T, TKernels, TLoops>.Fold(in _tables, _call.Right + edge * _tables.ScalarSize, scratch.Folded);
                ChannelwiseRow<T, TKernels, TLoops>.Forward(
                    in _tables,
                    _call.Left + (nint)_graph.Sources[edge] * _tables.LaneSize,
                    _call.Weights + edge * _call.WeightStride,
                    scratch.Ones,
                    scratch.Folded,
                    output,
                    _call.Accumulate || edge > first
                );
            }
        }
    }
}
