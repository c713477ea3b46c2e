using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Rowwise;

/// <summary>Exchanges rows of the batch and lines of a tile. Columns come first, so that lines stay in the caches for all rows.</summary>
internal static unsafe class TileCopy
{
    private const int CacheLine = 64;

    /// <summary>tile[value, row] = rows[row, value]; rows beyond the batch become zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather<T>(T* rows, int size, int count, T* tile, int line)
        where T : unmanaged
    {
        nint column = 0;
        if (Avx.IsSupported)
            for (; column + 4 <= size; column += 4)
            {
                if (column % (CacheLine / sizeof(T)) == 0) Announce(rows + column, size, count);
                nint row = 0;
                T* source = rows + column;
                T* target = tile + column * line;
                if (typeof(T) == typeof(float))
                    for (; row + 8 <= count; row += 8) Gather8By4((float*)(source + row * size), size, (float*)(target + row), line);
                else
                    for (; row + 4 <= count; row += 4) Gather4By4((double*)(source + row * size), size, (double*)(target + row), line);
                for (; row < count; row++)
                    for (nint n = 0; n < 4; n++)
                        target[n * line + row] = source[row * size + n];
            }
        for (; column < size; column++)
            for (nint row = 0; row < count; row++)
                tile[column * line + row] = rows[row * size + column];
        if (count < line)
            for (nint n = 0; n < size; n++) new Span<T>(tile + n * line + count, line - count).Clear();
    }

    /// <summary>rows[row, value] (+)= tile[value, row].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scatter<T>(T* tile, int line, T* rows, int size, int count, bool accumulate)
        where T : unmanaged, INumberBase<T>
    {
        nint column = 0;
        nint width = typeof(T) == typeof(float) ? 8 : 4;
        if (Avx.IsSupported)
            for (; column + width <= size; column += width)
            {
                if (column % (CacheLine / sizeof(T)) == 0) Announce(rows + column, size, count);
                nint row = 0;
                T* source = tile + column * line;
                T* target = rows + column;
                for (; row + 4 <= count; row += 4)
                    if (typeof(T) == typeof(float)) Scatter4By8((float*)(source + row), line, (float*)(target + row * size), size, accumulate);
                    else Scatter4By4((double*)(source + row), line, (double*)(target + row * size), size, accumulate);
                for (; row < count; row++)
                    for (nint n = 0; n < width; n++)
                        Put(source[n * line + row], target + row * size + n, accumulate);
            }
        for (; column < size; column++)
            for (nint row = 0; row < count; row++)
                Put(tile[column * line + row], rows + row * size + column, accumulate);
    }

    /// <summary>Sets lines to zero.</summary>
    public static void Clear<T>(T* tile, int size, int line)
        where T : unmanaged
    {
        for (nint n = 0; n < size; n++) new Span<T>(tile + n * line, line).Clear();
    }

    // The hardware does not foresee as many streams as there are rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Announce<T>(T* rows, nint size, int count)
        where T : unmanaged
    {
        for (nint row = 0; row < count; row++) Sse.Prefetch0((byte*)(rows + row * size) + 2 * CacheLine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<T>(T value, T* target, bool accumulate)
        where T : unmanaged, INumberBase<T> => *target = accumulate ? *target + value : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<float> value, float* target, bool accumulate) =>
        (accumulate ? Vector256.Load(target) + value : value).Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<double> value, double* target, bool accumulate) =>
        (accumulate ? Vector256.Load(target) + value : value).Store(target);

    // The halves of a vector belong to rows that are four apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather8By4(float* rows, nint size, float* tile, nint line)
    {
        Vector256<float> a = Halves(rows, 4 * size);
        Vector256<float> b = Halves(rows + size, 4 * size);
        Vector256<float> c = Halves(rows + 2 * size, 4 * size);
        Vector256<float> d = Halves(rows + 3 * size, 4 * size);
        RegisterTranspose.Halves(ref a, ref b, ref c, ref d);
        a.Store(tile);
        b.Store(tile + line);
        c.Store(tile + 2 * line);
        d.Store(tile + 3 * line);
    }

    // The halves of a vector belong to columns that are four apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter4By8(float* tile, nint line, float* rows, nint size, bool accumulate)
    {
        Vector256<float> a = Halves(tile, 4 * line);
        Vector256<float> b = Halves(tile + line, 4 * line);
        Vector256<float> c = Halves(tile + 2 * line, 4 * line);
        Vector256<float> d = Halves(tile + 3 * line, 4 * line);
        RegisterTranspose.Halves(ref a, ref b, ref c, ref d);
        Put(a, rows, accumulate);
        Put(b, rows + size, accumulate);
        Put(c, rows + 2 * size, accumulate);
        Put(d, rows + 3 * size, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Halves(float* source, nint distance) =>
        Vector256.Create(Vector128.Load(source), Vector128.Load(source + distance));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather4By4(double* rows, nint size, double* tile, nint line)
    {
        Vector256<double> a = Vector256.Load(rows);
        Vector256<double> b = Vector256.Load(rows + size);
        Vector256<double> c = Vector256.Load(rows + 2 * size);
        Vector256<double> d = Vector256.Load(rows + 3 * size);
        RegisterTranspose.Block(ref a, ref b, ref c, ref d);
        a.Store(tile);
        b.Store(tile + line);
        c.Store(tile + 2 * line);
        d.Store(tile + 3 * line);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter4By4(double* tile, nint line, double* rows, nint size, bool accumulate)
    {
        Vector256<double> a = Vector256.Load(tile);
        Vector256<double> b = Vector256.Load(tile + line);
        Vector256<double> c = Vector256.Load(tile + 2 * line);
        Vector256<double> d = Vector256.Load(tile + 3 * line);
        RegisterTranspose.Block(ref a, ref b, ref c, ref d);
        Put(a, rows, accumulate);
        Put(b, rows + size, accumulate);
        Put(c, rows + 2 * size, accumulate);
        Put(d, rows + 3 * size, accumulate);
    }
}
