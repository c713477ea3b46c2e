using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels;

/// <summary>Evaluates a symmetric contraction row by row, a block of channels at a time.</summary>
/// <typeparam name="V">The vector type.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="L">Its arithmetic.</typeparam>
internal static class ContractionRunner<V, T, L>
    where V : struct
    where T : unmanaged
    where L : struct, ILanes<V, T>
{
    private const int Alignment = 64;

    /// <summary>Evaluates a checked job.</summary>
    public static void Run(in ContractionJob<T> job)
    {
        job.Output.Clear();
        job.GradInput.Clear();
        job.GradWeights.Clear();
        ContractionTable<T> table = job.Table;
        if (table.Indices.IsEmpty) return;
        int size = ContractionScratch<T>.Size(table, job.Map) * ContractionLoops<V, T, L>.Unrolled * L.Count;
        T[] rented = ArrayPool<T>.Shared.Rent(size + Alignment / Unsafe.SizeOf<T>());
        try
        {
            RunRows(job, rented);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(rented);
        }
    }

    private static unsafe void RunRows(in ContractionJob<T> job, T[] memory)
    {
        int channels = job.Table.Channels;
        fixed (T* start = memory)
        {
            // Vectors that cross a cache line are slow, and the collector does not move what is fixed.
            Span<T> aligned = memory.AsSpan((int)(-(nint)start & (Alignment - 1)) / sizeof(T));
            for (int row = 0; row < job.Elements.Length; row++)
            for (int first = 0, count; first < channels; first += count)
            {
                // A large block is worth its padding when more than half of it is full.
                int block = (channels - first > 2 * L.Count ? ContractionLoops<V, T, L>.Unrolled : 1) * L.Count;
                count = Math.Min(block, channels - first);
                RunBlock(job, new ContractionScratch<T>(aligned, job.Table, job.Map, block), row, first, count);
            }
        }
    }

    private static void RunBlock(in ContractionJob<T> job, in ContractionScratch<T> scratch, int row, int first, int count)
    {
        if (job.Map == ContractionMap.Forward) Forward(job, scratch, row, first, count);
        else if (job.Map == ContractionMap.Backward) Backward(job, scratch, row, first, count);
        else DoubleBackward(job, scratch, row, first, count);
    }

    private static void Forward(in ContractionJob<T> job, in ContractionScratch<T> scratch, int row, int first, int count)
    {
        ContractionTable<T> table = job.Table;
        ref T m = ref Monomials(job, scratch, row, first, count);
        ref T sums = ref MemoryMarshal.GetReference(scratch.Sums);
        ContractionLoops<V, T, L>.Gather(table, scratch.Block, ref m, ref sums);
        ContractionRows<T> output = Outputs(job, job.Output, scratch, row, first, count, scratch.Output);
        ContractionLoops<V, T, L>.AddProducts(table.Rows, 1, scratch.Block, ref sums, Weights(job, job.Weights, scratch, row, first, count, scratch.Weights), output);
        output.Flush();
    }

    private static void Backward(in ContractionJob<T> job, in ContractionScratch<T> scratch, int row, int first, int count)
    {
        ContractionTable<T> table = job.Table;
        ref T m = ref Monomials(job, scratch, row, first, count);
        ref T sums = ref MemoryMarshal.GetReference(scratch.Sums);
        ContractionRows<T> cotangent = Outputs(job, job.GradOutput, scratch, row, first, count, scratch.GradOutput);
        if (!job.GradWeights.IsEmpty)
        {
            ContractionLoops<V, T, L>.Gather(table, scratch.Block, ref m, ref sums);
            ContractionRows<T> gradient = Weights(job, job.GradWeights, scratch, row, first, count, scratch.GradWeights);
            ContractionLoops<V, T, L>.AddProducts(table.Rows, 0, scratch.Block, ref sums, cotangent, gradient);
            gradient.Flush();
        }
        if (job.GradInput.IsEmpty) return;
        scratch.Cotangents.Clear();
        ref T d = ref MemoryMarshal.GetReference(scratch.Cotangents);
        Scatter(job, job.Weights, scratch, row, first, count, scratch.Weights, cotangent, ref d);
        ContractionLoops<V, T, L>.Cotangents(table.Products, table.Inputs, scratch.Block, ref m, ref d);
        StoreInputs(job, scratch, row, first, count);
    }

    // S = ⟨a, ∂⟨g, F⟩/∂x⟩ + ⟨b, ∂⟨g, F⟩/∂w⟩ is ⟨g, derivative of F in the direction (a, b)⟩, of which all gradients are taken.
    private static void DoubleBackward(in ContractionJob<T> job, in ContractionScratch<T> scratch, int row, int first, int count)
    {
        ContractionTable<T> table = job.Table;
        ref T m = ref Monomials(job, scratch, row, first, count);
        ref T t = ref MemoryMarshal.GetReference(scratch.Tangents);
        ref T sums = ref MemoryMarshal.GetReference(scratch.Sums);
        ContractionRows<T> cotangent = Outputs(job, job.GradOutput, scratch, row, first, count, scratch.GradOutput);
        if (!job.InputTangent.IsEmpty)
        {
            LoadInputs(job, job.InputTangent, scratch, row, first, count, scratch.Tangents);
            ContractionLoops<V, T, L>.Tangents(table.Products, table.Inputs, scratch.Block, ref m, ref t);
            ContractionLoops<V, T, L>.Gather(table, scratch.Block, ref t, ref sums);
            AddOutput(job, job.Weights, scratch, row, first, count, scratch.Weights);
            if (!job.GradWeights.IsEmpty)
            {
                ContractionRows<T> gradient = Weights(job, job.GradWeights, scratch, row, first, count, scratch.GradWeights);
                ContractionLoops<V, T, L>.AddProducts(table.Rows, 0, scratch.Block, ref sums, cotangent, gradient);
                gradient.Flush();
            }
        }
        if (!job.WeightTangent.IsEmpty && !job.Output.IsEmpty)
        {
            ContractionLoops<V, T, L>.Gather(table, scratch.Block, ref m, ref sums);
            AddOutput(job, job.WeightTangent, scratch, row, first, count, scratch.WeightTangent);
        }
        if (job.GradInput.IsEmpty) return;
        scratch.Cotangents.Clear();
        ref T d = ref MemoryMarshal.GetReference(scratch.Cotangents);
        if (!job.WeightTangent.IsEmpty) Scatter(job, job.WeightTangent, scratch, row, first, count, scratch.WeightTangent, cotangent, ref d);
        if (job.InputTangent.IsEmpty)
        {
            ContractionLoops<V, T, L>.Cotangents(table.Products, table.Inputs, scratch.Block, ref m, ref d);
        }
        else
        {
            scratch.TangentCotangents.Clear();
            ref T e = ref MemoryMarshal.GetReference(scratch.TangentCotangents);
            Scatter(job, job.Weights, scratch, row, first, count, scratch.Weights, cotangent, ref e);
            ContractionLoops<V, T, L>.SecondCotangents(table.Products, table.Inputs, scratch.Block, ref m, ref t, ref d, ref e);
        }
        StoreInputs(job, scratch, row, first, count);
    }

    private static ref T Monomials(in ContractionJob<T> job, in ContractionScratch<T> scratch, int row, int first, int count)
    {
        LoadInputs(job, job.Input, scratch, row, first, count, scratch.Monomials);
        ref T m = ref MemoryMarshal.GetReference(scratch.Monomials);
        ContractionLoops<V, T, L>.Monomials(job.Table.Products, job.Table.Inputs, scratch.Block, ref m);
        return ref m;
    }

    private static void AddOutput(in ContractionJob<T> job, ReadOnlySpan<T> weights, in ContractionScratch<T> scratch, int row, int first, int count, Span<T> buffer)
    {
        if (job.Output.IsEmpty) return;
        ContractionRows<T> output = Outputs(job, job.Output, scratch, row, first, count, scratch.Output);
        ContractionRows<T> factor = Weights(job, weights, scratch, row, first, count, buffer);
        ContractionLoops<V, T, L>.AddProducts(job.Table.Rows, 1, scratch.Block, ref MemoryMarshal.GetReference(scratch.Sums), factor, output);
        output.Flush();
    }

    private static void Scatter(
        in ContractionJob<T> job,
        ReadOnlySpan<T> weights,
        in ContractionScratch<T> scratch,
        int row,
        int first,
        int count,
        Span<T> buffer,
        ContractionRows<T> cotangent,
        ref T target
    )
    {
        ref T sums = ref MemoryMarshal.GetReference(scratch.Sums);
        ContractionLoops<V, T, L>.Multiply(job.Table.Rows, scratch.Block, Weights(job, weights, scratch, row, first, count, buffer), cotangent, ref sums);
        ContractionLoops<V, T, L>.Scatter(job.Table, scratch.Block, ref sums, ref target);
    }

    private static ContractionRows<T> Weights(in ContractionJob<T> job, ReadOnlySpan<T> weights, in ContractionScratch<T> scratch, int row, int first, int count, Span<T> buffer) =>
        Rows(weights, (long)job.Elements[row] * job.Table.WeightCount, job.Table.WeightCount, job.Table.Channels, first, count, scratch.Block, buffer);

    private static ContractionRows<T> Outputs(in ContractionJob<T> job, ReadOnlySpan<T> outputs, in ContractionScratch<T> scratch, int row, int first, int count, Span<T> buffer) =>
        Rows(outputs, (long)row * job.Table.OutputDim, job.Table.OutputDim, job.Table.Channels, first, count, scratch.Block, buffer);

    // What is only read is never flushed, so that one type serves both.
    private static ContractionRows<T> Rows(ReadOnlySpan<T> memory, long offset, int size, int channels, int first, int count, int block, Span<T> buffer) =>
        new(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(memory[((int)offset + first)..]), size - first), channels, count, block, buffer);

    private static void LoadInputs(in ContractionJob<T> job, ReadOnlySpan<T> inputs, in ContractionScratch<T> scratch, int row, int first, int count, Span<T> buffer)
    {
        (int block, int channels) = (scratch.Block, job.Table.Channels);
        buffer = buffer[..(job.Table.Inputs * block)];
        inputs = inputs.Slice(row * job.Table.InputDim + first, job.Table.InputDim - first);
        if (count == block) ContractionLoops<V, T, L>.Copy(inputs, channels, job.Table.Inputs, block, buffer, block);
        else ContractionRows<T>.Load(inputs, channels, count, block, buffer);
    }

    private static void StoreInputs(in ContractionJob<T> job, in ContractionScratch<T> scratch, int row, int first, int count)
    {
        (int block, int channels) = (scratch.Block, job.Table.Channels);
        Span<T> buffer = scratch.Cotangents[..(job.Table.Inputs * block)];
        Span<T> gradient = job.GradInput.Slice(row * job.Table.InputDim + first, job.Table.InputDim - first);
        if (count == block) ContractionLoops<V, T, L>.Copy(buffer, block, job.Table.Inputs, block, gradient, channels);
        else ContractionRows<T>.Store(buffer, block, count, channels, gradient);
    }
}
