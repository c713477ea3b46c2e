using System.Runtime.Intrinsics;

namespace Reps.Kernels.Simd;

/// <summary>The vectors that this machine computes with.</summary>
public static class Widths
{
    /// <summary>The number of bits of the widest accelerated vector: 512, 256, 128, or 0 without any.</summary>
    public static int Widest =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;
}
