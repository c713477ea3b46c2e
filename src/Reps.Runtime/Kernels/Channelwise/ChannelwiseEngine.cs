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
    // Contributions to sources of so many edges are kept until they are added: they stay in the second- or third-level cache.
    private const int ChunkBytes = 2 << 20;

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
        bool keep = call.GradLeft is not null && Parallelism.MaxThreads > 1;
        // Chunks and parts are the same for any number of threads, because sums are made within them.
        int chunk = Math.Clamp(ChunkBytes / Math.Max(1, tables.LaneSize * sizeof(T)), 1, ConvolveBackwardJob<T, TKernels, TLoops>.MaxChunk);
        int sums = shared ? ConvolveBackwardJob<T, TKernels, TLoops>.MaxParts * tables.WeightCount : 0;
        long used = Scratch.Used;
        try
        {
            T* partial = shared ? Scratch.Rent<T>(sums) : null;
            new Span<T>(partial, sums).Clear();
            T* rows = keep ? Scratch.Rent<T>((long)chunk * tables.LaneSize) : null;
            for (int first = 0; first < graph.EdgeCount; first += chunk)
            {
                int count = Math.Min(chunk, graph.EdgeCount - first);
                ConvolveBackwardJob<T, TKernels, TLoops> job = new(call, tables, graph, first, count, partial, rows);
                KernelThreads.Run(ref job, job.Parts);
                if (!keep) continue;
                uint parts = (uint)(4 * Parallelism.MaxThreads);
                AddAtSourcesJob<T, TLoops> add = new(rows, graph.Sources + first, count, call.GradLeft, tables.LaneSize, parts);
                KernelThreads.Run(ref add, (int)parts);
            }
            if (shared) PartialSums.Add(partial, ConvolveBackwardJob<T, TKernels, TLoops>.MaxParts, call.GradWeights, tables.WeightCount, call.Accumulate);
        }
        finally
        {
            Scratch.Used = used;
        }
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
