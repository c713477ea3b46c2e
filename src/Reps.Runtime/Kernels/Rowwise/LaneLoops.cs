using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Rowwise;

/// <summary>
/// Loops over lines: a line holds one number for each of a tile's rows, and is one vector or four. Nothing here knows of representations.
/// </summary>
internal static unsafe class LaneLoops<T, S, V>
    where T : unmanaged
    where S : struct, ILanes<V, T>
    where V : struct
{
    /// <summary>target = left · right, line by line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Multiply(T* left, T* right, T* target, int line)
    {
        for (nint n = 0; n < line; n += S.Count) S.Store(S.Multiply(S.Load(ref left[n], 0), S.Load(ref right[n], 0)), ref target[n], 0);
    }

    /// <summary>products = left[i] · right[j] for each (i, j) listed; pairs with the same i follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Products(T* left, nint leftStep, T* right, nint rightStep, int* index, int count, T* products, int line)
    {
        if (line != 4 * S.Count)
        {
            for (nint p = 0; p < count; p++) Multiply(left + index[2 * p] * leftStep, right + index[2 * p + 1] * rightStep, products + p * line, line);
            return;
        }
        nint n = 0;
        while (n < count)
        {
            int i = index[2 * n];
            T* x = left + i * leftStep;
            V x0 = S.Load(ref *x, 0);
            V x1 = S.Load(ref *x, S.Count);
            V x2 = S.Load(ref *x, 2 * S.Count);
            V x3 = S.Load(ref *x, 3 * S.Count);
            for (; n < count && index[2 * n] == i; n++, products += line)
            {
                T* y = right + index[2 * n + 1] * rightStep;
                S.Store(S.Multiply(x0, S.Load(ref *y, 0)), ref *products, 0);
                S.Store(S.Multiply(x1, S.Load(ref *y, S.Count)), ref *products, S.Count);
                S.Store(S.Multiply(x2, S.Load(ref *y, 2 * S.Count)), ref *products, 2 * S.Count);
                S.Store(S.Multiply(x3, S.Load(ref *y, 3 * S.Count)), ref *products, 3 * S.Count);
            }
        }
    }

    /// <summary>gradLeft[i] += Σ products[i, j] · right[j] for the pairs listed; those with the same i follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddLeft(T* products, T* right, nint rightStep, int* index, int count, T* gradLeft, nint leftStep, int line)
    {
        nint n = 0;
        while (n < count)
        {
            int i = index[2 * n];
            T* x = gradLeft + i * leftStep;
            nint first = n;
            while (n < count && index[2 * n] == i) n++;
            for (nint q = 0; q < line; q += S.Count)
            {
                V sum = S.Load(ref x[q], 0);
                for (nint p = first; p < n; p++) sum = S.FusedMultiplyAdd(S.Load(ref products[p * line + q], 0), S.Load(ref right[index[2 * p + 1] * rightStep + q], 0), sum);
                S.Store(sum, ref x[q], 0);
            }
        }
    }

    /// <summary>gradRight[j] += products[i, j] · left[i] for the pairs listed; those with the same i follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRight(T* products, T* left, nint leftStep, int* index, int count, T* gradRight, nint rightStep, int line)
    {
        if (line != 4 * S.Count)
        {
            for (nint p = 0; p < count; p++) MultiplyAdd(products + p * line, left + index[2 * p] * leftStep, gradRight + index[2 * p + 1] * rightStep, line);
            return;
        }
        nint n = 0;
        while (n < count)
        {
            int i = index[2 * n];
            T* x = left + i * leftStep;
            V x0 = S.Load(ref *x, 0);
            V x1 = S.Load(ref *x, S.Count);
            V x2 = S.Load(ref *x, 2 * S.Count);
            V x3 = S.Load(ref *x, 3 * S.Count);
            for (; n < count && index[2 * n] == i; n++, products += line)
            {
                T* y = gradRight + index[2 * n + 1] * rightStep;
                S.Store(S.FusedMultiplyAdd(x0, S.Load(ref *products, 0), S.Load(ref *y, 0)), ref *y, 0);
                S.Store(S.FusedMultiplyAdd(x1, S.Load(ref *products, S.Count), S.Load(ref *y, S.Count)), ref *y, S.Count);
                S.Store(S.FusedMultiplyAdd(x2, S.Load(ref *products, 2 * S.Count), S.Load(ref *y, 2 * S.Count)), ref *y, 2 * S.Count);
                S.Store(S.FusedMultiplyAdd(x3, S.Load(ref *products, 3 * S.Count), S.Load(ref *y, 3 * S.Count)), ref *y, 3 * S.Count);
            }
        }
    }

    /// <summary>target += left · right, line by line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAdd(T* left, T* right, T* target, int line)
    {
        for (nint n = 0; n < line; n += S.Count)
            S.Store(S.FusedMultiplyAdd(S.Load(ref left[n], 0), S.Load(ref right[n], 0), S.Load(ref target[n], 0)), ref target[n], 0);
    }

    /// <summary>Adds left · right to the lanes of one vector, over a line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Dot(T* left, T* right, int line, V sum)
    {
        for (nint n = 0; n < line; n += S.Count) sum = S.FusedMultiplyAdd(S.Load(ref left[n], 0), S.Load(ref right[n], 0), sum);
        return sum;
    }

    /// <summary>target += factor · source, line by line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScaleAdd(T factor, T* source, T* target, int line)
    {
        V c = S.Broadcast(factor);
        for (nint n = 0; n < line; n += S.Count) S.Store(S.FusedMultiplyAdd(c, S.Load(ref source[n], 0), S.Load(ref target[n], 0)), ref target[n], 0);
    }

    /// <summary>target = factor · source, line by line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scale(T factor, T* source, T* target, int line)
    {
        V c = S.Broadcast(factor);
        for (nint n = 0; n < line; n += S.Count) S.Store(S.Multiply(c, S.Load(ref source[n], 0)), ref target[n], 0);
    }

    /// <summary>
    /// targets[n] (+)= Σ coefficient · sources[index], where row n has counts[n] terms and their coefficients stand one after the other, or at
    /// <paramref name="order"/>. Sources and targets are so many numbers apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sparse(
        T* sources,
        nint sourceStep,
        int* counts,
        int rows,
        int* index,
        int* order,
        T* coefficients,
        T* targets,
        nint targetStep,
        int line,
        bool accumulate
    )
    {
        nint e = 0;
        for (nint row = 0; row < rows; row++, targets += targetStep)
        {
            nint end = e + counts[row];
            if (line == 4 * S.Count)
            {
                V s0 = S.Zero, s1 = S.Zero, s2 = S.Zero, s3 = S.Zero;
                V r0 = S.Zero, r1 = S.Zero, r2 = S.Zero, r3 = S.Zero;
                // Two chains of sums, because an addition waits for the one before.
                for (; e + 1 < end; e += 2)
                {
                    V c = S.Broadcast(coefficients[order is null ? e : order[e]]);
                    T* source = sources + index[e] * sourceStep;
                    s0 = S.FusedMultiplyAdd(c, S.Load(ref *source, 0), s0);
                    s1 = S.FusedMultiplyAdd(c, S.Load(ref *source, S.Count), s1);
                    s2 = S.FusedMultiplyAdd(c, S.Load(ref *source, 2 * S.Count), s2);
                    s3 = S.FusedMultiplyAdd(c, S.Load(ref *source, 3 * S.Count), s3);
                    c = S.Broadcast(coefficients[order is null ? e + 1 : order[e + 1]]);
                    source = sources + index[e + 1] * sourceStep;
                    r0 = S.FusedMultiplyAdd(c, S.Load(ref *source, 0), r0);
                    r1 = S.FusedMultiplyAdd(c, S.Load(ref *source, S.Count), r1);
                    r2 = S.FusedMultiplyAdd(c, S.Load(ref *source, 2 * S.Count), r2);
                    r3 = S.FusedMultiplyAdd(c, S.Load(ref *source, 3 * S.Count), r3);
                }
                if (e < end)
                {
                    V c = S.Broadcast(coefficients[order is null ? e : order[e]]);
                    T* source = sources + index[e++] * sourceStep;
                    s0 = S.FusedMultiplyAdd(c, S.Load(ref *source, 0), s0);
                    s1 = S.FusedMultiplyAdd(c, S.Load(ref *source, S.Count), s1);
                    s2 = S.FusedMultiplyAdd(c, S.Load(ref *source, 2 * S.Count), s2);
                    s3 = S.FusedMultiplyAdd(c, S.Load(ref *source, 3 * S.Count), s3);
                }
                Put(S.Add(s0, r0), S.Add(s1, r1), S.Add(s2, r2), S.Add(s3, r3), targets, accumulate);
            }
            else
            {
                V s0 = S.Zero;
                for (; e < end; e++)
                    s0 = S.FusedMultiplyAdd(S.Broadcast(coefficients[order is null ? e : order[e]]), S.Load(ref sources[index[e] * sourceStep], 0), s0);
                Put(s0, targets, accumulate);
            }
        }
    }

    /// <summary>
    /// targets[m] (+)= Σ over n of a[m · strideM + n · strideN] · sources[n], for lines that are so many numbers apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Matrix(
        T* a,
        nint strideM,
        nint strideN,
        int rows,
        int columns,
        T* sources,
        nint sourceStride,
        T* targets,
        nint targetStride,
        int line,
        bool accumulate
    )
    {
        int m = 0;
        if (line == 4 * S.Count)
        {
            // Five rows or eight are best cut so that no single one is left.
            for (; m + 3 <= rows && rows - m != 4; m += 3)
                Three(a + m * strideM, strideM, strideN, columns, sources, sourceStride, targets + m * targetStride, targetStride, accumulate);
            for (; m + 2 <= rows; m += 2)
                Two(a + m * strideM, strideM, strideN, columns, sources, sourceStride, targets + m * targetStride, targetStride, accumulate);
            if (m < rows) Single(a + m * strideM, strideN, columns, sources, sourceStride, targets + m * targetStride, accumulate);
            return;
        }
        for (; m + 4 <= rows; m += 4)
            Four(a + m * strideM, strideM, strideN, columns, sources, sourceStride, targets + m * targetStride, targetStride, accumulate);
        for (; m < rows; m++) One(a + m * strideM, strideN, columns, sources, sourceStride, targets + m * targetStride, accumulate);
    }

    // Three lines of four vectors.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Three(T* a, nint strideM, nint strideN, int columns, T* sources, nint sourceStride, T* targets, nint targetStride, bool accumulate)
    {
        V a0 = S.Zero, a1 = S.Zero, a2 = S.Zero, a3 = S.Zero;
        V b0 = S.Zero, b1 = S.Zero, b2 = S.Zero, b3 = S.Zero;
        V c0 = S.Zero, c1 = S.Zero, c2 = S.Zero, c3 = S.Zero;
        for (nint n = 0; n < columns; n++)
        {
            V s0 = S.Load(ref *sources, 0);
            V s1 = S.Load(ref *sources, S.Count);
            V s2 = S.Load(ref *sources, 2 * S.Count);
            V s3 = S.Load(ref *sources, 3 * S.Count);
            V f = S.Broadcast(*a);
            a0 = S.FusedMultiplyAdd(f, s0, a0);
            a1 = S.FusedMultiplyAdd(f, s1, a1);
            a2 = S.FusedMultiplyAdd(f, s2, a2);
            a3 = S.FusedMultiplyAdd(f, s3, a3);
            f = S.Broadcast(a[strideM]);
            b0 = S.FusedMultiplyAdd(f, s0, b0);
            b1 = S.FusedMultiplyAdd(f, s1, b1);
            b2 = S.FusedMultiplyAdd(f, s2, b2);
            b3 = S.FusedMultiplyAdd(f, s3, b3);
            f = S.Broadcast(a[2 * strideM]);
            c0 = S.FusedMultiplyAdd(f, s0, c0);
            c1 = S.FusedMultiplyAdd(f, s1, c1);
            c2 = S.FusedMultiplyAdd(f, s2, c2);
            c3 = S.FusedMultiplyAdd(f, s3, c3);
            a += strideN;
            sources += sourceStride;
        }
        Put(a0, a1, a2, a3, targets, accumulate);
        Put(b0, b1, b2, b3, targets + targetStride, accumulate);
        Put(c0, c1, c2, c3, targets + 2 * targetStride, accumulate);
    }

    // Two lines of four vectors.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(T* a, nint strideM, nint strideN, int columns, T* sources, nint sourceStride, T* targets, nint targetStride, bool accumulate)
    {
        V a0 = S.Zero, a1 = S.Zero, a2 = S.Zero, a3 = S.Zero;
        V b0 = S.Zero, b1 = S.Zero, b2 = S.Zero, b3 = S.Zero;
        for (nint n = 0; n < columns; n++)
        {
            V s0 = S.Load(ref *sources, 0);
            V s1 = S.Load(ref *sources, S.Count);
            V s2 = S.Load(ref *sources, 2 * S.Count);
            V s3 = S.Load(ref *sources, 3 * S.Count);
            V f = S.Broadcast(*a);
            a0 = S.FusedMultiplyAdd(f, s0, a0);
            a1 = S.FusedMultiplyAdd(f, s1, a1);
            a2 = S.FusedMultiplyAdd(f, s2, a2);
            a3 = S.FusedMultiplyAdd(f, s3, a3);
            f = S.Broadcast(a[strideM]);
            b0 = S.FusedMultiplyAdd(f, s0, b0);
            b1 = S.FusedMultiplyAdd(f, s1, b1);
            b2 = S.FusedMultiplyAdd(f, s2, b2);
            b3 = S.FusedMultiplyAdd(f, s3, b3);
            a += strideN;
            sources += sourceStride;
        }
        Put(a0, a1, a2, a3, targets, accumulate);
        Put(b0, b1, b2, b3, targets + targetStride, accumulate);
    }

    // One line of four vectors.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single(T* a, nint strideN, int columns, T* sources, nint sourceStride, T* target, bool accumulate)
    {
        V a0 = S.Zero, a1 = S.Zero, a2 = S.Zero, a3 = S.Zero;
        for (nint n = 0; n < columns; n++, a += strideN, sources += sourceStride)
        {
            V f = S.Broadcast(*a);
            a0 = S.FusedMultiplyAdd(f, S.Load(ref *sources, 0), a0);
            a1 = S.FusedMultiplyAdd(f, S.Load(ref *sources, S.Count), a1);
            a2 = S.FusedMultiplyAdd(f, S.Load(ref *sources, 2 * S.Count), a2);
            a3 = S.FusedMultiplyAdd(f, S.Load(ref *sources, 3 * S.Count), a3);
        }
        Put(a0, a1, a2, a3, target, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(V v0, V v1, V v2, V v3, T* target, bool accumulate)
    {
        Put(v0, target, accumulate);
        Put(v1, target + S.Count, accumulate);
        Put(v2, target + 2 * S.Count, accumulate);
        Put(v3, target + 3 * S.Count, accumulate);
    }

    /// <summary>Writes a vector, or adds it to what is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(V value, T* target, bool accumulate) => S.Store(accumulate ? S.Add(value, S.Load(ref *target, 0)) : value, ref *target, 0);

    // Four lines of one vector.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(T* a, nint strideM, nint strideN, int columns, T* sources, nint sourceStride, T* targets, nint targetStride, bool accumulate)
    {
        V a0 = S.Zero, b0 = S.Zero, c0 = S.Zero, d0 = S.Zero;
        for (nint n = 0; n < columns; n++)
        {
            V s0 = S.Load(ref *sources, 0);
            a0 = S.FusedMultiplyAdd(S.Broadcast(*a), s0, a0);
            b0 = S.FusedMultiplyAdd(S.Broadcast(a[strideM]), s0, b0);
            c0 = S.FusedMultiplyAdd(S.Broadcast(a[2 * strideM]), s0, c0);
            d0 = S.FusedMultiplyAdd(S.Broadcast(a[3 * strideM]), s0, d0);
            a += strideN;
            sources += sourceStride;
        }
        Put(a0, targets, accumulate);
        Put(b0, targets + targetStride, accumulate);
        Put(c0, targets + 2 * targetStride, accumulate);
        Put(d0, targets + 3 * targetStride, accumulate);
    }

    private static void One(T* a, nint strideN, int columns, T* sources, nint sourceStride, T* target, bool accumulate)
    {
        V s = S.Zero;
        for (nint n = 0; n < columns; n++, a += strideN, sources += sourceStride) s = S.FusedMultiplyAdd(S.Broadcast(*a), S.Load(ref *sources, 0), s);
        Put(s, target, accumulate);
    }
}
