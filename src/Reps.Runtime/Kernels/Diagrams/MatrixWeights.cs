using System.Numerics;

namespace Reps.Kernels.Diagrams;

/// <summary>Between the weights of a layer of diagrams and its matrix.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe struct MatrixWeights<T>(MatrixTables tables) : IMatrixSource<T>
    where T : unmanaged, INumberBase<T>
{
    private readonly MatrixTables _tables = tables;

    public int InputSize => _tables.InputSize;

    public int OutputSize => _tables.OutputSize;

    public void Gather(T* weights, T* biases, T* matrix, T* constant, bool transposed)
    {
        Runs.Clear(matrix, (nint)_tables.InputSize * _tables.OutputSize);
        Runs.Clear(constant, _tables.OutputSize);
        for (int p = 0; p < _tables.PathCount; p++)
        {
            MatrixPath path = _tables.Paths[p];
            bool bias = path.Weight < 0;
            if (bias && biases is null) continue;
            T* source = bias ? biases + (-1 - path.Weight) : weights + path.Weight;
            for (MatrixEntry* entry = _tables.Entries + path.Entry, end = entry + path.EntryCount; entry < end; entry++)
            {
                int row = path.Input + entry->Row * path.InputChannels, column = path.Output + entry->Column * path.OutputChannels;
                for (int u = 0; u < path.InputChannels; u++)
                {
                    T* from = source + u * path.OutputChannels;
                    if (bias) Add(constant + column, 1, from, path.OutputChannels, entry->Sign);
                    else if (transposed) Add(matrix + (nint)column * _tables.InputSize + row + u, _tables.InputSize, from, path.OutputChannels, entry->Sign);
                    else Add(matrix + (nint)(row + u) * _tables.OutputSize + column, 1, from, path.OutputChannels, entry->Sign);
                }
            }
        }
    }

    public void Scatter(T* matrix, T* constant, T* weights, T* biases)
    {
        if (weights is not null) Runs.Clear(weights, _tables.WeightCount);
        if (biases is not null) Runs.Clear(biases, _tables.BiasCount);
        for (int p = 0; p < _tables.PathCount; p++)
        {
            MatrixPath path = _tables.Paths[p];
            bool bias = path.Weight < 0;
            if ((bias ? biases : weights) is null) continue;
            T* target = bias ? biases + (-1 - path.Weight) : weights + path.Weight;
            for (MatrixEntry* entry = _tables.Entries + path.Entry, end = entry + path.EntryCount; entry < end; entry++)
            {
                int row = path.Input + entry->Row * path.InputChannels, column = path.Output + entry->Column * path.OutputChannels;
                for (int u = 0; u < path.InputChannels; u++)
                    Add(target + u * path.OutputChannels, 1, (bias ? constant : matrix + (nint)(row + u) * _tables.OutputSize) + column, path.OutputChannels, entry->Sign);
            }
        }
    }

    private static void Add(T* target, nint stride, T* source, int count, int sign)
    {
        for (int n = 0; n < count; n++, target += stride) *target = sign < 0 ? *target - source[n] : *target + source[n];
    }
}
