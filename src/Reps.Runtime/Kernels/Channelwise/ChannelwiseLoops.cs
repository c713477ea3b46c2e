using System.Numerics;
using System.Runtime.CompilerServices;
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

    public static void Gradients(in ChannelwiseTables<T> tables, in ChannelwisePathCall<T> call, int start)
    {
        int channels = call.Path->Channels;
        int u = start;
        if (u + S.Count <= channels) u = TableLoops.Gradients<S, V, T>(in tables, in call, u, S.Count);
        if (u + SNarrow.Count <= channels) u = TableLoops.Gradients<SNarrow, VNarrow, T>(in tables, in call, u, S.Count);
        if (u < channels) TableLoops.Gradients<SOne, T, T>(in tables, in call, u, S.Count);
    }

    public static void Reduce(in ChannelwiseTables<T> tables, in ChannelwisePathCall<T> call, T* vectors) =>
        TableLoops.Reduce<S, V, T>(in tables, in call, vectors);

    public static void Sum(T* vectors, T* grad, int count, bool accumulate)
    {
        for (int j = 0; j < count; j++)
        {
            T sum = S.Sum(S.Load(ref vectors[(nint)j * S.Count], 0));
            grad[j] = accumulate ? grad[j] + sum : sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(T* source, T* target, int count)
    {
        nint n = 0;
        for (; n + S.Count <= count; n += S.Count) S.Store(S.Add(S.Load(ref source[n], 0), S.Load(ref target[n], 0)), ref target[n], 0);
        for (; n < count; n++) target[n] += source[n];
    }
}
