using System;
using System.Buffers;
using System.Numerics;

namespace Reps.Kernels.Execution;

/// <summary>The operands that subtract the part of a product's paths without weights: by multilinearity, minus one factor and weights of zero.</summary>
internal readonly ref struct UnweightedPaths<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly T[] _rented;
    private readonly int _left;
    private readonly int _output;
    private readonly int _weights;

    public UnweightedPaths(ReadOnlySpan<T> left, ReadOnlySpan<T> gradOutput, int weights)
    {
        (_left, _output, _weights) = (left.Length, gradOutput.Length, weights);
        _rented = ArrayPool<T>.Shared.Rent(_left + _output + _weights);
        for (int n = 0; n < left.Length; n++) _rented[n] = -left[n];
        for (int n = 0; n < gradOutput.Length; n++) _rented[_left + n] = -gradOutput[n];
        _rented.AsSpan(_left + _output, _weights).Clear();
    }

    public ReadOnlySpan<T> MinusLeft => _rented.AsSpan(0, _left);

    public ReadOnlySpan<T> MinusGradOutput => _rented.AsSpan(_left, _output);

    public ReadOnlySpan<T> ZeroWeights => _rented.AsSpan(_left + _output, _weights);

    public void Dispose() => ArrayPool<T>.Shared.Return(_rented);
}
