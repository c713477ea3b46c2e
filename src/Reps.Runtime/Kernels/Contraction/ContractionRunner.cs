using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Reps.Kernels.Execution;
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
    // Fewer products are not worth the threads.
    private const long SmallestWork = 1 << 18;
    private const int RowsOfPart = 8;

    /// <summary>Evaluates a checked call.</summary>
    public static unsafe void Run(in ContractionCall<T> call)
    {
        call.Output.Clear();
        call.GradInput.Clear();
        call.GradWeights.Clear();
        ContractionTable<T> table = call.Table;
        if (table.Indices.IsEmpty) return;
        // A block of channels depends on no other, and a row only by the gradients of weights, which rows add to in their order. So
        // results do not depend on the parts.
        int parts = 1;
        bool byChannels = !call.GradWeights.IsEmpty;
        if (Parallelism.MaxThreads > 1 && (long)call.Elements.Length * table.Channels * table.Indices.Length >= SmallestWork)
            parts = byChannels ? Parts(table.Channels, ContractionLoops<V, T, L>.Unrolled * L.Count) : Parts(call.Elements.Length, RowsOfPart);
        // The call is on this thread's stack, and stays there until all parts are done.
        ContractionJob<V, T, L> job = new(Unsafe.AsPointer(ref Unsafe.AsRef(in call)), parts, byChannels);
        KernelThreads.Run(ref job, parts);
    }

    /// <summary>Evaluates a part, of the channels or of the rows.</summary>
    public static unsafe void RunPart(in ContractionCall<T> call, int part, int parts, bool byChannels)
    {
        int channels = call.Table.Channels;
        int rows = call.Elements.Length;
        int widest = ContractionLoops<V, T, L>.Unrolled * L.Count;
        (int firstRow, int endRow) = (0, rows);
        (int firstChannel, int endChannel) = (0, channels);
        if (parts > 1 && byChannels) (firstChannel, endChannel) = (part * widest, Math.Min((part + 1) * widest, channels));
        else if (parts > 1) (firstRow, endRow) = (part * RowsOfPart, Math.Min((part + 1) * RowsOfPart, rows));
        int size = ContractionMemory<T>.Size(call.Table, call.Map) * widest;
        Span<T> memory = new(Scratch.Rent<T>(size), size);
        for (int row = firstRow; row < endRow; row++)
        for (int first = firstChannel, count; first < endChannel; first += count)
        {
            // A large block is worth its padding when more than half of it is full.
            int block = (endChannel - first > 2 * L.Count ? ContractionLoops<V, T, L>.Unrolled : 1) * L.Count;
            count = Math.Min(block, endChannel - first);
            RunBlock(call, new ContractionMemory<T>(memory, call.Table, call.Map, block), row, first, count);
        }
    }

    private static int Parts(int count, int size) => (count + size - 1) / size;

    private static void RunBlock(in ContractionCall<T> call, in ContractionMemory<T> memory, int row, int first, int count)
    {
        if (call.Map == ContractionMap.Forward) Forward(call, memory, row, first, count);
        else if (call.Map == ContractionMap.Backward) Backward(call, memory, row, first, count);
        else DoubleBackward(call, memory, row, first, count);
    }

    private static void Forward(in ContractionCall<T> call, in ContractionMemory<T> memory, int row, int first, int count)
    {
        ContractionTable<T> table = call.Table;
        ref T m = ref Monomials(call, memory, row, first, count);
        ref T sums = ref MemoryMarshal.GetReference(memory.Sums);
        ContractionLoops<V, T, L>.Gather(table, memory.Block, ref m, ref sums);
        ContractionRows<T> output = Outputs(call, call.Output, memory, row, first, count, memory.Output);
        ContractionLoops<V, T, L>.AddProducts(table.Rows, 1, memory.Block, ref sums, Weights(call, call.Weights, memory, row, first, count, memory.Weights), output);
        output.Flush();
    }

    private static void Backward(in ContractionCall<T> call, in ContractionMemory<T> memory, int row, int first, int count)
    {
        ContractionTable<T> table = call.Table;
        ref T m = ref Monomials(call, memory, row, first, count);
        ref T sums = ref MemoryMarshal.GetReference(memory.Sums);
        ContractionRows<T> cotangent = Outputs(call, call.GradOutput, memory, row, first, count, memory.GradOutput);
        if (!call.GradWeights.IsEmpty)
        {
            ContractionLoops<V, T, L>.Gather(table, memory.Block, ref m, ref sums);
            ContractionRows<T> gradient = Weights(call, call.GradWeights, memory, row, first, count, memory.GradWeights);
            ContractionLoops<V, T, L>.AddProducts(table.Rows, 0, memory.Block, ref sums, cotangent, gradient);
            gradient.Flush();
        }
        if (call.GradInput.IsEmpty) return;
        memory.Cotangents.Clear();
        ref T d = ref MemoryMarshal.GetReference(memory.Cotangents);
        Scatter(call, call.Weights, memory, row, first, count, memory.Weights, cotangent, ref d);
        ContractionLoops<V, T, L>.Cotangents(table.Products, table.Inputs, memory.Block, ref m, ref d);
        StoreInputs(call, memory, row, first, count);
    }

    // S = ⟨a, ∂⟨g, F⟩/∂x⟩ + ⟨b, ∂⟨g, F⟩/∂w⟩ is ⟨g, derivative of F in the direction (a, b)⟩, of which all gradients are taken.
    private static void DoubleBackward(in ContractionCall<T> call, in ContractionMemory<T> memory, int row, int first, int count)
    {
        ContractionTable<T> table = call.Table;
        ref T m = ref Monomials(call, memory, row, first, count);
        ref T t = ref MemoryMarshal.GetReference(memory.Tangents);
        ref T sums = ref MemoryMarshal.GetReference(memory.Sums);
        ContractionRows<T> cotangent = Outputs(call, call.GradOutput, memory, row, first, count, memory.GradOutput);
        if (!call.CotangentInput.IsEmpty)
        {
            LoadInputs(call, call.CotangentInput, memory, row, first, count, memory.Tangents);
            ContractionLoops<V, T, L>.Tangents(table.Products, table.Inputs, memory.Block, ref m, ref t);
            ContractionLoops<V, T, L>.Gather(table, memory.Block, ref t, ref sums);
            AddOutput(call, call.Weights, memory, row, first, count, memory.Weights);
            if (!call.GradWeights.IsEmpty)
            {
                ContractionRows<T> gradient = Weights(call, call.GradWeights, memory, row, first, count, memory.GradWeights);
                ContractionLoops<V, T, L>.AddProducts(table.Rows, 0, memory.Block, ref sums, cotangent, gradient);
                gradient.Flush();
            }
        }
        if (!call.CotangentWeights.IsEmpty && !call.Output.IsEmpty)
        {
            ContractionLoops<V, T, L>.Gather(table, memory.Block, ref m, ref sums);
            AddOutput(call, call.CotangentWeights, memory, row, first, count, memory.CotangentWeights);
        }
        if (call.GradInput.IsEmpty) return;
        memory.Cotangents.Clear();
        ref T d = ref MemoryMarshal.GetReference(memory.Cotangents);
        if (!call.CotangentWeights.IsEmpty) Scatter(call, call.CotangentWeights, memory, row, first, count, memory.CotangentWeights, cotangent, ref d);
        if (call.CotangentInput.IsEmpty)
        {
            ContractionLoops<V, T, L>.Cotangents(table.Products, table.Inputs, memory.Block, ref m, ref d);
        }
        else
        {
            memory.TangentCotangents.Clear();
            ref T e = ref MemoryMarshal.GetReference(memory.TangentCotangents);
            Scatter(call, call.Weights, memory, row, first, count, memory.Weights, cotangent, ref e);
            ContractionLoops<V, T, L>.SecondCotangents(table.Products, table.Inputs, memory.Block, ref m, ref t, ref d, ref e);
        }
        StoreInputs(call, memory, row, first, count);
    }

    private static ref T Monomials(in ContractionCall<T> call, in ContractionMemory<T> memory, int row, int first, int count)
    {
        LoadInputs(call, call.Input, memory, row, first, count, memory.Monomials);
        ref T m = ref MemoryMarshal.GetReference(memory.Monomials);
        ContractionLoops<V, T, L>.Monomials(call.Table.Products, call.Table.Inputs, memory.Block, ref m);
        return ref m;
    }

    private static void AddOutput(in ContractionCall<T> call, ReadOnlySpan<T> weights, in ContractionMemory<T> memory, int row, int first, int count, Span<T> buffer)
    {
        if (call.Output.IsEmpty) return;
        ContractionRows<T> output = Outputs(call, call.Output, memory, row, first, count, memory.Output);
        ContractionRows<T> factor = Weights(call, weights, memory, row, first, count, buffer);
        ContractionLoops<V, T, L>.AddProducts(call.Table.Rows, 1, memory.Block, ref MemoryMarshal.GetReference(memory.Sums), factor, output);
        output.Flush();
    }

    private static void Scatter(
        in ContractionCall<T> call,
        ReadOnlySpan<T> weights,
        in ContractionMemory<T> memory,
        int row,
        int first,
        int count,
        Span<T> buffer,
        ContractionRows<T> cotangent,
        ref T target
    )
    {
        ref T sums = ref MemoryMarshal.GetReference(memory.Sums);
        ContractionLoops<V, T, L>.Multiply(call.Table.Rows, memory.Block, Weights(call, weights, memory, row, first, count, buffer), cotangent, ref sums);
        ContractionLoops<V, T, L>.Scatter(call.Table, memory.Block, ref sums, ref target);
    }

    private static ContractionRows<T> Weights(in ContractionCall<T> call, ReadOnlySpan<T> weights, in ContractionMemory<T> memory, int row, int first, int count, Span<T> buffer) =>
        Rows(weights, (long)call.Elements[row] * call.Table.WeightCount, call.Table.WeightCount, call.Table.Channels, first, count, memory.Block, buffer);

    private static ContractionRows<T> Outputs(in ContractionCall<T> call, ReadOnlySpan<T> outputs, in ContractionMemory<T> memory, int row, int first, int count, Span<T> buffer) =>
        Rows(outputs, (long)row * call.Table.OutputDim, call.Table.OutputDim, call.Table.Channels, first, count, memory.Block, buffer);

    // What is only read is never flushed, so that one type serves both.
    private static ContractionRows<T> Rows(ReadOnlySpan<T> memory, long offset, int size, int channels, int first, int count, int block, Span<T> buffer) =>
        new(MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(memory[((int)offset + first)..]), size - first), channels, count, block, buffer);

    private static void LoadInputs(in ContractionCall<T> call, ReadOnlySpan<T> inputs, in ContractionMemory<T> memory, int row, int first, int count, Span<T> buffer)
    {
        (int block, int channels) = (memory.Block, call.Table.Channels);
        buffer = buffer[..(call.Table.Inputs * block)];
        inputs = inputs.Slice(row * call.Table.InputDim + first, call.Table.InputDim - first);
        if (count == block) ContractionLoops<V, T, L>.Copy(inputs, channels, call.Table.Inputs, block, buffer, block);
        else ContractionRows<T>.Load(inputs, channels, count, block, buffer);
    }

    private static void StoreInputs(in ContractionCall<T> call, in ContractionMemory<T> memory, int row, int first, int count)
    {
        (int block, int channels) = (memory.Block, call.Table.Channels);
        Span<T> buffer = memory.Cotangents[..(call.Table.Inputs * block)];
        Span<T> gradient = call.GradInput.Slice(row * call.Table.InputDim + first, call.Table.InputDim - first);
        if (count == block) ContractionLoops<V, T, L>.Copy(buffer, block, call.Table.Inputs, block, gradient, channels);
        else ContractionRows<T>.Store(buffer, block, count, channels, gradient);
    }
}
