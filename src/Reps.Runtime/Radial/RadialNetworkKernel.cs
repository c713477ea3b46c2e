using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Reps.Kernels.Execution;
using Reps.Kernels.Matrix;
using Reps.Kernels.Simd;

namespace Reps;

/// <summary>Cuts an evaluation of a <see cref="RadialNetwork"/> into parts and runs them.</summary>
internal static unsafe class RadialNetworkKernel
{
    // Weights are summed for each of so many parts at most, and the sums added in the order of the parts.
    private const int MostSums = 16;

    public static void Run<T>(ref RadialNetworkCall<T> call)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float)) Run(Unsafe.As<RadialNetworkCall<T>, RadialNetworkCall<float>>(ref call));
        else if (typeof(T) == typeof(double)) Run(Unsafe.As<RadialNetworkCall<T>, RadialNetworkCall<double>>(ref call));
        else throw new NotSupportedException($"Radial networks are evaluated in float and double, not in {typeof(T).Name}.");
    }

    /// <summary>One evaluation with one kind of vector.</summary>
    internal static void Run<S, V, TGemm, T>(in RadialNetworkCall<T> call)
        where S : struct, ILanes<V, T>
        where V : struct
        where TGemm : struct, IGemm<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool sums = !call.GradWeights.IsEmpty;
        int parts = (call.Rows + RadialNetworkJob<S, V, TGemm, T>.Chunk - 1) / RadialNetworkJob<S, V, TGemm, T>.Chunk;
        if (sums) parts = Math.Min(parts, MostSums);
        int count = call.Weights.Length;
        long used = Scratch.Used;
        try
        {
            fixed (int* sizes = call.Sizes)
            fixed (T* input = call.Input, weights = call.Weights, gradOutput = call.GradOutput)
            fixed (T* cotangentInput = call.CotangentInput, cotangentWeights = call.CotangentWeights)
            fixed (T* output = call.Output, gradInput = call.GradInput, gradWeights = call.GradWeights)
            {
                RadialNetworkJob<S, V, TGemm, T> job = new(call.Order, call.Scale, sizes, call.Sizes.Length - 1, call.Rows, parts)
                {
                    Input = input,
                    Weights = weights,
                    GradOutput = gradOutput,
                    CotangentInput = cotangentInput,
                    CotangentWeights = cotangentWeights,
                    Output = output,
                    GradInput = gradInput,
                    Transposed = call.Order > 0 ? Transpose(call.Sizes, weights, count) : null,
                    TransposedCotangent = cotangentWeights is not null ? Transpose(call.Sizes, cotangentWeights, count) : null,
                    Sums = sums ? Scratch.Rent<T>((long)parts * count) : null,
                    WeightCount = count,
                };
                KernelThreads.Run(ref job, parts);
                if (sums) PartialSums.Add(job.Sums, parts, gradWeights, count, accumulate: false);
            }
        }
        finally
        {
            Scratch.Used = used;
        }
    }

    private static void Run(in RadialNetworkCall<float> call)
    {
        if (Vector512.IsHardwareAccelerated)
            Run<Single512, Vector512<float>, Gemm<float, Single512, Vector512<float>, Single128, Vector128<float>, Single1>, float>(call);
        else if (Vector256.IsHardwareAccelerated)
            Run<Single256, Vector256<float>, Gemm<float, Single256, Vector256<float>, Single128, Vector128<float>, Single1>, float>(call);
        else Run<Single128, Vector128<float>, Gemm<float, Single128, Vector128<float>, Single128, Vector128<float>, Single1>, float>(call);
    }

    private static void Run(in RadialNetworkCall<double> call)
    {
        if (Vector512.IsHardwareAccelerated)
            Run<Double512, Vector512<double>, Gemm<double, Double512, Vector512<double>, Double128, Vector128<double>, Double1>, double>(call);
        else if (Vector256.IsHardwareAccelerated)
            Run<Double256, Vector256<double>, Gemm<double, Double256, Vector256<double>, Double128, Vector128<double>, Double1>, double>(call);
        else Run<Double128, Vector128<double>, Gemm<double, Double128, Vector128<double>, Double128, Vector128<double>, Double1>, double>(call);
    }

    private static T* Transpose<T>(ReadOnlySpan<int> sizes, T* weights, int count)
        where T : unmanaged
    {
        T* transposed = Scratch.Rent<T>(count);
        T* target = transposed;
        for (int n = 1; n < sizes.Length; n++)
        {
            (nint inputs, nint outputs) = (sizes[n - 1], sizes[n]);
            for (nint i = 0; i < inputs; i++)
            for (nint j = 0; j < outputs; j++)
                target[j * inputs + i] = weights[i * outputs + j];
            weights += inputs * outputs;
            target += inputs * outputs;
        }
        return transposed;
    }
}
