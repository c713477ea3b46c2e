using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Harmonics;

/// <summary>
/// Between the two layouts of a block of points: a vector for each component, as it is computed, and a row for each point, as features
/// are stored. A column of the rows belongs to the vector at its place.
/// </summary>
internal static class LaneTranspose
{
    private const int Line = 64;

    /// <summary>rows[point, column] = lanes[places[column], point].</summary>
    /// <param name="lanes">The vectors.</param>
    /// <param name="places">Where the vector of each column begins.</param>
    /// <param name="rows">The first row.</param>
    /// <param name="stride">The distance of rows.</param>
    /// <param name="count">The number of points, at most the width of a vector.</param>
    /// <param name="announce">Whether to announce the rows of the next block: it pays when they are not in the caches.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Store<S, V, T>(ref T lanes, ReadOnlySpan<int> places, ref T rows, nint stride, int count, bool announce)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (announce) Announce(ref Unsafe.Add(ref rows, S.Count * stride), stride, S.Count, places.Length);
        if (typeof(T) == typeof(float) && Avx.IsSupported && S.Count % 8 == 0 && count == S.Count && places.Length >= 8)
        {
            for (int point = 0; point < count; point += 8)
                Store8(
                    ref Unsafe.As<T, float>(ref Unsafe.Add(ref lanes, point)),
                    places,
                    ref Unsafe.As<T, float>(ref Unsafe.Add(ref rows, point * stride)),
                    stride
                );
            return;
        }
        (int tall, int wide) = Sides<S, V, T>(places.Length, count);
        if (wide == 1)
        {
            for (int point = 0; point < count; point++)
            for (int column = 0; column < places.Length; column++)
                Unsafe.Add(ref rows, point * stride + column) = Unsafe.Add(ref lanes, places[column] + point);
            return;
        }
        for (int point = 0; point < count; point += tall)
        for (int column = 0; column < places.Length; column += wide)
        {
            // The last block begins earlier and writes some columns again, rather than being a special case.
            int first = Math.Min(column, places.Length - wide);
            ref T target = ref Unsafe.Add(ref rows, point * stride + first);
            ref int place = ref Unsafe.AsRef(in places[first]);
            ref T source = ref Unsafe.Add(ref lanes, point);
            if (typeof(T) == typeof(double)) Store4(ref Unsafe.As<T, double>(ref source), ref place, ref Unsafe.As<T, double>(ref target), stride);
            else if (tall == 8) Store8By4(ref Unsafe.As<T, float>(ref source), ref place, ref Unsafe.As<T, float>(ref target), stride);
            else Store4(ref Unsafe.As<T, float>(ref source), ref place, ref Unsafe.As<T, float>(ref target), stride);
        }
    }

    /// <summary>Eight columns from vectors: rows[point, 0] = a[point], …, rows[point, 7] = h[point].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<S, V, T>(V a, V b, V c, V d, V e, V f, V g, V h, ref T rows, nint stride, int count)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(V) == typeof(Vector256<float>) && Avx.IsSupported && count == S.Count)
            Store8(
                Unsafe.BitCast<V, Vector256<float>>(a),
                Unsafe.BitCast<V, Vector256<float>>(b),
                Unsafe.BitCast<V, Vector256<float>>(c),
                Unsafe.BitCast<V, Vector256<float>>(d),
                Unsafe.BitCast<V, Vector256<float>>(e),
                Unsafe.BitCast<V, Vector256<float>>(f),
                Unsafe.BitCast<V, Vector256<float>>(g),
                Unsafe.BitCast<V, Vector256<float>>(h),
                ref Unsafe.As<T, float>(ref rows),
                stride
            );
        else StoreLanes<S, V, T>(a, b, c, d, e, f, g, h, ref rows, stride, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreLanes<S, V, T>(V a, V b, V c, V d, V e, V f, V g, V h, ref T rows, nint stride, int count)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<int> places = [0, S.Count, 2 * S.Count, 3 * S.Count, 4 * S.Count, 5 * S.Count, 6 * S.Count, 7 * S.Count];
        Eight<V> lanes = default;
        lanes[0] = a;
        lanes[1] = b;
        lanes[2] = c;
        lanes[3] = d;
        lanes[4] = e;
        lanes[5] = f;
        lanes[6] = g;
        lanes[7] = h;
        Store<S, V, T>(ref Unsafe.As<Eight<V>, T>(ref lanes), places, ref rows, stride, count, false);
    }

    /// <summary>lanes[places[column], point] += rows[point, column].</summary>
    /// <param name="rows">The first row.</param>
    /// <param name="stride">The distance of rows.</param>
    /// <param name="count">The number of points, at most the width of a vector.</param>
    /// <param name="places">Where the vector of each column begins.</param>
    /// <param name="lanes">The vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<S, V, T>(ref T rows, nint stride, int count, ReadOnlySpan<int> places, ref T lanes)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int tall, int wide) = Sides<S, V, T>(places.Length, count);
        int blocked = wide == 1 ? 0 : places.Length / wide * wide;
        for (int point = 0; point < count && blocked > 0; point += tall)
        for (int column = 0; column < blocked; column += wide)
        {
            ref T source = ref Unsafe.Add(ref rows, point * stride + column);
            ref int place = ref Unsafe.AsRef(in places[column]);
            ref T target = ref Unsafe.Add(ref lanes, point);
            if (typeof(T) == typeof(double)) Add4(ref Unsafe.As<T, double>(ref source), stride, ref place, ref Unsafe.As<T, double>(ref target));
            else if (tall == 8) Add8By4(ref Unsafe.As<T, float>(ref source), stride, ref place, ref Unsafe.As<T, float>(ref target));
            else Add4(ref Unsafe.As<T, float>(ref source), stride, ref place, ref Unsafe.As<T, float>(ref target));
        }
        for (int point = 0; point < count; point++)
        for (int column = blocked; column < places.Length; column++)
            Unsafe.Add(ref lanes, places[column] + point) += Unsafe.Add(ref rows, point * stride + column);
    }

    /// <summary>Asks for rows that will be written soon. It is a hint: beyond the last row it does nothing.</summary>
    public static unsafe void Announce<T>(ref T rows, nint stride, int count, int columns)
        where T : unmanaged
    {
        if (!Sse.IsSupported) return;
        for (int row = 0; row < count; row++)
        for (int column = 0; column < columns; column += Line / sizeof(T))
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref rows, row * stride + column)));
    }

    // The points and columns of the blocks that are transposed in registers; one column where there are none.
    private static (int Tall, int Wide) Sides<S, V, T>(int columns, int count)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        if (count < S.Count || columns < 4 || S.Count < 4) return (1, 1);
        if (typeof(T) == typeof(double)) return Avx.IsSupported ? (4, 4) : (1, 1);
        if (Avx.IsSupported && S.Count >= 8) return (8, 4);
        return Sse.IsSupported || AdvSimd.Arm64.IsSupported ? (4, 4) : (1, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Store8(ref float source, ReadOnlySpan<int> places, ref float target, nint stride)
    {
        int last = places.Length - 8;
        ref int place = ref MemoryMarshal.GetReference(places);
        for (int column = 0; ; column += 8)
        {
            // The last block begins earlier and writes some columns again, rather than being a special case.
            if (column > last) column = last;
            Store8By8(ref source, ref Unsafe.Add(ref place, column), ref Unsafe.Add(ref target, column), stride);
            if (column == last) return;
        }
    }

    // Halves are put together as they are read, which costs less than exchanging them in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store8By8(ref float source, ref int places, ref float target, nint stride)
    {
        Store4By8(ref source, ref places, ref target, stride);
        Store4By8(ref Unsafe.Add(ref source, 4), ref places, ref Unsafe.Add(ref target, 4 * stride), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4By8(ref float source, ref int places, ref float target, nint stride)
    {
        Vector256<float> a = Halves(ref source, ref places, 0);
        Vector256<float> b = Halves(ref source, ref places, 1);
        Vector256<float> c = Halves(ref source, ref places, 2);
        Vector256<float> d = Halves(ref source, ref places, 3);
        RegisterTranspose.Halves(ref a, ref b, ref c, ref d);
        a.StoreUnsafe(ref target);
        b.StoreUnsafe(ref Unsafe.Add(ref target, stride));
        c.StoreUnsafe(ref Unsafe.Add(ref target, 2 * stride));
        d.StoreUnsafe(ref Unsafe.Add(ref target, 3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Halves(ref float source, ref int places, int column) =>
        Vector256.Create(
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, Unsafe.Add(ref places, column))),
            Vector128.LoadUnsafe(ref Unsafe.Add(ref source, Unsafe.Add(ref places, column + 4)))
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store8(
        Vector256<float> a,
        Vector256<float> b,
        Vector256<float> c,
        Vector256<float> d,
        Vector256<float> e,
        Vector256<float> f,
        Vector256<float> g,
        Vector256<float> h,
        ref float target,
        nint stride
    )
    {
        RegisterTranspose.Halves(ref a, ref b, ref c, ref d);
        RegisterTranspose.Halves(ref e, ref f, ref g, ref h);
        ref float half = ref Unsafe.Add(ref target, 4 * stride);
        StorePair(a, e, ref target, ref half);
        StorePair(b, f, ref Unsafe.Add(ref target, stride), ref Unsafe.Add(ref half, stride));
        StorePair(c, g, ref Unsafe.Add(ref target, 2 * stride), ref Unsafe.Add(ref half, 2 * stride));
        StorePair(d, h, ref Unsafe.Add(ref target, 3 * stride), ref Unsafe.Add(ref half, 3 * stride));
    }

    // Columns 0 to 3 and 4 to 7 of one point in the lower halves, and of another in the upper ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(Vector256<float> left, Vector256<float> right, ref float first, ref float second)
    {
        Avx.Permute2x128(left, right, 0x20).StoreUnsafe(ref first);
        Avx.Permute2x128(left, right, 0x31).StoreUnsafe(ref second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Place(ref float source, ref int places, int column) =>
        Vector256.LoadUnsafe(ref Unsafe.Add(ref source, Unsafe.Add(ref places, column)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(ref float target, ref int places, int column, Vector256<float> value)
    {
        ref float place = ref Unsafe.Add(ref target, Unsafe.Add(ref places, column));
        (Vector256.LoadUnsafe(ref place) + value).StoreUnsafe(ref place);
    }

    // Four columns of eight points: the halves of a vector belong to different rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store8By4(ref float source, ref int places, ref float target, nint stride)
    {
        Vector256<float> a = Place(ref source, ref places, 0);
        Vector256<float> b = Place(ref source, ref places, 1);
        Vector256<float> c = Place(ref source, ref places, 2);
        Vector256<float> d = Place(ref source, ref places, 3);
        RegisterTranspose.Halves(ref a, ref b, ref c, ref d);
        StoreHalves(a, ref target, stride);
        StoreHalves(b, ref Unsafe.Add(ref target, stride), stride);
        StoreHalves(c, ref Unsafe.Add(ref target, 2 * stride), stride);
        StoreHalves(d, ref Unsafe.Add(ref target, 3 * stride), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add8By4(ref float source, nint stride, ref int places, ref float target)
    {
        Vector256<float> a = LoadHalves(ref source, stride);
        Vector256<float> b = LoadHalves(ref Unsafe.Add(ref source, stride), stride);
        Vector256<float> c = LoadHalves(ref Unsafe.Add(ref source, 2 * stride), stride);
        Vector256<float> d = LoadHalves(ref Unsafe.Add(ref source, 3 * stride), stride);
        RegisterTranspose.Halves(ref a, ref b, ref c, ref d);
        AddTo(ref target, ref places, 0, a);
        AddTo(ref target, ref places, 1, b);
        AddTo(ref target, ref places, 2, c);
        AddTo(ref target, ref places, 3, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(Vector256<float> value, ref float target, nint stride)
    {
        value.GetLower().StoreUnsafe(ref target);
        value.GetUpper().StoreUnsafe(ref Unsafe.Add(ref target, 4 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LoadHalves(ref float source, nint stride) =>
        Vector256.Create(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 4 * stride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4(ref float source, ref int places, ref float target, nint stride)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, places));
        Vector128<float> b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, Unsafe.Add(ref places, 1)));
        Vector128<float> c = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, Unsafe.Add(ref places, 2)));
        Vector128<float> d = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, Unsafe.Add(ref places, 3)));
        RegisterTranspose.Block(ref a, ref b, ref c, ref d);
        a.StoreUnsafe(ref target);
        b.StoreUnsafe(ref Unsafe.Add(ref target, stride));
        c.StoreUnsafe(ref Unsafe.Add(ref target, 2 * stride));
        d.StoreUnsafe(ref Unsafe.Add(ref target, 3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add4(ref float source, nint stride, ref int places, ref float target)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref source);
        Vector128<float> b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, stride));
        Vector128<float> c = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * stride));
        Vector128<float> d = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * stride));
        RegisterTranspose.Block(ref a, ref b, ref c, ref d);
        AddTo(ref target, ref places, 0, a);
        AddTo(ref target, ref places, 1, b);
        AddTo(ref target, ref places, 2, c);
        AddTo(ref target, ref places, 3, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(ref float target, ref int places, int column, Vector128<float> value)
    {
        ref float place = ref Unsafe.Add(ref target, Unsafe.Add(ref places, column));
        (Vector128.LoadUnsafe(ref place) + value).StoreUnsafe(ref place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4(ref double source, ref int places, ref double target, nint stride)
    {
        Vector256<double> a = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, places));
        Vector256<double> b = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, Unsafe.Add(ref places, 1)));
        Vector256<double> c = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, Unsafe.Add(ref places, 2)));
        Vector256<double> d = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, Unsafe.Add(ref places, 3)));
        RegisterTranspose.Block(ref a, ref b, ref c, ref d);
        a.StoreUnsafe(ref target);
        b.StoreUnsafe(ref Unsafe.Add(ref target, stride));
        c.StoreUnsafe(ref Unsafe.Add(ref target, 2 * stride));
        d.StoreUnsafe(ref Unsafe.Add(ref target, 3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add4(ref double source, nint stride, ref int places, ref double target)
    {
        Vector256<double> a = Vector256.LoadUnsafe(ref source);
        Vector256<double> b = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, stride));
        Vector256<double> c = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 2 * stride));
        Vector256<double> d = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 3 * stride));
        RegisterTranspose.Block(ref a, ref b, ref c, ref d);
        AddTo(ref target, ref places, 0, a);
        AddTo(ref target, ref places, 1, b);
        AddTo(ref target, ref places, 2, c);
        AddTo(ref target, ref places, 3, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(ref double target, ref int places, int column, Vector256<double> value)
    {
        ref double place = ref Unsafe.Add(ref target, Unsafe.Add(ref places, column));
        (Vector256.LoadUnsafe(ref place) + value).StoreUnsafe(ref place);
    }

    [InlineArray(8)]
    private struct Eight<V>
    {
        private V _first;
    }
}
