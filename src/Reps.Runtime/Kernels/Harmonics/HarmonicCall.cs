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

    /// <summary>The number of rows of the whole batch, of which these may be a part.</summary>
    public int Batch { get; init; } = rows;

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

    /// <summary>Some of the rows.</summary>
    public readonly HarmonicCall<T> Slice(int start, int count) =>
        new(Segments, Normalization, Normalize, Constants, Dim, count)
        {
            Batch = Batch,
            Vectors = Vectors.Slice(3 * start, 3 * count),
            GradOutput = Part(GradOutput, Dim, start, count),
            Cotangent = Part(Cotangent, 3, start, count),
            Output = Part(Output, Dim, start, count),
            Jacobian = Part(Jacobian, 3 * Dim, start, count),
            GradVectors = Part(GradVectors, 3, start, count),
            GradGradOutput = Part(GradGradOutput, Dim, start, count),
        };

    private static ReadOnlySpan<T> Part(ReadOnlySpan<T> rows, int dim, int start, int count) => rows.IsEmpty ? rows : rows.Slice(dim * start, dim * count);

    private static Span<T> Part(Span<T> rows, int dim, int start, int count) => rows.IsEmpty ? rows : rows.Slice(dim * start, dim * count);
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
        if (Vector512.IsHardwareAccelerated && call.Rows > 8) HarmonicJob<TPass, Single512, Vector512<float>, float>.Run(ref call);
        else if (Vector256.IsHardwareAccelerated && call.Rows > 4) HarmonicJob<TPass, Single256, Vector256<float>, float>.Run(ref call);
        else if (Vector128.IsHardwareAccelerated && call.Rows > 1) HarmonicJob<TPass, Single128, Vector128<float>, float>.Run(ref call);
        else HarmonicJob<TPass, Single1, float, float>.Run(ref call);
    }

    private static void Run<TPass>(ref HarmonicCall<double> call)
        where TPass : struct, IHarmonicPass
    {
        if (Vector512.IsHardwareAccelerated && call.Rows > 4) HarmonicJob<TPass, Double512, Vector512<double>, double>.Run(ref call);
        else if (Vector256.IsHardwareAccelerated && call.Rows > 2) HarmonicJob<TPass, Double256, Vector256<double>, double>.Run(ref call);
        else if (Vector128.IsHardwareAccelerated && call.Rows > 1) HarmonicJob<TPass, Double128, Vector128<double>, double>.Run(ref call);
        else HarmonicJob<TPass, Double1, double, double>.Run(ref call);
    }
}
