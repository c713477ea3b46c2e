using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Reps.Kernels;
using Reps.Kernels.Simd;

namespace Reps;

/// <summary>The checked arguments of one evaluation of a <see cref="RadialNetwork"/>.</summary>
internal ref struct RadialNetworkCall<T>(
    int order,
    double scale,
    ReadOnlySpan<int> sizes,
    int rows,
    ReadOnlySpan<T> input,
    ReadOnlySpan<T> weights
)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>0 for values, 1 for gradients, 2 for gradients of gradients.</summary>
    public readonly int Order = order;

    /// <summary>The factor of the activation.</summary>
    public readonly double Scale = scale;
    public readonly ReadOnlySpan<int> Sizes = sizes;
    public readonly int Rows = rows;
    public readonly ReadOnlySpan<T> Input = input;
    public readonly ReadOnlySpan<T> Weights = weights;

    public ReadOnlySpan<T> GradOutput { get; init; }

    public ReadOnlySpan<T> CotangentInput { get; init; }

    public ReadOnlySpan<T> CotangentWeights { get; init; }

    public Span<T> Output { get; init; }

    public Span<T> GradInput { get; init; }

    public Span<T> GradWeights { get; init; }
}

/// <summary>
/// Takes some rows at a time through all layers and back. Gradients of gradients are gradients of the derivative along the cotangents,
/// so values h and tangents t go forward together, and their gradients come back together.
/// </summary>
internal static class RadialNetworkKernel
{
    // Rows at a time: their values stay in the caches, and weights are read once for all of them.
    private const int Chunk = 64;

