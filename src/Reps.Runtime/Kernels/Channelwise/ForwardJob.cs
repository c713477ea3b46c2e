using System;
using System.Numerics;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Channelwise;

/// <summary>The outputs of a batch, in parts of consecutive rows.</summary>
internal unsafe struct ForwardJob<T, TKernels, TLoops>(ProductCall<T> call, ChannelwiseTables<T> tables) : IJob
    where T : unmanaged, INumberBase<T>
    where TKernels : struct, IStraightLine<T>
    where TLoops : struct, IChannelwiseLoops<T>
{
    private const int PartRows = 32;

    private ProductCall<T> _call = call;
    private ChannelwiseTables<T> _tables = tables;
    private readonly bool _stream = !call.Accumulate && (long)call.Rows * tables.OutputSize * sizeof(T) > RowCopy.StreamingBytes;

    public readonly int Parts => (_call.Rows + PartRows - 1) / PartRows;

    public void Run(int part)
    {
        int pairs = Scratch.Aligned<T>(_tables.PairCount);
        int channels = Scratch.Aligned<T>(_tables.MaxChannels);
        T* folded = Scratch.Rent<T>((long)pairs + channels + (_stream ? _tables.OutputSize : 0));
        T* ones = folded + pairs;
        T* staged = ones + channels;
        new Span<T>(ones, channels).Fill(T.One);
        T* laneOperand = _tables.LaneIsLeft ? _call.Left : _call.Right;
        T* scalarOperand = _tables.LaneIsLeft ? _call.Right : _call.Left;
        int end = Math.Min(_call.Rows, (part + 1) * PartRows);
        for (nint row = part * PartRows; row < end; row++)
        {
            T* output = _call.Output + row * _tables.OutputSize;
            ChannelwiseRow<T, TKernels, TLoops>.Fold(in _tables, scalarOperand + row * _tables.ScalarSize, folded);
            ChannelwiseRow<T, TKernels, TLoops>.Forward(
                in _tables,
                laneOperand + row * _tables.LaneSize,
                _call.Weights + row * _call.WeightStride,
                ones,
                folded,
                _stream ? staged : output,
                _call.Accumulate
            );
            if (_stream) RowCopy.Stream(staged, output, _tables.OutputSize);
        }
    }
}
