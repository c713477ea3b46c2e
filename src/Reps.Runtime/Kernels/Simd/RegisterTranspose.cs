using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Reps.Kernels.Simd;

/// <summary>Exchanges rows and columns of blocks of numbers in registers.</summary>
internal static class RegisterTranspose
{
    /// <summary>Transposes a 4x4 block in each half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Halves(ref Vector256<float> a, ref Vector256<float> b, ref Vector256<float> c, ref Vector256<float> d)
    {
        (a, b) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
        (c, d) = (Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        (a, c) = (Avx.Shuffle(a, c, 0x44), Avx.Shuffle(a, c, 0xEE));
        (b, d) = (Avx.Shuffle(b, d, 0x44), Avx.Shuffle(b, d, 0xEE));
        (b, c) = (c, b);
    }

    /// <summary>Transposes a 4x4 block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(ref Vector128<float> a, ref Vector128<float> b, ref Vector128<float> c, ref Vector128<float> d)
    {
        (a, c) = (ZipLow(a, c), ZipHigh(a, c));
        (b, d) = (ZipLow(b, d), ZipHigh(b, d));
        (a, b, c, d) = (ZipLow(a, b), ZipHigh(a, b), ZipLow(c, d), ZipHigh(c, d));
    }

    /// <summary>Transposes a 4x4 block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block(ref Vector256<double> a, ref Vector256<double> b, ref Vector256<double> c, ref Vector256<double> d)
    {
        (a, b) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
        (c, d) = (Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        (a, c) = (Avx.Permute2x128(a, c, 0x20), Avx.Permute2x128(a, c, 0x31));
        (b, d) = (Avx.Permute2x128(b, d, 0x20), Avx.Permute2x128(b, d, 0x31));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackLow(left, right) : AdvSimd.Arm64.ZipLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackHigh(left, right) : AdvSimd.Arm64.ZipHigh(left, right);
}
