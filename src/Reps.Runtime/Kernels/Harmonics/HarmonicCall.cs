using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Harmonics;

/// <summary>The checked arguments of one evaluation. Spans that a pass does not use are empty.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal ref struct HarmonicCall<T>(
    ReadOnlySpan<RepSegment> segments,
    HarmonicsNormalization normalization,
    bool normalize,
    ReadOnlySpan<double> constants,
    int dim,
    int rows
)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly ReadOnlySpan<RepSegment> Segments = segments;
    public readonly HarmonicsNormalization Normalization = normalization;
    public readonly bool Normalize = normalize;
    public readonly ReadOnlySpan<double> Constants = constants;
    public readonly int Dim = dim;
    public readonly int Rows = rows;

    public ReadOnlySpan<T> Vectors { get; init; }

    public ReadOnlySpan<T> GradOutput { get; init; }

    public ReadOnlySpan<T> Cotangent { get; init; }

    public Span<T> Output { get; init; }

    public Span<T> Jacobian { get; init; }

    public Span<T> GradVectors { get; init; }

    public Span<T> GradGradOutput { get; init; }

    /// <summary>The largest degree.</summary>
    public readonly int Degree
    {
        get
        {
            int degree = 0;
            foreach (RepSegment segment in Segments) degree = Math.Max(degree, segment.TwoJ / 2);
            return degree;
        }
    }
}

/// <summary>What is done with each block of points.</summary>
internal interface IHarmonicPass
{
    static abstract void Run<S, V, T>(in HarmonicCall<T> call)
        where S : struct, ILanes<V, T>
        where V : struct
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>Chooses the vector width. Results do not depend on it: every width does the same operations in the same order.</summary>
internal static class HarmonicWidth
{
    public static void Run<TPass, T>(ref HarmonicCall<T> call)
        where TPass : struct, IHarmonicPass
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (call.Rows == 0) return;
        if (typeof(T) == typeof(float)) Run<TPass>(ref Unsafe.As<HarmonicCall<T>, HarmonicCall<float>>(ref call));
        else if (typeof(T) == typeof(double)) Run<TPass>(ref Unsafe.As<HarmonicCall<T>, HarmonicCall<double>>(ref call));
        else throw new NotSupportedException($"Spherical harmonics are evaluated in float and double, not in {typeof(T).Name}.");
    }

    private static void Run<TPass>(ref HarmonicCall<float> call)
        where TPass : struct, IHarmonicPass
    {
        if (Vector512.IsHardwareAccelerated && call.Rows > 8) TPass.Run<Single512, Vector512<float>, float>(call);
        else if (Vector256.IsHardwareAccelerated && call.Rows > 4) TPass.Run<Single256, Vector256<float>, float>(call);
        else if (Vector128.IsHardwareAccelerated && call.Rows > 1) TPass.Run<Single128, Vector128<float>, float>(call);
        else TPass.Run<Single1, float, float>(call);
    }

    private static void Run<TPass>(ref HarmonicCall<double> call)
        where TPass : struct, IHarmonicPass
    {
        if (Vector512.IsHardwareAccelerated && call.Rows > 4) TPass.Run<Double512, Vector512<double>, double>(call);
        else if (Vector256.IsHardwareAccelerated && call.Rows > 2) TPass.Run<Double256, Vector256<double>, double>(call);
        else if (Vector128.IsHardwareAccelerated && call.Rows > 1) TPass.Run<Double128, Vector128<double>, double>(call);
        else TPass.Run<Double1, double, double>(call);
    }
}
