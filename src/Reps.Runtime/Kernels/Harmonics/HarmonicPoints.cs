using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Harmonics;

/// <summary>Blocks of vectors in three dimensions: [points, 3] in memory; x, y and z of all points while they are worked on.</summary>
internal static class HarmonicPoints
{
    // Vectors shorter than this are taken as zero. e3nn divides them by this length instead, so that its values fade to the same zero.
    private const double SmallestLength = 1e-12;

    /// <summary>Reads vectors as x, y, z; places beyond the last vector become zero.</summary>
    public static void Load<S, V, T>(ref T vectors, int count, ref T point)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        if (typeof(T) == typeof(float) && Avx.IsSupported && count == S.Count && S.Count % 8 == 0)
        {
            for (int k = 0; k < S.Count; k += 8)
                Load8(ref Unsafe.As<T, float>(ref Unsafe.Add(ref vectors, 3 * k)), ref Unsafe.As<T, float>(ref Unsafe.Add(ref point, k)), S.Count);
        }
        else if (typeof(T) == typeof(double) && Avx.IsSupported && count == S.Count && S.Count % 4 == 0)
        {
            for (int k = 0; k < S.Count; k += 4)
                Load4(ref Unsafe.As<T, double>(ref Unsafe.Add(ref vectors, 3 * k)), ref Unsafe.As<T, double>(ref Unsafe.Add(ref point, k)), S.Count);
        }
        else
        {
            for (int k = 0; k < S.Count; k++)
            for (int axis = 0; axis < 3; axis++)
                Unsafe.Add(ref point, axis * S.Count + k) = k < count ? Unsafe.Add(ref vectors, 3 * k + axis) : default;
        }
    }

    /// <summary>Writes x, y, z as vectors.</summary>
    public static void Store<S, V, T>(ref T point, int count, ref T vectors)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        for (int k = 0; k < count; k++)
        {
            Unsafe.Add(ref vectors, 3 * k) = Unsafe.Add(ref point, k);
            Unsafe.Add(ref vectors, 3 * k + 1) = Unsafe.Add(ref point, S.Count + k);
            Unsafe.Add(ref vectors, 3 * k + 2) = Unsafe.Add(ref point, 2 * S.Count + k);
        }
    }

    /// <summary>
    /// Divides vectors by their lengths and keeps the inverse lengths behind z. A vector that is as good as zero has no direction: it and
    /// its inverse length become zero, so that Y of degree 0 is constant, the others are zero, and so are all derivatives.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalize<S, V, T>(ref T point)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V x = S.Load(ref point, 0);
        V y = S.Load(ref point, S.Count);
        V z = S.Load(ref point, 2 * S.Count);
        // A power of two keeps the squares of the largest numbers finite. Squares that vanish belong to vectors that count as zero.
        double limit = typeof(T) == typeof(float) ? 1.329227995784916e36 : 1.0715086071862673e301;
        double small = typeof(T) == typeof(float) ? 8.470329472543003e-22 : 2.409919865102884e-181;
        V squared = Squared<S, V, T>(x, y, z);
        V scale = S.SelectLess(S.Broadcast(T.CreateTruncating(limit)), squared, S.Broadcast(T.CreateTruncating(small)), S.Broadcast(T.One));
        (x, y, z) = (S.Multiply(x, scale), S.Multiply(y, scale), S.Multiply(z, scale));
        V length = S.Sqrt(Squared<S, V, T>(x, y, z));
        V smallest = S.Broadcast(T.CreateTruncating(SmallestLength));
        V inverse = S.SelectLess(length, smallest, S.Zero, S.Divide(S.Broadcast(T.One), length));
        S.Store(S.Multiply(x, inverse), ref point, 0);
        S.Store(S.Multiply(y, inverse), ref point, S.Count);
        S.Store(S.Multiply(z, inverse), ref point, 2 * S.Count);
        S.Store(S.Multiply(scale, inverse), ref point, 3 * S.Count);
    }

    /// <summary>Takes the directions of vectors as they are: the inverse lengths become one.</summary>
    public static void Keep<S, V, T>(ref T point)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T> => S.Store(S.Broadcast(T.One), ref point, 3 * S.Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Squared<S, V, T>(V x, V y, V z)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged => S.FusedMultiplyAdd(x, x, S.FusedMultiplyAdd(y, y, S.Multiply(z, z)));

    // x0 y0 z0 x1 | y1 z1 x2 y2 | z2 x3 y3 z3 in each half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load8(ref float vectors, ref float point, int width)
    {
        Vector256<float> a = Halves(ref vectors, 0);
        Vector256<float> b = Halves(ref vectors, 4);
        Vector256<float> c = Halves(ref vectors, 8);
        Vector256<float> upper = Avx.Shuffle(b, c, 0b10_01_11_10);
        Vector256<float> lower = Avx.Shuffle(a, b, 0b01_00_10_01);
        Avx.Shuffle(a, upper, 0b10_00_11_00).StoreUnsafe(ref point);
        Avx.Shuffle(lower, upper, 0b11_01_10_00).StoreUnsafe(ref point, (nuint)width);
        Avx.Shuffle(lower, c, 0b11_00_11_01).StoreUnsafe(ref point, 2 * (nuint)width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Halves(ref float vectors, nuint offset) =>
        Vector256.Create(Vector128.LoadUnsafe(ref vectors, offset), Vector128.LoadUnsafe(ref vectors, offset + 12));

    // x0 y0 x2 y2 | z0 x1 z2 x3 | y1 z1 y3 z3
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load4(ref double vectors, ref double point, int width)
    {
        Vector256<double> a = Halves(ref vectors, 0);
        Vector256<double> b = Halves(ref vectors, 2);
        Vector256<double> c = Halves(ref vectors, 4);
        Avx.Shuffle(a, b, 0b1010).StoreUnsafe(ref point);
        Avx.Shuffle(a, c, 0b0101).StoreUnsafe(ref point, (nuint)width);
        Avx.Shuffle(b, c, 0b1010).StoreUnsafe(ref point, 2 * (nuint)width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Halves(ref double vectors, nuint offset) =>
        Vector256.Create(Vector128.LoadUnsafe(ref vectors, offset), Vector128.LoadUnsafe(ref vectors, offset + 6));
}
