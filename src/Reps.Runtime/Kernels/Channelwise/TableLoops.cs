using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Channelwise;

/// <summary>The table-driven form of the channelwise kernels, for one path, one row, and vectors of one width.</summary>
internal static unsafe class TableLoops
{
    /// <summary>output[k,u] (+)= w[u] Σ a[pair] · x[i,u] for the channels from <paramref name="start"/> that fill whole vectors.</summary>
    /// <returns>The first channel not done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Forward<S, V, T>(
        ref readonly T x,
        ref readonly T w,
        ref readonly T a,
        ref T output,
        int channels,
        int start,
        ref readonly int counts,
        int outputs,
        ref readonly int inputs,
        bool accumulate
    )
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        nint u = start;
        for (; u + 4 * S.Count <= channels; u += 4 * S.Count)
        {
            ref readonly T xu = ref Unsafe.Add(ref Unsafe.AsRef(in x), u);
            V w0 = S.Load(in w, u);
            V w1 = S.Load(in w, u + S.Count);
            V w2 = S.Load(in w, u + 2 * S.Count);
            V w3 = S.Load(in w, u + 3 * S.Count);
            nint pair = 0;
            nint target = u;
            for (nint k = 0; k < outputs; k++, target += channels)
            {
                V t0 = S.Zero;
                V t1 = S.Zero;
                V t2 = S.Zero;
                V t3 = S.Zero;
                for (nint end = pair + Unsafe.Add(ref Unsafe.AsRef(in counts), k); pair < end; pair++)
                {
                    V c = S.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in a), pair));
                    nint i = (nint)Unsafe.Add(ref Unsafe.AsRef(in inputs), pair) * channels;
                    t0 = S.FusedMultiplyAdd(c, S.Load(in xu, i), t0);
                    t1 = S.FusedMultiplyAdd(c, S.Load(in xu, i + S.Count), t1);
                    t2 = S.FusedMultiplyAdd(c, S.Load(in xu, i + 2 * S.Count), t2);
                    t3 = S.FusedMultiplyAdd(c, S.Load(in xu, i + 3 * S.Count), t3);
                }
                if (accumulate)
                {
                    S.Store(S.FusedMultiplyAdd(w0, t0, S.Load(in output, target)), ref output, target);
                    S.Store(S.FusedMultiplyAdd(w1, t1, S.Load(in output, target + S.Count)), ref output, target + S.Count);
                    S.Store(S.FusedMultiplyAdd(w2, t2, S.Load(in output, target + 2 * S.Count)), ref output, target + 2 * S.Count);
                    S.Store(S.FusedMultiplyAdd(w3, t3, S.Load(in output, target + 3 * S.Count)), ref output, target + 3 * S.Count);
                }
                else
                {
                    S.Store(S.Multiply(w0, t0), ref output, target);
                    S.Store(S.Multiply(w1, t1), ref output, target + S.Count);
                    S.Store(S.Multiply(w2, t2), ref output, target + 2 * S.Count);
                    S.Store(S.Multiply(w3, t3), ref output, target + 3 * S.Count);
                }
            }
        }
        for (; u + S.Count <= channels; u += S.Count)
        {
            V w0 = S.Load(in w, u);
            nint pair = 0;
            nint target = u;
            for (nint k = 0; k < outputs; k++, target += channels)
            {
                V t0 = S.Zero;
                for (nint end = pair + Unsafe.Add(ref Unsafe.AsRef(in counts), k); pair < end; pair++)
                {
                    nint i = (nint)Unsafe.Add(ref Unsafe.AsRef(in inputs), pair) * channels + u;
                    t0 = S.FusedMultiplyAdd(S.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in a), pair)), S.Load(in x, i), t0);
                }
                S.Store(accumulate ? S.FusedMultiplyAdd(w0, t0, S.Load(in output, target)) : S.Multiply(w0, t0), ref output, target);
            }
        }
        return (int)u;
    }

    /// <summary>
    /// The gradients of one path for the channels from <paramref name="start"/> that fill whole vectors; see
    /// <see cref="IStraightLine{T}.Gradients"/>. Pairs come in the order of the channel operand's components.
    /// </summary>
    /// <returns>The first channel not done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Gradients<S, V, T>(in ChannelwiseTables<T> tables, in ChannelwisePathCall<T> call, int start, int width)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        nint channels = call.Path->Channels;
        int components = call.Path->LaneComponents;
        int first = call.Path->PairStart;
        nint u = start;
        for (; u + S.Count <= channels; u += S.Count)
        {
            V w = S.Load(ref call.W[u], 0);
            V gradW = S.Zero;
            int p = first;
            for (nint i = 0; i < components; i++)
            {
                V x = S.Load(ref call.X[i * channels + u], 0);
                V weighted = S.Multiply(x, w);
                V h = S.Zero;
                for (int end = p + call.Counts[i]; p < end; p++)
                {
                    V g = S.Load(ref call.Grad[tables.TransposedOut[p] * channels + u], 0);
                    h = S.FusedMultiplyAdd(S.Broadcast(call.Transposed[p]), g, h);
                    T* product = call.Products + (nint)(tables.Transposed[p] - first) * width;
                    S.Store(S.FusedMultiplyAdd(weighted, g, S.Load(ref *product, 0)), ref *product, 0);
                }
                gradW = S.FusedMultiplyAdd(x, h, gradW);
                T* target = call.GradX + i * channels + u;
                S.Store(S.FusedMultiplyAdd(w, h, call.AddX ? S.Load(ref *target, 0) : S.Zero), ref *target, 0);
            }
            S.Store(call.AddW ? S.Add(gradW, S.Load(ref call.GradW[u], 0)) : gradW, ref call.GradW[u], 0);
        }
        return (int)u;
    }

    /// <summary>Adds Σ coefficient · products[pair] of one path to the vector of the small operand's value that each term names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Reduce<S, V, T>(in ChannelwiseTables<T> tables, in ChannelwisePathCall<T> call, T* vectors)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        int first = call.Path->PairStart;
        int end = first + call.Path->PairCount;
        for (int pair = first; pair < end; pair++)
            Add<S, V, T>(call.Products + (nint)(pair - first) * S.Count, tables.Coefficients[pair], vectors + (nint)tables.FoldIndex[pair] * S.Count);
        int last = call.Path->ExtraStart + call.Path->ExtraCount;
        for (int n = call.Path->ExtraStart; n < last; n++)
            Add<S, V, T>(
                call.Products + (nint)(tables.Extra[2 * n] - first) * S.Count,
                tables.ExtraCoefficients[n],
                vectors + (nint)tables.Extra[2 * n + 1] * S.Count
            );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<S, V, T>(T* products, T coefficient, T* vectors)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged =>
        S.Store(S.FusedMultiplyAdd(S.Broadcast(coefficient), S.Load(ref *products, 0), S.Load(ref *vectors, 0)), ref *vectors, 0);
}
