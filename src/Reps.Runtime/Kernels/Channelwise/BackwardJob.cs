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
        int pairs = Scratch.Aligned<T>(_tables.PairCount);
        int channels = Scratch.Aligned<T>(_tables.MaxChannels);
        int lanes = TLoops.Width;
        T* folded = Scratch.Rent<T>((2L + lanes) * pairs + 2 * channels + (long)_tables.ScalarSize * lanes);
        T* transposed = folded + pairs;
        T* ones = transposed + pairs;
        T* unused = ones + channels;
        T* products = unused + channels;
        T* vectors = products + (nint)lanes * pairs;
        new Span<T>(ones, channels).Fill(T.One);
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
        ChannelwiseGradients<T> gradients = new();
        gradients.Folded = folded;
        gradients.Transposed = transposed;
        gradients.Ones = ones;
        gradients.Unused = unused;
        bool needsProducts = gradScalar is not null || gradWeights is not null;
        for (nint row = start; row < end; row++)
        {
            gradients.X = laneOperand + row * _tables.LaneSize;
            gradients.Weights = _call.Weights + row * _call.WeightStride;
            gradients.Grad = _call.GradOutput + row * _tables.OutputSize;
            gradients.GradX = gradLane is null ? null : gradLane + row * _tables.LaneSize;
            gradients.GradWeights = gradWeights is null ? null : gradWeights + (shared ? 0 : row * _tables.WeightCount);
            gradients.Products = needsProducts ? products : null;
            ChannelwiseRow<T, TKernels, TLoops>.Fold(in _tables, scalarOperand + row * _tables.ScalarSize, folded);
            if (gradLane is not null) ChannelwiseRow<T, TKernels, TLoops>.Transpose(in _tables, folded, transposed);
            ChannelwiseRow<T, TKernels, TLoops>.Backward(in _tables, in gradients, _call.Accumulate, shared | _call.Accumulate);
            if (gradScalar is not null) TLoops.Reduce(products, in _tables, vectors, gradScalar + row * _tables.ScalarSize, _call.Accumulate);
        }
    }
}