    public static void Run<T>(ref RadialNetworkCall<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            RadialNetworkCall<float> c = Unsafe.As<RadialNetworkCall<T>, RadialNetworkCall<float>>(ref call);
            if (Vector512.IsHardwareAccelerated) Run<Single512, Vector512<float>, Single1, float>(c);
            else if (Vector256.IsHardwareAccelerated) Run<Single256, Vector256<float>, Single1, float>(c);
            else Run<Single128, Vector128<float>, Single1, float>(c);
        }
        else if (typeof(T) == typeof(double))
        {
            RadialNetworkCall<double> c = Unsafe.As<RadialNetworkCall<T>, RadialNetworkCall<double>>(ref call);
            if (Vector512.IsHardwareAccelerated) Run<Double512, Vector512<double>, Double1, double>(c);
            else if (Vector256.IsHardwareAccelerated) Run<Double256, Vector256<double>, Double1, double>(c);
            else Run<Double128, Vector128<double>, Double1, double>(c);
        }
        else
        {
            throw new NotSupportedException($"Radial networks are evaluated in float and double, not in {typeof(T).Name}.");
        }
    }

    /// <summary>One evaluation at one vector width, with the arithmetic of single numbers for what is left over.</summary>
    internal static void Run<S, V, S1, T>(in RadialNetworkCall<T> call)
        where S : struct, ILanes<V, T>
        where V : struct
        where S1 : struct, ILanes<T, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int widest = 0;
        int layer = 0;
        foreach (int size in call.Sizes) widest = Math.Max(widest, size);
        for (int n = 1; n < call.Sizes.Length; n++) layer = Math.Max(layer, call.Sizes[n - 1] * call.Sizes[n]);
        int block = Aligned(Chunk * widest);
        int layers = call.Sizes.Length - 1;
        // z, h, tz and t of every layer; then gradients by z and tz, two each in turn; then a scaled matrix.
        Span<T> memory = KernelScratch<T>.Numbers((4 * (layers + 1) + 4) * block + Aligned(layer));
        memory.Clear();
        for (int row = 0; row < call.Rows; row += Chunk)
        {
            State<T> state = new(memory, block, layers, row, Math.Min(Chunk, call.Rows - row));
            Forward<S, V, S1, T>(call, state);
            if (call.Order > 0) Backward<S, V, S1, T>(call, state);
        }
    }

    private static void Forward<S, V, S1, T>(in RadialNetworkCall<T> call, in State<T> state)
        where S : struct, ILanes<V, T>
        where V : struct
        where S1 : struct, ILanes<T, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool second = call.Order == 2;
        int rows = state.Rows;
        int inputs = call.Sizes[0];
        call.Input.Slice(state.First * inputs, rows * inputs).CopyTo(state.Block(Kind.Value, 0));
        Span<T> tangent = state.Block(Kind.Tangent, 0)[..(rows * inputs)];
        if (call.CotangentInput.IsEmpty) tangent.Clear();
        else call.CotangentInput.Slice(state.First * inputs, rows * inputs).CopyTo(tangent);
        int offset = 0;
        for (int n = 1; n <= state.Layers; n++)
        {
            (int from, int to) = (call.Sizes[n - 1], call.Sizes[n]);
            Span<T> matrix = state.Matrix[..(from * to)];
            Scale(call.Weights.Slice(offset, from * to), from, matrix);
            Span<T> z = state.Block(Kind.Argument, n);
            Span<T> h = state.Block(Kind.Value, n);
            Multiply<S, V, S1, T>(state.Block(Kind.Value, n - 1), from, 1, matrix, z, rows, from, to, false);
            Span<T> tz = state.Block(Kind.ArgumentTangent, n);
            if (second)
            {
                Multiply<S, V, S1, T>(state.Block(Kind.Tangent, n - 1), from, 1, matrix, tz, rows, from, to, false);
                if (!call.CotangentWeights.IsEmpty)
                {
                    Scale(call.CotangentWeights.Slice(offset, from * to), from, matrix);
                    Multiply<S, V, S1, T>(state.Block(Kind.Value, n - 1), from, 1, matrix, tz, rows, from, to, true);
                }
            }
            offset += from * to;
            if (n == state.Layers)
            {
                Span<T> result = second ? tz : z;
                if (!call.Output.IsEmpty) result[..(rows * to)].CopyTo(call.Output.Slice(state.First * to, rows * to));
                return;
            }
            NormalizedSilu.Forward<S, V, T>(ref z[0], ref h[0], Aligned(rows * to), call.Scale);
            if (!second) continue;
            Span<T> t = state.Block(Kind.Tangent, n);
            tz[..(rows * to)].CopyTo(t);
            NormalizedSilu.Backward<S, V, T>(ref z[0], ref t[0], Aligned(rows * to), call.Scale);
        }
    }

    private static void Backward<S, V, S1, T>(in RadialNetworkCall<T> call, in State<T> state)
        where S : struct, ILanes<V, T>
        where V : struct
        where S1 : struct, ILanes<T, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool second = call.Order == 2;
        int rows = state.Rows;
        int outputs = call.Sizes[state.Layers];
        // The gradient that Backward carries: by z in the first order, by tz in the second, where that by z is the other one.
        Span<T> main = state.Gradient(0);
        Span<T> other = state.Gradient(1);
        Span<T> mainBelow = state.Gradient(2);
        Span<T> otherBelow = state.Gradient(3);
        call.GradOutput.Slice(state.First * outputs, rows * outputs).CopyTo(main);
        other.Clear();
        int offset = call.Weights.Length;
        for (int n = state.Layers; n >= 1; n--)
        {
            (int from, int to) = (call.Sizes[n - 1], call.Sizes[n]);
            offset -= from * to;
            if (!call.GradWeights.IsEmpty)
            {
                Span<T> sum = state.Matrix[..(from * to)];
                Multiply<S, V, S1, T>(state.Block(second ? Kind.Tangent : Kind.Value, n - 1), 1, from, main, sum, from, rows, to, false);
                if (second) Multiply<S, V, S1, T>(state.Block(Kind.Value, n - 1), 1, from, other, sum, from, rows, to, true);
                AddScaled(sum, from, call.GradWeights.Slice(offset, from * to));
            }
            if (n == 1 && call.GradInput.IsEmpty) return;
            Span<T> matrix = state.Matrix[..(from * to)];
            ScaleTransposed(call.Weights.Slice(offset, from * to), from, to, matrix);
            Multiply<S, V, S1, T>(main, to, 1, matrix, mainBelow, rows, to, from, false);
            if (second)
            {
                Multiply<S, V, S1, T>(other, to, 1, matrix, otherBelow, rows, to, from, false);
                if (!call.CotangentWeights.IsEmpty)
                {
                    ScaleTransposed(call.CotangentWeights.Slice(offset, from * to), from, to, matrix);
                    Multiply<S, V, S1, T>(main, to, 1, matrix, otherBelow, rows, to, from, true);
                }
            }
            if (n == 1)
            {
                (second ? otherBelow : mainBelow)[..(rows * from)].CopyTo(call.GradInput.Slice(state.First * from, rows * from));
                return;
            }
            int count = Aligned(rows * from);
            ref T z = ref state.Block(Kind.Argument, n - 1)[0];
            if (second) NormalizedSilu.Second<S, V, T>(ref z, ref state.Block(Kind.ArgumentTangent, n - 1)[0], ref mainBelow[0], ref otherBelow[0], count, call.Scale);
            else NormalizedSilu.Backward<S, V, T>(ref z, ref mainBelow[0], count, call.Scale);
            Span<T> free = main;
            main = mainBelow;
            mainBelow = free;
            free = other;
            other = otherBelow;
            otherBelow = free;
        }
    }

    private static int Aligned(int count) => (count + 15) & ~15;

    private static void Scale<T>(ReadOnlySpan<T> weights, int inputs, Span<T> scaled)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T scale = T.CreateTruncating(1 / Math.Sqrt(inputs));
        for (int n = 0; n < weights.Length; n++) scaled[n] = weights[n] * scale;
    }

    private static void ScaleTransposed<T>(ReadOnlySpan<T> weights, int inputs, int outputs, Span<T> scaled)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T scale = T.CreateTruncating(1 / Math.Sqrt(inputs));
        for (int i = 0; i < inputs; i++)
        for (int j = 0; j < outputs; j++)
            scaled[j * inputs + i] = weights[i * outputs + j] * scale;
    }

    private static void AddScaled<T>(ReadOnlySpan<T> sum, int inputs, Span<T> target)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T scale = T.CreateTruncating(1 / Math.Sqrt(inputs));
        for (int n = 0; n < sum.Length; n++) target[n] += sum[n] * scale;
    }

    // c[i, j] (+)= Σ_k a[i·stepI + k·stepK]·b[k, j], with b and c row-major: the one product of this file.
    private static void Multiply<S, V, S1, T>(
        ReadOnlySpan<T> a,
        int stepI,
        int stepK,
        ReadOnlySpan<T> b,
        Span<T> c,
        int rows,
        int inner,
        int columns,
        bool add
    )
        where S : struct, ILanes<V, T>
        where V : struct
        where S1 : struct, ILanes<T, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref T left = ref Unsafe.AsRef(in a[0]);
        ref T right = ref Unsafe.AsRef(in b[0]);
        int whole = columns / S.Count * S.Count;
        Columns<S, V, T>(ref left, stepI, stepK, ref right, ref c[0], rows, inner, 0, whole, columns, add);
        Columns<S1, T, T>(ref left, stepI, stepK, ref right, ref c[0], rows, inner, whole, columns, columns, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<S, V, T>(
        ref T a,
        nint stepI,
        nint stepK,
        ref T b,
        ref T c,
        int rows,
        int inner,
        int from,
        int to,
        int columns,
        bool add
    )
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        for (int j = from; j < to; j += S.Count)
        for (int i = 0; i < rows; i += 4)
        {
            // The last rows are taken again rather than being a special case; the sums of rows that are taken twice are written once.
            int first = Math.Max(0, Math.Min(i, rows - 4));
            nint second = rows > 1 ? 1 : 0;
            nint third = rows > 2 ? 2 : 0;
            nint fourth = rows > 3 ? 3 : 0;
            ref T p = ref Unsafe.Add(ref a, first * stepI);
            (V u, V v, V w, V x) = (S.Zero, S.Zero, S.Zero, S.Zero);
            for (int k = 0; k < inner; k++)
            {
                V right = S.Load(ref b, (nint)k * columns + j);
                u = S.FusedMultiplyAdd(S.Broadcast(p), right, u);
                v = S.FusedMultiplyAdd(S.Broadcast(Unsafe.Add(ref p, second * stepI)), right, v);
                w = S.FusedMultiplyAdd(S.Broadcast(Unsafe.Add(ref p, third * stepI)), right, w);
                x = S.FusedMultiplyAdd(S.Broadcast(Unsafe.Add(ref p, fourth * stepI)), right, x);
                p = ref Unsafe.Add(ref p, stepK);
            }
            ref T target = ref Unsafe.Add(ref c, (nint)first * columns + j);
            int done = i - first;
            if (done <= 0) Write<S, V, T>(u, ref target, add);
            if (done <= 1 && rows > 1) Write<S, V, T>(v, ref Unsafe.Add(ref target, columns), add);
            if (done <= 2 && rows > 2) Write<S, V, T>(w, ref Unsafe.Add(ref target, 2 * columns), add);
            if (rows > 3) Write<S, V, T>(x, ref Unsafe.Add(ref target, 3 * columns), add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write<S, V, T>(V value, ref T target, bool add)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged => S.Store(add ? S.Add(value, S.Load(ref target, 0)) : value, ref target, 0);

    private enum Kind
    {
        Argument,
        Value,
        ArgumentTangent,
        Tangent,
    }

    /// <summary>The memory for some rows.</summary>
    private readonly ref struct State<T>(Span<T> memory, int block, int layers, int first, int rows)
    {
        private readonly Span<T> _memory = memory;
        private readonly int _block = block;

        public int Layers { get; } = layers;

        public int First { get; } = first;

        public int Rows { get; } = rows;

        public Span<T> Matrix => _memory[((4 * (Layers + 1) + 4) * _block)..];

        public Span<T> Block(Kind kind, int layer) => _memory.Slice((4 * layer + (int)kind) * _block, _block);

        public Span<T> Gradient(int n) => _memory.Slice((4 * (Layers + 1) + n) * _block, _block);
    }
}
