using System;

namespace Reps.Kernels;

/// <summary>The working memory for one block of channels, cut from one array.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly ref struct ContractionMemory<T>
{
    /// <summary>Cuts the array.</summary>
    public ContractionMemory(Span<T> memory, ContractionTable<T> table, ContractionMap map, int block)
    {
        Block = block;
        int used = 0;
        Monomials = Take(memory, ref used, table.Monomials * block);
        Sums = Take(memory, ref used, table.RowCount * block);
        Weights = Take(memory, ref used, table.Paths * block);
        if (map != ContractionMap.Backward) Output = Take(memory, ref used, table.Outputs * block);
        if (map == ContractionMap.Forward) return;
        GradOutput = Take(memory, ref used, table.Outputs * block);
        GradWeights = Take(memory, ref used, table.Paths * block);
        Cotangents = Take(memory, ref used, table.Monomials * block);
        if (map == ContractionMap.Backward) return;
        CotangentWeights = Take(memory, ref used, table.Paths * block);
        Tangents = Take(memory, ref used, table.Monomials * block);
        TangentCotangents = Take(memory, ref used, table.Monomials * block);
    }

    public int Block { get; }

    public Span<T> Monomials { get; }

    public Span<T> Sums { get; }

    public Span<T> Weights { get; }

    public Span<T> Output { get; }

    public Span<T> GradOutput { get; }

    public Span<T> GradWeights { get; }

    public Span<T> Cotangents { get; }

    public Span<T> CotangentWeights { get; }

    public Span<T> Tangents { get; }

    public Span<T> TangentCotangents { get; }

    /// <summary>How many blocks are needed.</summary>
    public static int Size(ContractionTable<T> table, ContractionMap map) =>
        map switch
        {
            ContractionMap.Forward => table.Monomials + table.RowCount + table.Paths + table.Outputs,
            ContractionMap.Backward => 2 * table.Monomials + table.RowCount + 2 * table.Paths + table.Outputs,
            _ => 4 * table.Monomials + table.RowCount + 3 * table.Paths + 2 * table.Outputs,
        };

    private static Span<T> Take(Span<T> memory, scoped ref int used, int size)
    {
        used += size;
        return memory.Slice(used - size, size);
    }
}
