using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps;

/// <summary>
/// c·z/(1 + e^−z), with c such that its square has mean one for normally distributed z: e3nn's normalize2mom(silu), whose constant is an
/// average over samples instead. With derivatives of two orders.
/// </summary>
internal static class NormalizedSilu
{
    /// <summary>c = E[silu(z)²]^(−1/2).</summary>
    public static double Scale { get; } = Integrate();

    /// <summary>Values from arguments. Counts are multiples of the width here and below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<S, V, T>(ref T arguments, ref T values, int count, double factor)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V scale = S.Broadcast(T.CreateTruncating(factor));
        for (int n = 0; n <= count - S.Count; n += S.Count)
        {
            V z = S.Load(ref arguments, n);
            S.Store(S.Multiply(S.Multiply(scale, z), Sigmoid<S, V, T>(z)), ref values, n);
        }
    }

    /// <summary>Multiplies gradients by the values into gradients by the arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<S, V, T>(ref T arguments, ref T gradients, int count, double factor)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V scale = S.Broadcast(T.CreateTruncating(factor));
        for (int n = 0; n <= count - S.Count; n += S.Count)
            S.Store(S.Multiply(S.Load(ref gradients, n), S.Multiply(scale, Slope<S, V, T>(S.Load(ref arguments, n)))), ref gradients, n);
    }

    /// <summary>
    /// Carries gradients back through t′ = f′(z)·t and f(z): the gradient by t′ becomes that by t, and the gradient by f(z) becomes that
    /// by z, to which t′ contributes f″(z)·t times its gradient.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Second<S, V, T>(ref T arguments, ref T tangents, ref T byTangents, ref T byValues, int count, double factor)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V scale = S.Broadcast(T.CreateTruncating(factor));
        V one = S.Broadcast(T.One);
        V two = S.Broadcast(T.One + T.One);
        for (int n = 0; n <= count - S.Count; n += S.Count)
        {
            V z = S.Load(ref arguments, n);
            V sigmoid = Sigmoid<S, V, T>(z);
            V rest = S.Subtract(one, sigmoid);
            // f″ = σ(1 − σ)(2 + z(1 − 2σ)), f′ = σ(1 + z(1 − σ)).
            V bend = S.Multiply(S.Multiply(sigmoid, rest), S.FusedMultiplyAdd(z, S.Subtract(rest, sigmoid), two));
            V slope = S.Multiply(scale, S.Multiply(sigmoid, S.FusedMultiplyAdd(z, rest, one)));
            V byTangent = S.Load(ref byTangents, n);
            V bent = S.Multiply(S.Multiply(scale, bend), S.Multiply(byTangent, S.Load(ref tangents, n)));
            S.Store(S.FusedMultiplyAdd(slope, S.Load(ref byValues, n), bent), ref byValues, n);
            S.Store(S.Multiply(slope, byTangent), ref byTangents, n);
        }
    }

    // σ(z) = 1/(1 + e^−z): for z far below zero the exponential is infinite and the result zero, as it should be.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Sigmoid<S, V, T>(V z)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V one = S.Broadcast(T.One);
        return S.Divide(one, S.Add(one, S.Exp(S.Subtract(S.Zero, z))));
    }

    // σ(1 + z(1 − σ)).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Slope<S, V, T>(V z)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        V one = S.Broadcast(T.One);
        V sigmoid = Sigmoid<S, V, T>(z);
        return S.Multiply(sigmoid, S.FusedMultiplyAdd(z, S.Subtract(one, sigmoid), one));
    }

    // The trapezoidal rule on an even grid converges exponentially for a smooth function that vanishes on both sides.
    private static double Integrate()
    {
        const double Step = 1.0 / 32;
        double sum = 0;
        for (int n = -40 * 32; n <= 40 * 32; n++)
        {
            double z = n * Step;
            double silu = z / (1 + Math.Exp(-z));
            sum += silu * silu * Math.Exp(-z * z / 2);
        }
        return 1 / Math.Sqrt(sum * Step / Math.Sqrt(2 * Math.PI));
    }
}
