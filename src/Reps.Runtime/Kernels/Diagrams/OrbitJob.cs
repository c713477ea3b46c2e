using System;
using System.Numerics;
using Reps.Kernels.Execution;
using Reps.Kernels.Matrix;

namespace Reps.Kernels.Diagrams;

/// <summary>The output or the gradients of a layer of orbits, in parts of consecutive rows of the batch.</summary>
internal unsafe struct OrbitJob<T, TGemm>(DiagramCall<T> call, OrbitTables tables, int parts) : IJob
    where T : unmanaged, INumberBase<T>
    where TGemm : struct, IGemm<T>
{
    // Lists times rows that are mixed at once: eight times the rows of the innermost matrix product.
    private const int Tile = 48;

    // Rows for which the places of the lists are moved once; sums take four together.
    private const int RowsAtOnce = 4;

    // Pairs of an orbit and a channel that are packed at once, unless one orbit has more: with a tile's lists a few megabytes.
    private const int MostColumns = 1 << 14;

    private readonly DiagramCall<T> _call = call;
    private readonly OrbitTables _tables = tables;
    private readonly int _parts = parts;

    /// <summary>For gradients of the input, the weights of each block as [output channel, (orbit, input channel)].</summary>
    public T* Transposed;

    /// <summary>For each part, the gradients by the weights and then by the biases; null if they are not wanted.</summary>
    public T* Sums;

    /// <summary>Into how many parts a batch is cut; results do not depend on who does them.</summary>
    public static int PartsOf(int rows, bool sums) => Math.Min((rows + RowsAtOnce - 1) / RowsAtOnce, sums ? 16 : int.MaxValue);

    /// <summary>Transposes the weights of every block.</summary>
    public static void Transpose(in OrbitTables tables, T* weights, T* transposed)
    {
        for (int c = 0; c < tables.ClassCount; c++)
        for (int b = tables.Classes[c].Block; b < tables.Classes[c].Block + tables.Classes[c].BlockCount; b++)
        {
            OrbitBlock block = tables.Blocks[b];
            nint inner = (nint)block.OrbitCount * tables.Terms[block.Term].Channels;
            nint outer = tables.Terms[tables.OutputTerm + tables.Classes[c].Term].Channels;
            for (nint u = 0; u < inner; u++)
            for (nint v = 0; v < outer; v++)
                transposed[block.Weight + v * inner + u] = weights[block.Weight + u * outer + v];
        }
    }

    public readonly void Run(int part)
    {
        int start = (int)((long)_call.Rows * part / _parts), end = (int)((long)_call.Rows * (part + 1) / _parts);
        nint sumCount = (nint)_tables.WeightCount + _tables.BiasCount;
        T* sums = Sums is null ? null : Sums + part * sumCount;
        if (sums is not null) Runs.Clear(sums, sumCount);
        if (_call.GradInput is not null) Runs.Clear(_call.GradInput + start * (nint)_tables.InputSize, (end - start) * (nint)_tables.InputSize);
        int columns = 1, channels = 1;
        for (int b = 0; b < _tables.BlockCount; b++) columns = Math.Max(columns, Inner(Part(in _tables.Blocks[b], 0, 1)));
        for (int c = 0; c < _tables.ClassCount; c++) channels = Math.Max(channels, Outer(c));
        T* packed = Scratch.Rent<T>((long)Tile * columns);
        T* mixed = Scratch.Rent<T>((long)Tile * channels);
        int* places = Scratch.Rent<int>(_tables.MostLists);
        for (int row = start; row < end; row += RowsAtOnce)
        {
            int rows = Math.Min(RowsAtOnce, end - row);
            for (int c = 0; c < _tables.ClassCount; c++)
            {
                int lists = Tile / rows;
                for (int list = 0; list < _tables.Classes[c].ListCount; list += lists)
                {
                    Section section = new(c, _tables.Classes[c].List + list, Math.Min(lists, _tables.Classes[c].ListCount - list), row, rows);
                    if (_call.Output is not null) Forward(in section, packed, mixed, places);
                    else Backward(in section, packed, mixed, places, sums);
                }
            }
        }
    }

    private readonly void Forward(in Section section, T* packed, T* mixed, int* places)
    {
        OrbitClass found = _tables.Classes[section.Class];
        int outer = Outer(section.Class), items = section.Lists * section.Rows;
        if (_call.Biases is not null)
            for (int n = 0; n < items; n++) Runs.Copy(mixed + (nint)n * outer, _call.Biases + found.Bias, outer);
        bool add = _call.Biases is not null;
        for (int b = found.Block; b < found.Block + found.BlockCount; b++)
        for (int orbit = 0, count; orbit < _tables.Blocks[b].OrbitCount; orbit += count)
        {
            OrbitBlock block = Part(in _tables.Blocks[b], orbit, outer);
            count = block.OrbitCount;
            int inner = Inner(in block);
            Pack(in section, in block, _call.Input, packed, places, spread: false);
            GemmShape shape = new(items, outer, inner, inner, 1, outer, outer);
            TGemm.Multiply(in shape, packed, _call.Weights + block.Weight, mixed, T.One, add);
            add = true;
        }
        Outputs(in section, _call.Output, mixed, store: true);
    }

    private readonly void Backward(in Section section, T* packed, T* mixed, int* places, T* sums)
    {
        OrbitClass found = _tables.Classes[section.Class];
        int outer = Outer(section.Class), items = section.Lists * section.Rows;
        Outputs(in section, _call.GradOutput, mixed, store: false);
        if (_call.GradBiases is not null)
            for (int n = 0; n < items; n++) Runs.Add(sums + _tables.WeightCount + found.Bias, mixed + (nint)n * outer, outer);
        for (int b = found.Block; b < found.Block + found.BlockCount; b++)
        for (int orbit = 0, count; orbit < _tables.Blocks[b].OrbitCount; orbit += count)
        {
            OrbitBlock block = Part(in _tables.Blocks[b], orbit, outer);
            count = block.OrbitCount;
            int inner = Inner(in block);
            if (_call.GradWeights is not null)
            {
                Pack(in section, in block, _call.Input, packed, places, spread: false);
                GemmShape product = new(inner, outer, items, 1, inner, outer, outer);
                TGemm.Multiply(in product, packed, mixed, sums + block.Weight, T.One, true);
            }
            if (_call.GradInput is null) continue;
            // In the transposed weights the orbits of a part are columns.
            GemmShape shape = new(items, inner, outer, outer, 1, Inner(in _tables.Blocks[b]), inner);
            TGemm.Multiply(in shape, mixed, Transposed + _tables.Blocks[b].Weight + orbit * (nint)_tables.Terms[block.Term].Channels, packed, T.One, false);
            Pack(in section, in block, _call.GradInput, packed, places, spread: true);
        }
    }

    // Between the input term of a block and [lists, rows, (orbit, channel)].
    private readonly void Pack(in Section section, in OrbitBlock block, T* input, T* packed, int* places, bool spread)
    {
        ref OrbitTerm term = ref _tables.Terms[block.Term];
        T* values = input + (nint)section.Row * _tables.InputSize + term.Offset;
        for (int list = 0; list < section.Lists; list++, packed += (nint)section.Rows * Inner(in block))
        {
            OrbitLoops<T>.Move(in _tables, in term, section.List + list, places);
            if (spread) OrbitLoops<T>.Spread(in _tables, in block, places, section.Rows, values, packed);
            else OrbitLoops<T>.Sum(in _tables, in block, places, section.Rows, values, packed);
        }
    }

    // Between the output term of a class and [lists, rows, channels].
    private readonly void Outputs(in Section section, T* output, T* mixed, bool store)
    {
        ref OrbitTerm term = ref _tables.Terms[_tables.OutputTerm + _tables.Classes[section.Class].Term];
        for (int list = 0; list < section.Lists; list++)
        for (int row = 0; row < section.Rows; row++, mixed += term.Channels)
        {
            T* values = output + (nint)(section.Row + row) * _tables.OutputSize + term.Offset + (nint)_tables.Lists[section.List + list] * term.Channels;
            if (store) Runs.Copy(values, mixed, term.Channels);
            else Runs.Copy(mixed, values, term.Channels);
        }
    }

    // The orbits of a block from one on, as many as are packed at once.
    private readonly OrbitBlock Part(in OrbitBlock block, int orbit, int outer)
    {
        int channels = _tables.Terms[block.Term].Channels, count = Math.Min(Math.Max(1, MostColumns / channels), block.OrbitCount - orbit);
        return new() { Term = block.Term, OrbitCount = count, Weight = block.Weight + orbit * channels * outer, Starts = block.Starts + orbit, Entries = block.Entries };
    }

    private readonly int Inner(in OrbitBlock block) => block.OrbitCount * _tables.Terms[block.Term].Channels;

    private readonly int Outer(int number) => _tables.Terms[_tables.OutputTerm + _tables.Classes[number].Term].Channels;

    // Some lists of a class, for some rows of the batch.
    private readonly record struct Section(int Class, int List, int Lists, int Row, int Rows);
}
