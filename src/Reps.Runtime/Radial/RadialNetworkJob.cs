using System;
using System.Numerics;
using Reps.Kernels.Execution;
using Reps.Kernels.Matrix;
using Reps.Kernels.Simd;

namespace Reps;

/// <summary>
/// Takes some rows at a time through all layers and back. Gradients of gradients are gradients of the derivative along the cotangents,
/// so values h and tangents t go forward together, and their gradients come back together. What is absent is null.
/// </summary>
internal unsafe struct RadialNetworkJob<S, V, TGemm, T>(int order, double scale, int* sizes, int layers, int rows, int parts) : IJob
    where S : struct, ILanes<V, T>
    where V : struct
    where TGemm : struct, IGemm<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Rows at a time: their values stay in the caches, and weights are read once for all of them.</summary>
    public const int Chunk = 64;

    private readonly bool _second = order == 2;
    private readonly int _order = order;
    private readonly double _scale = scale;
    private readonly int* _sizes = sizes;
    private readonly int _layers = layers;
    private readonly int _rows = rows;
    private readonly int _parts = parts;

    public T* Input;
    public T* Weights;
    public T* GradOutput;
    public T* CotangentInput;
    public T* CotangentWeights;
    public T* Output;
    public T* GradInput;

    /// <summary>The weights with rows and columns of each layer exchanged.</summary>
    public T* Transposed;

    /// <summary>The same of the cotangents of the weights.</summary>
    public T* TransposedCotangent;

    /// <summary>[parts, weights]: gradients of the weights.</summary>
    public T* Sums;

    public int WeightCount;

    private enum Kind
    {
        Argument,
        Value,
        ArgumentTangent,
        Tangent,
    }

    /// <inheritdoc/>
    public readonly void Run(int part)
    {
        int widest = 0;
        for (int n = 0; n <= _layers; n++) widest = Math.Max(widest, _sizes[n]);
        int block = Aligned(Chunk * widest);
        // Argument, value and their tangents for each hidden layer; then gradients by arguments and by their tangents, two each in turn.
        Rows state = new(Scratch.Rent<T>(4L * _layers * block), block);
        T* sums = Sums is null ? null : Sums + (nint)part * WeightCount;
        if (sums is not null) new Span<T>(sums, WeightCount).Clear();
        int end = (int)((long)_rows * (part + 1) / _parts);
        for (int row = (int)((long)_rows * part / _parts); row < end; row += Chunk)
        {
            state.First = row;
            state.Count = Math.Min(Chunk, end - row);
            Forward(state);
            if (_order > 0) Backward(state, sums);
        }
    }

    private readonly void Forward(Rows state)
    {
        T* h = Values(state, 0);
        T* t = Tangents(state, 0);
        nint offset = 0;
        for (int n = 1; n <= _layers; n++)
        {
            (int from, int to) = (_sizes[n - 1], _sizes[n]);
            bool last = n == _layers;
            T* result = Output is null ? null : Output + (nint)state.First * to;
            T* z = last ? null : state.Of(Kind.Argument, n);
            T* tz = last ? null : state.Of(Kind.ArgumentTangent, n);
            if (last && _second) tz = result;
            else if (last && _order == 0) z = result;
            if (z is not null) Multiply(state.Count, from, to, h, Weights + offset, z, from, false);
            if (_second && tz is not null)
            {
                if (t is not null) Multiply(state.Count, from, to, t, Weights + offset, tz, from, false);
                else new Span<T>(tz, state.Count * to).Clear();
                if (CotangentWeights is not null) Multiply(state.Count, from, to, h, CotangentWeights + offset, tz, from, true);
            }
            if (last) return;
            offset += (nint)from * to;
            int count = Aligned(state.Count * to);
            h = Values(state, n);
            NormalizedSilu.Forward<S, V, T>(ref *z, ref *h, count, _scale);
            if (!_second) continue;
            t = Tangents(state, n);
            new Span<T>(tz, count).CopyTo(new Span<T>(t, count));
            NormalizedSilu.Backward<S, V, T>(ref *z, ref *t, count, _scale);
        }
    }

    // Main is the gradient that Backward carries: by z in the first order, by tz in the second, where that by z is the other one.
    private readonly void Backward(Rows state, T* sums)
    {
        T* main = GradOutput + (nint)state.First * _sizes[_layers];
        T* other = null;
        nint offset = WeightCount;
        for (int n = _layers; n >= 1; n--)
        {
            (int from, int to) = (_sizes[n - 1], _sizes[n]);
            offset -= (nint)from * to;
            if (sums is not null)
            {
                AddToWeights(state, from, to, _second ? Tangents(state, n - 1) : Values(state, n - 1), main, sums + offset);
                if (_second) AddToWeights(state, from, to, Values(state, n - 1), other, sums + offset);
            }
            if (n == 1 && GradInput is null) return;
            T* result = n == 1 ? GradInput + (nint)state.First * from : null;
            T* mainBelow = n == 1 && !_second ? result : state.Gradient(_layers, n & 1);
            T* otherBelow = n == 1 ? result : state.Gradient(_layers, 2 + (n & 1));
            if (n > 1 || !_second) Multiply(state.Count, to, from, main, Transposed + offset, mainBelow, from, false);
            if (_second)
            {
                if (other is not null) Multiply(state.Count, to, from, other, Transposed + offset, otherBelow, from, false);
                else new Span<T>(otherBelow, state.Count * from).Clear();
                if (CotangentWeights is not null) Multiply(state.Count, to, from, main, TransposedCotangent + offset, otherBelow, from, true);
            }
            if (n == 1) return;
            int count = Aligned(state.Count * from);
            T* z = state.Of(Kind.Argument, n - 1);
            T* tz = state.Of(Kind.ArgumentTangent, n - 1);
            if (_second) NormalizedSilu.Second<S, V, T>(ref *z, ref *tz, ref *mainBelow, ref *otherBelow, count, _scale);
            else NormalizedSilu.Backward<S, V, T>(ref *z, ref *mainBelow, count, _scale);
            main = mainBelow;
            if (_second) other = otherBelow;
        }
    }

    private readonly T* Values(Rows state, int layer) => layer == 0 ? Input + (nint)state.First * _sizes[0] : state.Of(Kind.Value, layer);

    private readonly T* Tangents(Rows state, int layer)
    {
        if (layer > 0) return state.Of(Kind.Tangent, layer);
        return CotangentInput is null ? null : CotangentInput + (nint)state.First * _sizes[0];
    }

    // A product with a matrix of a layer, divided by the square root of the layer's number of inputs.
    private static void Multiply(int rows, int inner, int columns, T* left, T* matrix, T* target, int inputs, bool accumulate)
    {
        GemmShape shape = new(rows, columns, inner, inner, 1, columns, columns);
        TGemm.Multiply(in shape, left, matrix, target, Factor(inputs), accumulate);
    }

    private static void AddToWeights(Rows state, int from, int to, T* values, T* gradients, T* sums)
    {
        if (values is null || gradients is null) return;
        GemmShape shape = new(from, to, state.Count, 1, from, to, to);
        TGemm.Multiply(in shape, values, gradients, sums, Factor(from), accumulate: true);
    }

    private static T Factor(int inputs) => T.CreateTruncating(1 / Math.Sqrt(inputs));

    private static int Aligned(int count) => (count + 15) & ~15;

    /// <summary>The rows in work, and their memory.</summary>
    private struct Rows(T* memory, int block)
    {
        private readonly T* _memory = memory;
        private readonly nint _block = block;

        public int First;

        public int Count;

        /// <summary>What belongs to a hidden layer, from 1 on.</summary>
        public readonly T* Of(Kind kind, int layer) => _memory + (4 * (layer - 1) + (int)kind) * _block;

        public readonly T* Gradient(int layers, int n) => _memory + (4 * (layers - 1) + n) * _block;
    }
}
