using System;
using System.Numerics;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Matrix;

/// <summary>The output or the gradients of a linear layer, in parts of consecutive rows.</summary>
internal unsafe struct MixingJob<T, TGemm>(MixingCall<T> call, MixingTables<T> tables, int parts, T* partialWeights) : IJob
    where T : unmanaged, INumberBase<T>
    where TGemm : struct, IGemm<T>
{
    private MixingCall<T> _call = call;
    private MixingTables<T> _tables = tables;
    private readonly int _parts = parts;
    private readonly T* _partialWeights = partialWeights;

    /// <summary>Into how many parts a batch is cut.</summary>
    public static int PartsOf(int rows, bool shared)
    {
        int parts = (rows + 95) / 96;
        return shared ? Math.Min(16, parts) : parts;
    }

    public readonly void Run(int part)
    {
        nint start = (nint)((long)_call.Rows * part / _parts);
        nint end = (nint)((long)_call.Rows * (part + 1) / _parts);
        if (_call.Output is not null)
        {
            Forward(start, end);
            return;
        }
        if (_call.GradInput is not null) GradientOfInput(start, end);
        if (_partialWeights is not null) GradientOfShared(part, start, end);
        else if (_call.GradWeights is not null) GradientOfWeights(start, end);
    }

    private readonly void Forward(nint start, nint end)
    {
        if (!_call.Accumulate) Clear(_call.Output, _tables.OutputSize, start, end, _tables.EmptyOutput, _tables.EmptyOutputCount);
        for (int p = 0; p < _tables.PathCount; p++)
        {
            MixingPath path = _tables.Paths[p];
            bool add = _call.Accumulate | path.IsFirst == 0;
            T* x = _call.Input + start * _tables.InputSize + path.InOffset;
            T* z = _call.Output + start * _tables.OutputSize + path.OutOffset;
            T* w = _call.Weights + path.WeightOffset;
            if (_call.WeightStride == 0)
            {
                GemmShape shape = new((int)(end - start), path.OutChannels, path.InChannels, _tables.InputSize, 1, path.OutChannels, _tables.OutputSize);
                for (nint k = 0; k < path.Components; k++) TGemm.Multiply(in shape, x + k * path.InChannels, w, z + k * path.OutChannels, _tables.Scales[p], add);
                continue;
            }
            GemmShape row = new(path.Components, path.OutChannels, path.InChannels, path.InChannels, 1, path.OutChannels, path.OutChannels);
            for (nint r = start; r < end; r++, x += _tables.InputSize, z += _tables.OutputSize)
                TGemm.Multiply(in row, x, w + r * _call.WeightStride, z, _tables.Scales[p], add);
        }
    }

    private readonly void GradientOfInput(nint start, nint end)
    {
        if (!_call.Accumulate) Clear(_call.GradInput, _tables.InputSize, start, end, _tables.EmptyInput, _tables.EmptyInputCount);
        for (int p = 0; p < _tables.PathCount; p++)
        {
            MixingPath path = _tables.Paths[p];
            bool add = _call.Accumulate | path.IsFirstOfInput == 0;
            T* x = _call.GradInput + start * _tables.InputSize + path.InOffset;
            T* g = _call.GradOutput + start * _tables.OutputSize + path.OutOffset;
            if (_call.WeightStride == 0)
            {
                GemmShape shape = new((int)(end - start), path.InChannels, path.OutChannels, _tables.OutputSize, 1, path.InChannels, _tables.InputSize);
                T* transposed = _call.Transposed + path.WeightOffset;
                for (nint k = 0; k < path.Components; k++)
                    TGemm.Multiply(in shape, g + k * path.OutChannels, transposed, x + k * path.InChannels, _tables.Scales[p], add);
                continue;
            }
            for (nint r = start; r < end; r++, x += _tables.InputSize, g += _tables.OutputSize)
            {
                T* w = _call.Weights + r * _call.WeightStride + path.WeightOffset;
                for (nint k = 0; k < path.Components; k++)
                for (nint u = 0; u < path.InChannels; u++)
                {
                    T sum = _tables.Scales[p] * TGemm.Dot(w + u * path.OutChannels, g + k * path.OutChannels, path.OutChannels);
                    T* target = x + k * path.InChannels + u;
                    *target = add ? *target + sum : sum;
                }
            }
        }
    }

    private readonly void GradientOfShared(int part, nint start, nint end)
    {
        T* target = _partialWeights + (nint)part * _tables.WeightCount;
        Clear(target, _tables.WeightCount, 0, 1, _tables.EmptyWeights, _tables.EmptyWeightsCount);
        for (int p = 0; p < _tables.PathCount; p++)
        {
            MixingPath path = _tables.Paths[p];
            T* x = _call.Input + start * _tables.InputSize + path.InOffset;
            T* g = _call.GradOutput + start * _tables.OutputSize + path.OutOffset;
            GemmShape shape = new(path.InChannels, path.OutChannels, (int)(end - start), 1, _tables.InputSize, _tables.OutputSize, path.OutChannels);
            for (nint k = 0; k < path.Components; k++)
                TGemm.Multiply(in shape, x + k * path.InChannels, g + k * path.OutChannels, target + path.WeightOffset, _tables.Scales[p], k > 0);
        }
    }

    private readonly void GradientOfWeights(nint start, nint end)
    {
        if (!_call.Accumulate) Clear(_call.GradWeights, _tables.WeightCount, start, end, _tables.EmptyWeights, _tables.EmptyWeightsCount);
        for (int p = 0; p < _tables.PathCount; p++)
        {
            MixingPath path = _tables.Paths[p];
            GemmShape shape = new(path.InChannels, path.OutChannels, path.Components, 1, path.InChannels, path.OutChannels, path.OutChannels);
            for (nint r = start; r < end; r++)
                TGemm.Multiply(
                    in shape,
                    _call.Input + r * _tables.InputSize + path.InOffset,
                    _call.GradOutput + r * _tables.OutputSize + path.OutOffset,
                    _call.GradWeights + r * _tables.WeightCount + path.WeightOffset,
                    _tables.Scales[p],
                    _call.Accumulate
                );
        }
    }

    private static void Clear(T* rows, int size, nint start, nint end, int* ranges, int count)
    {
        for (nint r = start; r < end; r++)
        for (int n = 0; n < count; n++)
            new Span<T>(rows + r * size + ranges[2 * n], ranges[2 * n + 1]).Clear();
    }
}
