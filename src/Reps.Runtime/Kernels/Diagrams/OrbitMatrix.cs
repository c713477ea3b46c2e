using System.Numerics;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Diagrams;

/// <summary>Between the weights of a layer of orbits and its matrix: every pair of lists is in one orbit.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct OrbitMatrix<T>(OrbitTables tables) : IMatrixSource<T>
    where T : unmanaged, INumberBase<T>
{
    // Values of a matrix that stays in a cache.
    private const long MostValues = 1 << 16;

    private readonly OrbitTables _tables = tables;

    public int InputSize => _tables.InputSize;

    public int OutputSize => _tables.OutputSize;

    /// <summary>
    /// Whether a batch is multiplied faster with the matrix, the time to fill it included. A pair of lists costs a sum about a nanosecond, and more
    /// with channels; a matrix product does thirty multiplications in that time; and filling costs six for each pair, and one for each value.
    /// </summary>
    /// <param name="tables">The program.</param>
    /// <param name="rows">The rows of the batch.</param>
    public static bool Pays(in OrbitTables tables, int rows)
    {
        long values = (long)tables.InputSize * tables.OutputSize;
        if (values == 0 || values > MostValues) return false;
        double sums = 0, pairs = 0;
        for (int c = 0; c < tables.ClassCount; c++)
        {
            OrbitClass found = tables.Classes[c];
            int outer = tables.Terms[tables.OutputTerm + found.Term].Channels;
            for (int b = found.Block; b < found.Block + found.BlockCount; b++)
            {
                ref OrbitTerm term = ref tables.Terms[tables.Blocks[b].Term];
                pairs += (double)found.ListCount * term.Lists;
                sums += found.ListCount * ((term.Lists * (1 + (term.Channels / 8.0))) + (tables.Blocks[b].OrbitCount * (double)term.Channels * outer / 16));
            }
        }
        return rows * (sums - (values / 30.0)) > (6 * pairs) + values;
    }

    public void Gather(T* weights, T* biases, T* matrix, T* constant, bool transposed)
    {
        Runs.Clear(constant, _tables.OutputSize);
        long used = Scratch.Used;
        int* places = Scratch.Rent<int>(_tables.MostLists + 1);
        (nint byInput, nint byOutput) = transposed ? ((nint)1, (nint)_tables.InputSize) : (_tables.OutputSize, 1);
        for (int c = 0; c < _tables.ClassCount; c++)
        for (int list = _tables.Classes[c].List; list < _tables.Classes[c].List + _tables.Classes[c].ListCount; list++)
        {
            (int column, int outer) = Column(c, list);
            if (biases is not null) Runs.Copy(constant + column, biases + _tables.Classes[c].Bias, outer);
            for (int b = _tables.Classes[c].Block; b < _tables.Classes[c].Block + _tables.Classes[c].BlockCount; b++)
            {
                OrbitBlock block = _tables.Blocks[b];
                ref OrbitTerm term = ref _tables.Terms[block.Term];
                OrbitLoops<T>.Move(in _tables, in term, list, places);
                T* from = weights + block.Weight;
                int* starts = _tables.Rest + block.Starts, entries = _tables.Rest + block.Entries;
                for (int orbit = 0; orbit < block.OrbitCount; orbit++, from += term.Channels * outer)
                for (int entry = starts[orbit]; entry < starts[orbit + 1]; entry++)
                {
                    T* corner = matrix + (term.Offset + places[entries[entry]]) * byInput + column * byOutput;
                    for (int u = 0; u < term.Channels; u++)
                    for (int v = 0; v < outer; v++)
                        corner[u * byInput + v * byOutput] = from[u * outer + v];
                }
            }
        }
        Scratch.Used = used;
    }

    public void Scatter(T* matrix, T* constant, T* weights, T* biases)
    {
        if (weights is not null) Runs.Clear(weights, _tables.WeightCount);
        if (biases is not null) Runs.Clear(biases, _tables.BiasCount);
        long used = Scratch.Used;
        int* places = Scratch.Rent<int>(_tables.MostLists + 1);
        for (int c = 0; c < _tables.ClassCount; c++)
        for (int list = _tables.Classes[c].List; list < _tables.Classes[c].List + _tables.Classes[c].ListCount; list++)
        {
            (int column, int outer) = Column(c, list);
            if (biases is not null) Runs.Add(biases + _tables.Classes[c].Bias, constant + column, outer);
            if (weights is null) continue;
            for (int b = _tables.Classes[c].Block; b < _tables.Classes[c].Block + _tables.Classes[c].BlockCount; b++)
            {
                OrbitBlock block = _tables.Blocks[b];
                ref OrbitTerm term = ref _tables.Terms[block.Term];
                OrbitLoops<T>.Move(in _tables, in term, list, places);
                T* to = weights + block.Weight;
                int* starts = _tables.Rest + block.Starts, entries = _tables.Rest + block.Entries;
                for (int orbit = 0; orbit < block.OrbitCount; orbit++, to += term.Channels * outer)
                for (int entry = starts[orbit]; entry < starts[orbit + 1]; entry++)
                {
                    T* corner = matrix + (nint)(term.Offset + places[entries[entry]]) * _tables.OutputSize + column;
                    for (int u = 0; u < term.Channels; u++) Runs.Add(to + u * outer, corner + (nint)u * _tables.OutputSize, outer);
                }
            }
        }
        Scratch.Used = used;
    }

    // Where the values of an output list are in a row, and how many.
    private (int Column, int Channels) Column(int number, int list)
    {
        ref OrbitTerm term = ref _tables.Terms[_tables.OutputTerm + _tables.Classes[number].Term];
        return (term.Offset + _tables.Lists[list] * term.Channels, term.Channels);
    }
}
