using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Reps.Kernels.Convolution;
using Reps.Kernels.Execution;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Channelwise;

/// <summary>Runs channelwise programs with one kind of vector.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal abstract unsafe class ChannelwiseEngine<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The output of a batch.</summary>
    public abstract void Forward<TKernels>(in ProductCall<T> call, in ChannelwiseTables<T> tables)
        where TKernels : struct, IStraightLine<T>;

    /// <summary>The gradients of a batch.</summary>
    public abstract void Backward<TKernels>(in ProductCall<T> call, in ChannelwiseTables<T> tables)
        where TKernels : struct, IStraightLine<T>;

    /// <summary>The sums at the targets of a graph; the left operand is that of the sources.</summary>
    public abstract void Convolve<TKernels>(in ProductCall<T> call, in ChannelwiseTables<T> tables, in GraphPointers graph)
        where TKernels : struct, IStraightLine<T>;

    /// <summary>The gradients of a convolution. That by the left operand is added to what is there.</summary>
    public abstract void ConvolveBackward<TKernels>(ProductCall<T> call, in ChannelwiseTables<T> tables, in GraphPointers graph)
        where TKernels : struct, IStraightLine<T>;
}

/// <summary>Runs channelwise programs with the loops given.</summary>
internal sealed unsafe class ChannelwiseEngine<T, TLoops> : ChannelwiseEngine<T>
    where T : unmanaged, INumberBase<T>
    where TLoops : struct, IChannelwiseLoops<T>
{
    public override void Forward<TKernels>(in ProductCall<T> call, in ChannelwiseTables<T> tables)
    {
        ForwardJob<T, TKernels, TLoops> job = new(call, tables);
        KernelThreads.Run(ref job, job.Parts);
    }

    public override void Backward<TKernels>(in ProductCall<T> call, in ChannelwiseTables<T> tables)
    {
        bool shared = call.GradWeights is not null && call.WeightStride == 0 && tables.WeightCount > 0;
        int parts = BackwardJob<T, TKernels, TLoops>.PartsOf(call.Rows, shared);
        if (!shared)
        {
            BackwardJob<T, TKernels, TLoops> job = new(call, tables, null);
            KernelThreads.Run(ref job, parts);
            return;
        }
        T[] partial = ArrayPool<T>.Shared.Rent(Math.Max(1, parts * tables.WeightCount));
        fixed (T* pointer = partial)
        {
            BackwardJob<T, TKernels, TLoops> job = new(call, tables, pointer);
            KernelThreads.Run(ref job, parts);
            PartialSums.Add(pointer, parts, call.GradWeights, tables.WeightCount, call.Accumulate);
        }
        ArrayPool<T>.Shared.Return(partial);
    }

    public override void Convolve<TKernels>(in ProductCall<T> call, in ChannelwiseTables<T> tables, in GraphPointers graph)
    {
        ConvolveForwardJob<T, TKernels, TLoops> job = new(call, tables, graph);
        KernelThreads.Run(ref job, job.Parts);
    }

    public override void ConvolveBackward<TKernels>(ProductCall<T> call, in ChannelwiseTables<T> tables, in GraphPointers graph)
    {
        bool shared = call.GradWeights is not null && call.WeightStride == 0 && tables.WeightCount > 0;
        int parts = Math.Clamp(graph.TargetCount / 8, 1, 64);
        T[] memory = ArrayPool<T>.Shared.Rent(shared ? parts * tables.WeightCount : 1);
        fixed (T* pointer = memory)
        {
            T* partial = shared ? pointer : null;
            if (Parallelism.MaxThreads == 1 || call.GradLeft is null)
            {
                ConvolveBackwardJob<T, TKernels, TLoops> all = new(call, tables, graph, parts, partial, false);
                KernelThreads.Run(ref all, parts);
            }
            else
            {
                ProductCall<T> nodes = call;
                nodes.GradRight = nodes.GradWeights = null;
                call.GradLeft = null;
                ConvolveBackwardJob<T, TKernels, TLoops> edges = new(call, tables, graph, parts, partial, false);
                if (call.GradRight is not null || call.GradWeights is not null) KernelThreads.Run(ref edges, parts);
                int sourceParts = Math.Clamp(graph.SourceCount / 8, 1, 64);
                ConvolveBackwardJob<T, TKernels, TLoops> sources = new(nodes, tables, graph, sourceParts, null, true);
                KernelThreads.Run(ref sources, sourceParts);
            }
            if (shared) PartialSums.Add(pointer, parts, call.GradWeights, tables.WeightCount, call.Accumulate);
        }
        ArrayPool<T>.Shared.Return(memory);
    }
}

/// <summary>The engine for the widest vectors of this machine.</summary>
internal static class ChannelwiseEngines
{
    public static readonly ChannelwiseEngine<float> Single = SingleOf(Widths.Widest);

    public static readonly ChannelwiseEngine<double> Double = DoubleOf(Widths.Widest);

    /// <summary>The engine for a number type.</summary>
    public static ChannelwiseEngine<T> Of<T>()
        where T : unmanaged, INumberBase<T> =>
        typeof(T) == typeof(float) ? Unsafe.As<ChannelwiseEngine<T>>(Single) : Unsafe.As<ChannelwiseEngine<T>>(Double);

    /// <summary>The engine for vectors of so many bits.</summary>
    public static ChannelwiseEngine<float> SingleOf(int bits) =>
        bits switch
        {
            512 => new ChannelwiseEngine<float, ChannelwiseLoops<float, Single512, Vector512<float>, Single128, Vector128<float>, Single1>>(),
            256 => new ChannelwiseEngine<float, ChannelwiseLoops<float, Single256, Vector256<float>, Single128, Vector128<float>, Single1>>(),
            128 => new ChannelwiseEngine<float, ChannelwiseLoops<float, Single128, Vector128<float>, Single128, Vector128<float>, Single1>>(),
            _ => new ChannelwiseEngine<float, ChannelwiseLoops<float, Single1, float, Single1, float, Single1>>(),
        };

    /// <summary>The engine for vectors of so many bits.</summary>
    public static ChannelwiseEngine<double> DoubleOf(int bits) =>
        bits switch
        {
            512 => new ChannelwiseEngine<double, ChannelwiseLoops<double, Double512, Vector512<double>, Double128, Vector128<double>, Double1>>(),
            256 => new ChannelwiseEngine<double, ChannelwiseLoops<double, Double256, Vector256<double>, Double128, Vector128<double>, Double1>>(),
            128 => new ChannelwiseEngine<double, ChannelwiseLoops<double, Double128, Vector128<double>, Double128, Vector128<double>, Double1>>(),
            _ => new ChannelwiseEngine<double, ChannelwiseLoops<double, Double1, double, Double1, double, Double1>>(),
        };
}
