using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Matrix;

/// <summary>
/// Products of matrices small enough for a cache: C[m, n] (+)= scale · Σ_k A[m, k] · B[k, n]. A has any strides; rows of B and C are
/// contiguous. The innermost step keeps six rows of two vectors of C in registers.
/// </summary>
internal readonly unsafe struct Gemm<T, S, V, SNarrow, VNarrow, SOne> : IGemm<T>
    where T : unmanaged, INumberBase<T>
    where S : struct, ILanes<V, T>
    where V : struct
    where SNarrow : struct, ILanes<VNarrow, T>
    where VNarrow : struct
    where SOne : struct, ILanes<T, T>
{
    public static void Multiply(in GemmShape shape, T* a, T* b, T* c, T scale, bool accumulate)
    {
        int n = GemmColumns<T, S, V>.Multiply(in shape, 0, a, b, c, scale, accumulate);
        if (n + SNarrow.Count <= shape.Columns) n = GemmColumns<T, SNarrow, VNarrow>.Multiply(in shape, n, a, b, c, scale, accumulate);
        if (n < shape.Columns) GemmColumns<T, SOne, T>.Multiply(in shape, n, a, b, c, scale, accumulate);
    }

    public static T Dot(T* x, T* y, int count)
    {
        V sum = S.Zero;
        int n = 0;
        for (; n + S.Count <= count; n += S.Count) sum = S.FusedMultiplyAdd(S.Load(ref x[n], 0), S.Load(ref y[n], 0), sum);
        T total = S.Sum(sum);
        for (; n < count; n++) total += x[n] * y[n];
        return total;
    }
}

