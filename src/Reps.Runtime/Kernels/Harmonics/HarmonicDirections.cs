using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Harmonics;

/// <summary>
/// From derivatives by the direction u = v/|v|, as if it were free, to derivatives by the vector v, for a block of points. With
/// P = 1 − u uᵀ, du = P dv / |v|. For a vector that counts as zero, u and 1/|v| are zero, and so is everything here.
/// </summary>
internal static class HarmonicDirections
{
    /// <summary>g becomes P g / |v|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient<S, V, T>(ref T point, ref T gradient)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V along = Dot<S, V, T>(ref point, ref gradient);
        V inverse = S.Load(ref point, 3 * S.Count);
        for (int axis = 0; axis < 3; axis++)
        {
            V across = S.Subtract(S.Load(ref gradient, axis * S.Count), S.Multiply(along, S.Load(ref point, axis * S.Count)));
            S.Store(S.Multiply(across, inverse), ref gradient, axis * S.Count);
        }
    }

    /// <summary>P t and P t / |v|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Project<S, V, T>(ref T point, ref T cotangent, ref T projected, ref T scaled)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V along = Dot<S, V, T>(ref point, ref cotangent);
        V inverse = S.Load(ref point, 3 * S.Count);
        for (int axis = 0; axis < 3; axis++)
        {
            V across = S.Subtract(S.Load(ref cotangent, axis * S.Count), S.Multiply(along, S.Load(ref point, axis * S.Count)));
            S.Store(across, ref projected, axis * S.Count);
            S.Store(S.Multiply(across, inverse), ref scaled, axis * S.Count);
        }
    }

    /// <summary>
    /// The gradient of t·P g(u)/|v| by v: (P h − (u·g) P t − (t·P g) u − (u·t) P g) / |v|², with h the derivative of g along P t, which
    /// is overwritten.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Curvature<S, V, T>(ref T point, ref T cotangent, ref T projected, ref T gradient, ref T curvature)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V alongGradient = Dot<S, V, T>(ref point, ref gradient);
        V alongCotangent = Dot<S, V, T>(ref point, ref cotangent);
        V inverse = S.Load(ref point, 3 * S.Count);
        V inward = S.Add(Dot<S, V, T>(ref point, ref curvature), Dot<S, V, T>(ref projected, ref gradient));
        for (int axis = 0; axis < 3; axis++)
        {
            int at = axis * S.Count;
            V u = S.Load(ref point, at);
            V across = S.Subtract(S.Load(ref gradient, at), S.Multiply(alongGradient, u));
            V sum = S.FusedMultiplyAdd(inward, u, S.Multiply(alongCotangent, across));
            sum = S.FusedMultiplyAdd(alongGradient, S.Load(ref projected, at), sum);
            V difference = S.Subtract(S.Load(ref curvature, at), sum);
            S.Store(S.Multiply(S.Multiply(difference, inverse), inverse), ref curvature, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Dot<S, V, T>(ref T left, ref T right)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged
    {
        V sum = S.Multiply(S.Load(ref left, 2 * S.Count), S.Load(ref right, 2 * S.Count));
        sum = S.FusedMultiplyAdd(S.Load(ref left, S.Count), S.Load(ref right, S.Count), sum);
        return S.FusedMultiplyAdd(S.Load(ref left, 0), S.Load(ref right, 0), sum);
    }
}
