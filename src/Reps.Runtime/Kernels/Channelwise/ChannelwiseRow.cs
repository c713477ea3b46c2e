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

    /// <summary>The output of one row, written (unreached segments become zero) or added.</summary>
    public static void Forward(ref readonly ChannelwiseTables<T> tables, T* x, T* weights, T* ones, T* folded, T* output, bool accumulate)
    {
        int* counts = tables.OutCounts;
        for (int n = 0; n < tables.PathCount; n++)
        {
            ref ChannelwisePath path = ref tables.Paths[n];
            bool add = accumulate | path.IsFirst == 0;
            T* from = x + path.LaneOffset;
            T* w = path.WeightOffset < 0 ? ones : weights + path.WeightOffset;
            T* a = folded + path.PairStart;
            T* to = output + path.OutOffset;
            int done = path.Shape < 0 ? 0 : TKernels.Forward(path.Shape, ref *from, ref *w, ref *a, ref *to, path.Channels, add);
            if (done < path.Channels)
                TLoops.Forward(from, w, a, to, path.Channels, done, counts, path.OutComponents, tables.PairLane + path.PairStart, add);
            counts += path.OutComponents;
        }
        if (!accumulate) Clear(output, tables.EmptyOut, tables.EmptyOutCount);
    }

    /// <summary>The gradients of one row; each path announces the next path's part of the cotangent and of the weights.</summary>
    public static void Backward(ref readonly ChannelwiseTables<T> tables, ref readonly ChannelwiseGradients<T> row, bool addLane, bool addWeights, bool addScalar)
    {
        bool onlyLane = row.GradWeights is null && row.GradScalar is null;
        if (row.GradScalar is not null) new Span<T>(row.Vectors, tables.ScalarSize * TLoops.Width).Clear();
        int* counts = tables.LaneCounts;
        for (int n = 0; n < tables.PathCount; n++)
        {
            ChannelwisePath* path = tables.Paths + n;
            Announce(in row, tables.Paths + (n + 1 < tables.PathCount ? n + 1 : 0), n + 1 < tables.PathCount ? 0 : tables.OutputSize);
            ChannelwisePathCall<T> call = new();
            call.Path = path;
            call.Counts = counts;
            call.W = path->WeightOffset < 0 ? row.Ones : row.Weights + path->WeightOffset;
            call.Grad = row.Grad + path->OutOffset;
            call.GradX = row.GradX is null ? row.UnusedLane : row.GradX + path->LaneOffset;
            call.AddX = row.GradX is not null && (addLane | path->IsFirstOfLane == 0);
            call.Transposed = row.Transposed;
            if (onlyLane)
            {
                Lane(in tables, in call);
            }
            else
            {
                call.X = row.X + path->LaneOffset;
                call.GradW = path->WeightOffset < 0 || row.GradWeights is null ? row.UnusedWeights : row.GradWeights + path->WeightOffset;
                call.AddW = addWeights && call.GradW != row.UnusedWeights;
                call.Products = row.Products;
                Gradients(in tables, in call, row.Folded + path->PairStart);
                if (row.GradScalar is not null) TLoops.Reduce(in tables, in call, row.Vectors);
            }
            counts += path->LaneComponents;
        }
        if (row.GradScalar is not null) TLoops.Sum(row.Vectors, row.GradScalar, tables.ScalarSize, addScalar);
        if (row.GradX is not null && !addLane) Clear(row.GradX, tables.EmptyLane, tables.EmptyLaneCount);
        if (row.GradWeights is not null && !addWeights) Clear(row.GradWeights, tables.EmptyWeights, tables.EmptyWeightsCount);
    }

    private static void Gradients(ref readonly ChannelwiseTables<T> tables, ref readonly ChannelwisePathCall<T> call, T* folded)
    {
        ChannelwisePath* path = call.Path;
        new Span<T>(call.Products, path->PairCount * TLoops.Width).Clear();
        int done =
            path->Shape < 0
                ? 0
                : TKernels.Gradients(
                    path->Shape,
                    ref *call.X,
                    ref *call.W,
                    ref *call.Grad,
                    ref *folded,
                    ref *call.GradX,
                    ref *call.GradW,
                    ref *call.Products,
                    path->Channels,
                    call.AddX,
                    call.AddW
                );
        if (done < path->Channels) TLoops.Gradients(in tables, in call, done);
    }

    private static void Lane(ref readonly ChannelwiseTables<T> tables, ref readonly ChannelwisePathCall<T> call)
    {
        ChannelwisePath* path = call.Path;
        T* a = call.Transposed + path->PairStart;
        int done =
            path->TransposedShape < 0
                ? 0
                : TKernels.Forward(path->TransposedShape, ref *call.Grad, ref *call.W, ref *a, ref *call.GradX, path->Channels, call.AddX);
        if (done < path->Channels)
            TLoops.Forward(
                call.Grad, call.W, a, call.GradX, path->Channels, done, call.Counts, path->LaneComponents, tables.TransposedOut + path->PairStart, call.AddX);
    }

    private static void Announce(ref readonly ChannelwiseGradients<T> row, ChannelwisePath* next, int rowsAhead)
    {
        RowPrefetch.Read(row.Grad + rowsAhead + next->OutOffset, next->OutComponents * next->Channels);
        if (next->WeightOffset >= 0 && rowsAhead == 0) RowPrefetch.Read(row.Weights + next->WeightOffset, next->Channels);
    }

    private static void Clear(T* row, int* ranges, int count)
    {
        for (int n = 0; n < count; n++) new Span<T>(row + ranges[2 * n], ranges[2 * n + 1]).Clear();
    }
}