/// <summary>The columns that fill whole vectors of one width.</summary>
internal static unsafe class GemmColumns<T, S, V>
    where T : unmanaged
    where S : struct, ILanes<V, T>
    where V : struct
{
    /// <returns>The first column not done.</returns>
    public static int Multiply(in GemmShape shape, int start, T* a, T* b, T* c, T scale, bool accumulate)
    {
        int n = start;
        for (; n + 2 * S.Count <= shape.Columns; n += 2 * S.Count)
        {
            int m = 0;
            for (; m + 6 <= shape.Rows; m += 6)
                Six(a + m * shape.RowStrideA, shape.RowStrideA, shape.ColumnStrideA, b + n, shape.StrideB, c + m * shape.StrideC + n, shape.StrideC, shape.Inner, scale, accumulate);
            for (; m < shape.Rows; m++)
                One(a + m * shape.RowStrideA, shape.ColumnStrideA, b + n, shape.StrideB, c + m * shape.StrideC + n, shape.Inner, scale, accumulate);
        }
        for (; n + S.Count <= shape.Columns; n += S.Count)
        {
            int m = 0;
            for (; m + 4 <= shape.Rows; m += 4)
                Narrow(a + m * shape.RowStrideA, shape.RowStrideA, shape.ColumnStrideA, b + n, shape.StrideB, c + m * shape.StrideC + n, shape.StrideC, shape.Inner, scale, accumulate);
            for (; m < shape.Rows; m++)
                Narrowest(a + m * shape.RowStrideA, shape.ColumnStrideA, b + n, shape.StrideB, c + m * shape.StrideC + n, shape.Inner, scale, accumulate);
        }
        return n;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six(T* a, nint rowStride, nint columnStride, T* b, nint strideB, T* c, nint strideC, int inner, T scale, bool accumulate)
    {
        V a0 = S.Zero, b0 = S.Zero, c0 = S.Zero, d0 = S.Zero, e0 = S.Zero, f0 = S.Zero;
        V a1 = S.Zero, b1 = S.Zero, c1 = S.Zero, d1 = S.Zero, e1 = S.Zero, f1 = S.Zero;
        T* third = a + 3 * rowStride;
        for (int k = 0; k < inner; k++)
        {
            V x = S.Load(ref *b, 0);
            V y = S.Load(ref *b, S.Count);
            V s = S.Broadcast(*a);
            a0 = S.FusedMultiplyAdd(s, x, a0);
            a1 = S.FusedMultiplyAdd(s, y, a1);
            s = S.Broadcast(a[rowStride]);
            b0 = S.FusedMultiplyAdd(s, x, b0);
            b1 = S.FusedMultiplyAdd(s, y, b1);
            s = S.Broadcast(a[2 * rowStride]);
            c0 = S.FusedMultiplyAdd(s, x, c0);
            c1 = S.FusedMultiplyAdd(s, y, c1);
            s = S.Broadcast(*third);
            d0 = S.FusedMultiplyAdd(s, x, d0);
            d1 = S.FusedMultiplyAdd(s, y, d1);
            s = S.Broadcast(third[rowStride]);
            e0 = S.FusedMultiplyAdd(s, x, e0);
            e1 = S.FusedMultiplyAdd(s, y, e1);
            s = S.Broadcast(third[2 * rowStride]);
            f0 = S.FusedMultiplyAdd(s, x, f0);
            f1 = S.FusedMultiplyAdd(s, y, f1);
            a += columnStride;
            third += columnStride;
            b += strideB;
        }
        V factor = S.Broadcast(scale);
        Put(a0, a1, factor, c, accumulate);
        Put(b0, b1, factor, c + strideC, accumulate);
        Put(c0, c1, factor, c + 2 * strideC, accumulate);
        Put(d0, d1, factor, c + 3 * strideC, accumulate);
        Put(e0, e1, factor, c + 4 * strideC, accumulate);
        Put(f0, f1, factor, c + 5 * strideC, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(T* a, nint columnStride, T* b, nint strideB, T* c, int inner, T scale, bool accumulate)
    {
        V s0 = S.Zero;
        V s1 = S.Zero;
        for (int k = 0; k < inner; k++, a += columnStride, b += strideB)
        {
            V s = S.Broadcast(*a);
            s0 = S.FusedMultiplyAdd(s, S.Load(ref *b, 0), s0);
            s1 = S.FusedMultiplyAdd(s, S.Load(ref *b, S.Count), s1);
        }
        Put(s0, s1, S.Broadcast(scale), c, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(T* a, nint rowStride, nint columnStride, T* b, nint strideB, T* c, nint strideC, int inner, T scale, bool accumulate)
    {
        V a0 = S.Zero, b0 = S.Zero, c0 = S.Zero, d0 = S.Zero;
        for (int k = 0; k < inner; k++, a += columnStride, b += strideB)
        {
            V x = S.Load(ref *b, 0);
            a0 = S.FusedMultiplyAdd(S.Broadcast(*a), x, a0);
            b0 = S.FusedMultiplyAdd(S.Broadcast(a[rowStride]), x, b0);
            c0 = S.FusedMultiplyAdd(S.Broadcast(a[2 * rowStride]), x, c0);
            d0 = S.FusedMultiplyAdd(S.Broadcast(a[3 * rowStride]), x, d0);
        }
        V factor = S.Broadcast(scale);
        Put(a0, factor, c, accumulate);
        Put(b0, factor, c + strideC, accumulate);
        Put(c0, factor, c + 2 * strideC, accumulate);
        Put(d0, factor, c + 3 * strideC, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrowest(T* a, nint columnStride, T* b, nint strideB, T* c, int inner, T scale, bool accumulate)
    {
        V s = S.Zero;
        for (int k = 0; k < inner; k++, a += columnStride, b += strideB) s = S.FusedMultiplyAdd(S.Broadcast(*a), S.Load(ref *b, 0), s);
        Put(s, S.Broadcast(scale), c, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(V left, V right, V factor, T* c, bool accumulate)
    {
        Put(left, factor, c, accumulate);
        Put(right, factor, c + S.Count, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(V value, V factor, T* c, bool accumulate) =>
        S.Store(S.FusedMultiplyAdd(value, factor, accumulate ? S.Load(ref *c, 0) : S.Zero), ref *c, 0);
}
