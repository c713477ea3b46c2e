using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Reps.Kernels.Execution;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Rowwise;

/// <summary>Runs row-wise programs with one kind of vector.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal abstract unsafe class RowwiseEngine<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The output of a batch, or its gradients where a cotangent of the output is given.</summary>
    public abstract void Run(in ProductCall<T> call, in RowwiseTables<T> tables);
}

/// <summary>Runs row-wise programs with the vectors given.</summary>
internal sealed unsafe class RowwiseEngine<T, S, V> : RowwiseEngine<T>
    where T : unmanaged, INumberBase<T>
    where S : struct, ILanes<V, T>
    where V : struct
{
    public override void Run(in ProductCall<T> call, in RowwiseTables<T> tables)
    {
        bool shared = call.GradWeights is not null && call.WeightStride == 0 && tables.WeightCount > 0;
        int parts = RowwiseJob<T, S, V>.PartsOf(call.Rows, shared);
        if (!shared)
        {
            RowwiseJob<T, S, V> job = new(call, tables, parts, null);
            KernelThreads.Run(ref job, parts);
            return;
        }
        T[] partial = ArrayPool<T>.Shared.Rent(checked(parts * tables.WeightCount));
        fixed (T* pointer = partial)
        {
            RowwiseJob<T, S, V> job = new(call, tables, parts, pointer);
            KernelThreads.Run(ref job, parts);
            PartialSums.Add(pointer, parts, call.GradWeights, tables.WeightCount, call.Accumulate);
        }
        ArrayPool<T>.Shared.Return(partial);
    }
}

/// <summary>The engine for the widest vectors of this machine.</summary>
internal static class RowwiseEngines
{
    public static readonly RowwiseEngine<float> Single = SingleOf(Widths.Widest);

    public static readonly RowwiseEngine<double> Double = DoubleOf(Widths.Widest);

    /// <summary>The engine for a number type.</summary>
    public static RowwiseEngine<T> Of<T>()
        where T : unmanaged, INumberBase<T> =>
        typeof(T) == typeof(float) ? Unsafe.As<RowwiseEngine<T>>(Single) : Unsafe.As<RowwiseEngine<T>>(Double);

    /// <summary>The engine for vectors of so many bits.</summary>
    public static RowwiseEngine<float> SingleOf(int bits) =>
        bits switch
        {
            512 => new RowwiseEngine<float, Single512, Vector512<float>>(),
            256 => new RowwiseEngine<float, Single256, Vector256<float>>(),
            128 => new RowwiseEngine<float, Single128, Vector128<float>>(),
            _ => new RowwiseEngine<float, Single1, float>(),
        };

    /// <summary>The engine for vectors of so many bits.</summary>
    public static RowwiseEngine<double> DoubleOf(int bits) =>
        bits switch
        {
            512 => new RowwiseEngine<double, Double512, Vector512<double>>(),
            256 => new RowwiseEngine<double, Double256, Vector256<double>>(),
            128 => new RowwiseEngine<double, Double128, Vector128<double>>(),
            _ => new RowwiseEngine<double, Double1, double>(),
        };
}
