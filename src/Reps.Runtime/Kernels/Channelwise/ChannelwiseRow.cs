using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Channelwise;

/// <summary>Evaluates a channelwise program for one row: the unit from which batches and convolutions are made.</summary>
internal static unsafe class ChannelwiseRow<T, TKernels, TLoops>
    where T : unmanaged, INumberBase<T>
    where TKernels : struct, IStraightLine<T>
    where TLoops : struct, IChannelwiseLoops<T>
{
    /// <summary>Multiplies the small operand into the coefficients, one number for each pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fold(ref readonly ChannelwiseTables<T> tables, T* scalar, T* folded)
    {
        int* index = tables.FoldIndex;
        T* coefficients = tables.Coefficients;
        int count = tables.PairCount;
        int p = 0;
        for (; p + 4 <= count; p += 4)
        {
            folded[p] = coefficients[p] * scalar[index[p]];
            folded[p + 1] = coefficients[p + 1] * scalar[index[p + 1]];
            folded[p + 2] = coefficients[p + 2] * scalar[index[p + 2]];
            folded[p + 3] = coefficients[p + 3] * scalar[index[p + 3]];
        }
        for (; p < count; p++) folded[p] = coefficients[p] * scalar[index[p]];
        for (int n = 0; n < tables.ExtraCount; n++) folded[tables.Extra[2 * n]] += tables.ExtraCoefficients[n] * scalar[tables.Extra[2 * n + 1]];
    }

    /// <summary>Puts folded coefficients in the order of the transposed kernels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(ref readonly ChannelwiseTables<T> tables, T* folded, T* transposed)
    {
        int* order = tables.Transposed;
        for (int p = 0; p < tables.PairCount; p++) transposed[p] = folded[order[p]];
    }

    /// <summary>
    /// The output of one row, written (unreached segments become zero) or added. Where a place to stage one segment is given, finished segments
    /// go from there to memory past the caches.
    /// </summary>
    public static void Forward(ref readonly ChannelwiseTables<T> tables, T* x, T* weights, T* ones, T* folded, T* output, T* staged, bool accumulate)
    {
        int* counts = tables.OutCounts;
        for (int n = 0; n < tables.PathCount; n++)
        {
            ref ChannelwisePath path = ref tables.Paths[n];
            if (n + 1 < tables.PathCount && tables.Paths[n + 1].WeightOffset >= 0) RowPrefetch.Read(weights + tables.Paths[n + 1].WeightOffset, path.Channels);
            bool add = accumulate | path.IsFirst == 0;
            T* from = x + path.LaneOffset;
            T* w = path.WeightOffset < 0 ? ones : weights + path.WeightOffset;
            T* a = folded + path.PairStart;
            T* to = staged is null ? output + path.OutOffset : staged;
            int done = path.Shape < 0 ? 0 : TKernels.Forward(path.Shape, ref *from, ref *w, ref *a, ref *to, path.Channels, add);
            if (done < path.Channels)
                TLoops.Forward(from, w, a, to, path.Channels, done, counts, path.OutComponents, tables.PairLane + path.PairStart, add);
            counts += path.OutComponents;
            if (staged is not null && path.IsLast != 0) RowCopy.Stream(staged, output + path.OutOffset, path.OutComponents * path.Channels);
        }
        if (!accumulate) Clear(output, tables.EmptyOut, tables.EmptyOutCount);
    }

    /// <summary>
    /// The gradients of one row: by the operand with channels, by the weights, and the products from which that by the small operand is
    /// reduced. Each path does both while its part of the cotangent is in the first-level cache, and announces the next path's.
    /// </summary>
    public static void Backward(ref readonly ChannelwiseTables<T> tables, ref readonly ChannelwiseGradients<T> row, bool accumulate, bool accumulateWeights)
    {
        if (row.Products is not null) new Span<T>(row.Products, tables.PairCount * TLoops.Width).Clear();
        int* counts = tables.LaneCounts;
        for (int n = 0; n < tables.PathCount; n++)
        {
            ref ChannelwisePath path = ref tables.Paths[n];
            if (n + 1 < tables.PathCount)
            {
                ref ChannelwisePath next = ref tables.Paths[n + 1];
                RowPrefetch.Read(row.Grad + next.OutOffset, next.OutComponents * next.Channels);
                if (next.WeightOffset >= 0) RowPrefetch.Read(row.Weights + next.WeightOffset, next.Channels);
            }
            else
            {
                RowPrefetch.Read(row.Grad + tables.OutputSize, tables.Paths[0].OutComponents * tables.Paths[0].Channels);
            }
            T* w = path.WeightOffset < 0 ? row.Ones : row.Weights + path.WeightOffset;
            T* grad = row.Grad + path.OutOffset;
            if (row.GradX is not null)
            {
                bool add = accumulate | path.IsFirstOfLane == 0;
                T* a = row.Transposed + path.PairStart;
                T* to = row.GradX + path.LaneOffset;
                int done = path.TransposedShape < 0 ? 0 : TKernels.Forward(path.TransposedShape, ref *grad, ref *w, ref *a, ref *to, path.Channels, add);
                if (done < path.Channels)
                    TLoops.Forward(grad, w, a, to, path.Channels, done, counts, path.LaneComponents, tables.TransposedOut + path.PairStart, add);
                counts += path.LaneComponents;
            }
            if (row.Products is not null) Weights(in tables, in row, ref path, w, grad, accumulateWeights);
        }
        if (row.GradX is not null && !accumulate) Clear(row.GradX, tables.EmptyLane, tables.EmptyLaneCount);
        if (row.GradWeights is not null && !accumulateWeights) Clear(row.GradWeights, tables.EmptyWeights, tables.EmptyWeightsCount);
    }

    private static void Weights(
        ref readonly ChannelwiseTables<T> tables,
        ref readonly ChannelwiseGradients<T> row,
        ref ChannelwisePath path,
        T* w,
        T* grad,
        bool accumulate
    )
    {
        T* x = row.X + path.LaneOffset;
        T* a = row.Folded + path.PairStart;
        T* to = path.WeightOffset < 0 || row.GradWeights is null ? row.Unused : row.GradWeights + path.WeightOffset;
        T* products = row.Products + (nint)path.PairStart * TLoops.Width;
        bool add = accumulate && to != row.Unused;
        int done = path.Shape < 0 ? 0 : TKernels.Weights(path.Shape, ref *x, ref *w, ref *grad, ref *a, ref *to, ref *products, path.Channels, add);
        if (done < path.Channels)
            TLoops.Weights(
                x, w, grad, a, to, products, path.Channels, done, tables.PairLane + path.PairStart, tables.PairOut + path.PairStart, path.PairCount, add);
    }

    private static void Clear(T* row, int* ranges, int count)
    {
        for (int n = 0; n < count; n++) new Span<T>(row + ranges[2 * n], ranges[2 * n + 1]).Clear();
    }
}
