using System;
using System.Numerics;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Channelwise;

/// <summary>
/// The gradients of a batch, in parts of consecutive rows. The gradient of shared weights is summed within each part, and the parts' sums
/// are added in their order, so the result does not depend on who does which part.
/// </summary>
internal unsafe struct BackwardJob<T, TKernels, TLoops>(ProductCall<T> call, ChannelwiseTables<T> tables, T* partialWeights) : IJob
    where T : unmanaged, INumberBase<T>
    where TKernels : struct, IStraightLine<T>
    where TLoops : struct, IChannelwiseLoops<T>
{
    private const int MaxSharedParts = 64;

    private ProductCall<T> _call = call;
    private ChannelwiseTables<T> _tables = tables;
    private readonly T* _partialWeights = partialWeights;

    /// <summary>Into how many parts a batch is cut; many rows with shared weights make few, large parts.</summary>
    public static int PartsOf(int rows, bool shared) => shared ? Math.Min(MaxSharedParts, (rows + 31) / 32) : (rows + 31) / 32;

    public readonly void Run(int part)
    {
        int parts = PartsOf(_call.Rows, _partialWeights is not null);
        ChannelwiseGradients<T> gradients = ChannelwiseGradients<T>.Create(in _tables, TLoops.Width);
        bool left = _tables.LaneIsLeft;
        T* laneOperand = left ? _call.Left : _call.Right;
        T* gradLane = left ? _call.GradLeft : _call.GradRight;
        T* scalarOperand = left ? _call.Right : _call.Left;
        T* gradScalar = left ? _call.GradRight : _call.GradLeft;
        bool shared = _partialWeights is not null;
        T* gradWeights = shared ? _partialWeights + (nint)part * _tables.WeightCount : _call.GradWeights;
        if (shared) new Span<T>(gradWeights, _tables.WeightCount).Clear();
        nint start = (nint)((long)_call.Rows * part / parts);
        nint end = (nint)((long)_call.Rows * (part + 1) / parts);
        for (nint row = start; row < end; row++)
        {
            gradients.X = laneOperand + row * _tables.LaneSize;
            gradients.Weights = _call.Weights + row * _call.WeightStride;
            gradients.Grad = _call.GradOutput + row * _tables.OutputSize;
            gradients.GradX = gradLane is null ? null : gradLane + row * _tables.LaneSize;
            gradients.GradWeights = gradWeights is null ? null : gradWeights + (shared ? 0 : row * _tables.WeightCount);
            gradients.GradScalar = gradScalar is null ? null : gradScalar + row * _tables.ScalarSize;
            ChannelwiseRow<T, TKernels, TLoops>.Fold(in _tables, scalarOperand + row * _tables.ScalarSize, gradients.Folded);
            ChannelwiseRow<T, TKernels, TLoops>.Transpose(in _tables, gradients.Folded, gradients.Transposed);
            ChannelwiseRow<T, TKernels, TLoops>.Backward(in _tables, in gradients, _call.Accumulate, shared | _call.Accumulate, _call.Accumulate);
        }
    }
}
