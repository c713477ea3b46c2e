using System.Numerics;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Channelwise;

/// <summary>The loops for one widest vector type; remainders take 128 bits and then single numbers.</summary>
internal readonly unsafe struct ChannelwiseLoops<T, S, V, SNarrow, VNarrow, SOne> : IChannelwiseLoops<T>
    where T : unmanaged, INumberBase<T>
    where S : struct, ILanes<V, T>
    where V : struct
    where SNarrow : struct, ILanes<VNarrow, T>
    where VNarrow : struct
    where SOne : struct, ILanes<T, T>
{
    public static int Width => S.Count;

    public static void Forward(T* x, T* w, T* a, T* output, int channels, int start, int* counts, int outputs, int* inputs, bool accumulate)
    {
        int u = start;
        if (u + S.Count <= channels) u = TableLoops.Forward<S, V, T>(ref *x, ref *w, ref *a, ref *output, channels, u, ref *counts, outputs, ref *inputs, accumulate);
        if (u + SNarrow.Count <= channels)
            u = TableLoops.Forward<SNarrow, VNarrow, T>(ref *x, ref *w, ref *a, ref *output, channels, u, ref *counts, outputs, ref *inputs, accumulate);
        if (u < channels) TableLoops.Forward<SOne, T, T>(ref *x, ref *w, ref *a, ref *output, channels, u, ref *counts, outputs, ref *inputs, accumulate);
    }

    public static void Weights(
        T* x,
        T* w,
        T* g,
        T* a,
        T* gradW,
        T* products,
        int channels,
        int start,
        int* inputs,
        int* outputs,
        int pairs,
        bool accumulate
    )
    {
        int u = start;
        if (u + S.Count <= channels)
            u = TableLoops.Weights<S, V, T>(
                ref *x, ref *w, ref *g, ref *a, ref *gradW, ref *products, S.Count, channels, u, ref *inputs, ref *outputs, pairs, accumulate);
        if (u + SNarrow.Count <= channels)
            u = TableLoops.Weights<SNarrow, VNarrow, T>(
                ref *x, ref *w, ref *g, ref *a, ref *gradW, ref *products, S.Count, channels, u, ref *inputs, ref *outputs, pairs, accumulate);
        if (u < channels)
            TableLoops.Weights<SOne, T, T>(
                ref *x, ref *w, ref *g, ref *a, ref *gradW, ref *products, S.Count, channels, u, ref *inputs, ref *outputs, pairs, accumulate);
    }

    public static void Reduce(T* products, ref readonly ChannelwiseTables<T> tables, T* vectors, T* grad, bool accumulate)
    {
        new System.Span<T>(vectors, tables.ScalarSize * S.Count).Clear();
        TableLoops.Reduce<S, V, T>(products, in tables, vectors);
        for (int j = 0; j < tables.ScalarSize; j++)
        {
            T sum = S.Sum(S.Load(ref vectors[j * S.Count], 0));
            grad[j] = accumulate ? grad[j] + sum : sum;
        }
    }
}
