using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Reps.Kernels.Execution;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Matrix;

/// <summary>Runs linear layers with one kind of vector.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal abstract unsafe class MixingEngine<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The output of a batch, or its gradients where no output is given.</summary>
    public abstract void Run(MixingCall<T> call, in MixingTables<T> tables);
}

/// <summary>Runs linear layers with the matrix product given.</summary>
internal sealed unsafe class MixingEngine<T, TGemm> : MixingEngine<T>
    where T : unmanaged, INumberBase<T>
    where TGemm : struct, IGemm<T>
{
    public override void Run(MixingCall<T> call, in MixingTables<T> tables)
    {
        bool transposes = call.GradInput is not null && call.WeightStride == 0;
        bool shared = call.GradWeights is not null && call.WeightStride == 0;
        int parts = MixingJob<T, TGemm>.PartsOf(call.Rows, shared);
        int partial = shared ? parts * tables.WeightCount : 0;
        T[] memory = ArrayPool<T>.Shared.Rent(checked(1 + partial + (transposes ? tables.WeightCount : 0)));
        fixed (T* pointer = memory)
        {
            if (transposes)
            {
                call.Transposed = pointer + partial;
                Transpose(call.Weights, in tables, call.Transposed);
            }
            MixingJob<T, TGemm> job = new(call, tables, parts, shared ? pointer : null);
            KernelThreads.Run(ref job, parts);
            if (shared) PartialSums.Add(pointer, parts, call.GradWeights, tables.WeightCount, call.Accumulate);
        }
        ArrayPool<T>.Shared.Return(memory);
    }

    private static void Transpose(T* weights, in MixingTables<T> tables, T* transposed)
    {
        for (int p = 0; p < tables.PathCount; p++)
        {
            MixingPath path = tables.Paths[p];
            T* source = weights + path.WeightOffset;
            T* target = transposed + path.WeightOffset;
            for (nint u = 0; u < path.InChannels; u++)
            for (nint w = 0; w < path.OutChannels; w++)
                target[w * path.InChannels + u] = source[u * path.OutChannels + w];
        }
    }
}

/// <summary>The engine for the widest vectors of this machine.</summary>
internal static class MixingEngines
{
    public static readonly MixingEngine<float> Single = SingleOf(Widths.Widest);

    public static readonly MixingEngine<double> Double = DoubleOf(Widths.Widest);

    /// <summary>The engine for a number type.</summary>
    public static MixingEngine<T> Of<T>()
        where T : unmanaged, INumberBase<T> =>
        typeof(T) == typeof(float) ? Unsafe.As<MixingEngine<T>>(Single) : Unsafe.As<MixingEngine<T>>(Double);

    /// <summary>The engine for vectors of so many bits.</summary>
    public static MixingEngine<float> SingleOf(int bits) =>
        bits switch
        {
            512 => new MixingEngine<float, Gemm<float, Single512, Vector512<float>, Single128, Vector128<float>, Single1>>(),
            256 => new MixingEngine<float, Gemm<float, Single256, Vector256<float>, Single128, Vector128<float>, Single1>>(),
            128 => new MixingEngine<float, Gemm<float, Single128, Vector128<float>, Single128, Vector128<float>, Single1>>(),
            _ => new MixingEngine<float, Gemm<float, Single1, float, Single1, float, Single1>>(),
        };

    /// <summary>The engine for vectors of so many bits.</summary>
    public static MixingEngine<double> DoubleOf(int bits) =>
        bits switch
        {
            512 => new MixingEngine<double, Gemm<double, Double512, Vector512<double>, Double128, Vector128<double>, Double1>>(),
            256 => new MixingEngine<double, Gemm<double, Double256, Vector256<double>, Double128, Vector128<double>, Double1>>(),
            128 => new MixingEngine<double, Gemm<double, Double128, Vector128<double>, Double128, Vector128<double>, Double1>>(),
            _ => new MixingEngine<double, Gemm<double, Double1, double, Double1, double, Double1>>(),
        };
}
