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
    /// gradW[u] (+)= Σ a[pair] · x[i,u] · g[k,u] and products[pair] += w[u] · x[i,u] · g[k,u] for the channels from
    /// <paramref name="start"/> that fill whole vectors.
    /// </summary>
    /// <returns>The first channel not done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Weights<S, V, T>(
        ref readonly T x,
        ref readonly T w,
        ref readonly T g,
        ref readonly T a,
        ref T gradW,
        ref T products,
        int width,
        int channels,
        int start,
        ref readonly int inputs,
        ref readonly int outputs,
        int pairs,
        bool accumulate
    )
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        nint u = start;
        for (; u + 2 * S.Count <= channels; u += 2 * S.Count)
        {
            ref readonly T xu = ref Unsafe.Add(ref Unsafe.AsRef(in x), u);
            ref readonly T gu = ref Unsafe.Add(ref Unsafe.AsRef(in g), u);
            V w0 = S.Load(in w, u);
            V w1 = S.Load(in w, u + S.Count);
            V s0 = S.Zero;
            V s1 = S.Zero;
            for (nint pair = 0; pair < pairs; pair++)
            {
                V c = S.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in a), pair));
                nint i = (nint)Unsafe.Add(ref Unsafe.AsRef(in inputs), pair) * channels;
                nint k = (nint)Unsafe.Add(ref Unsafe.AsRef(in outputs), pair) * channels;
                V q0 = S.Multiply(S.Load(in xu, i), S.Load(in gu, k));
                V q1 = S.Multiply(S.Load(in xu, i + S.Count), S.Load(in gu, k + S.Count));
                s0 = S.FusedMultiplyAdd(c, q0, s0);
                s1 = S.FusedMultiplyAdd(c, q1, s1);
                V p = S.FusedMultiplyAdd(w0, q0, S.Load(in products, pair * width));
                S.Store(S.FusedMultiplyAdd(w1, q1, p), ref products, pair * width);
            }
            S.Store(accumulate ? S.Add(S.Load(in gradW, u), s0) : s0, ref gradW, u);
            S.Store(accumulate ? S.Add(S.Load(in gradW, u + S.Count), s1) : s1, ref gradW, u + S.Count);
        }
        for (; u + S.Count <= channels; u += S.Count)
        {
            V w0 = S.Load(in w, u);
            V s0 = S.Zero;
            for (nint pair = 0; pair < pairs; pair++)
            {
                nint i = (nint)Unsafe.Add(ref Unsafe.AsRef(in inputs), pair) * channels + u;
                nint k = (nint)Unsafe.Add(ref Unsafe.AsRef(in outputs), pair) * channels + u;
                V q0 = S.Multiply(S.Load(in x, i), S.Load(in g, k));
                s0 = S.FusedMultiplyAdd(S.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in a), pair)), q0, s0);
                S.Store(S.FusedMultiplyAdd(w0, q0, S.Load(in products, pair * width)), ref products, pair * width);
            }
            S.Store(accumulate ? S.Add(S.Load(in gradW, u), s0) : s0, ref gradW, u);
        }
        return (int)u;
    }

    /// <summary>Adds Σ coefficient · products[pair] to the vector of the small operand's value that each term names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Reduce<S, V, T>(T* products, ref readonly ChannelwiseTables<T> tables, T* vectors)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        for (int pair = 0; pair < tables.PairCount; pair++)
            Add<S, V, T>(products + (nint)pair * S.Count, tables.Coefficients[pair], vectors + (nint)tables.FoldIndex[pair] * S.Count);
        for (int n = 0; n < tables.ExtraCount; n++)
            Add<S, V, T>(
                products + (nint)tables.Extra[2 * n] * S.Count,
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
