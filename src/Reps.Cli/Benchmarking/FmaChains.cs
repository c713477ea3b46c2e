using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Reps.Kernels.Simd;

namespace Reps.Benchmarking;

/// <summary>Fused multiplications and additions in as many independent chains as keep every unit busy.</summary>
internal static class FmaChains
{
    private const int Chains = 12;
    private const int Steps = 50_000;

    /// <summary>Operations of one call of <see cref="Float"/>.</summary>
    public static double FloatFlops => 2.0 * Chains * Steps * (Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4);

    /// <summary>Operations of one call of <see cref="Double"/>.</summary>
    public static double DoubleFlops => FloatFlops / 2;

    /// <summary>Runs the chains in the widest vectors of float.</summary>
    public static float Float() =>
        Vector512.IsHardwareAccelerated ? Run<Single512, Vector512<float>, float>(1e-9f)
        : Vector256.IsHardwareAccelerated ? Run<Single256, Vector256<float>, float>(1e-9f)
        : Run<Single128, Vector128<float>, float>(1e-9f);

    /// <summary>Runs the chains in the widest vectors of double.</summary>
    public static double Double() =>
        Vector512.IsHardwareAccelerated ? Run<Double512, Vector512<double>, double>(1e-9)
        : Vector256.IsHardwareAccelerated ? Run<Double256, Vector256<double>, double>(1e-9)
        : Run<Double128, Vector128<double>, double>(1e-9);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Run<TLanes, V, T>(T small)
        where TLanes : ILanes<V, T>
        where T : INumberBase<T>
    {
        V m = TLanes.Broadcast(T.One - small);
        V b = TLanes.Broadcast(small);
        (V a0, V a1, V a2, V a3, V a4, V a5) = (b, b, b, b, b, b);
        (V a6, V a7, V a8, V a9, V a10, V a11) = (m, m, m, m, m, m);
        for (int step = 0; step < Steps; step++)
        {
            a0 = TLanes.FusedMultiplyAdd(a0, m, b);
            a1 = TLanes.FusedMultiplyAdd(a1, m, b);
            a2 = TLanes.FusedMultiplyAdd(a2, m, b);
            a3 = TLanes.FusedMultiplyAdd(a3, m, b);
            a4 = TLanes.FusedMultiplyAdd(a4, m, b);
            a5 = TLanes.FusedMultiplyAdd(a5, m, b);
            a6 = TLanes.FusedMultiplyAdd(a6, m, b);
            a7 = TLanes.FusedMultiplyAdd(a7, m, b);
            a8 = TLanes.FusedMultiplyAdd(a8, m, b);
            a9 = TLanes.FusedMultiplyAdd(a9, m, b);
            a10 = TLanes.FusedMultiplyAdd(a10, m, b);
            a11 = TLanes.FusedMultiplyAdd(a11, m, b);
        }
        V sum = TLanes.Add(TLanes.Add(TLanes.Add(a0, a1), TLanes.Add(a2, a3)), TLanes.Add(TLanes.Add(a4, a5), TLanes.Add(a6, a7)));
        return TLanes.Sum(TLanes.Add(sum, TLanes.Add(TLanes.Add(a8, a9), TLanes.Add(a10, a11))));
    }
}
