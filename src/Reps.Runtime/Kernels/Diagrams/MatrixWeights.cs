using System.Numerics;

namespace Reps.Kernels.Diagrams;

/// <summary>Between the weights of a layer and its matrix, [input, output] or transposed, with a row for the biases after the others.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class MatrixWeights<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The matrix, and the sum of the biases at every output.</summary>
    public static void Gather(in MatrixTables tables, T* weights, T* biases, T* matrix, T* constant, bool transposed)
    {
        Runs.Clear(matrix, (nint)tables.InputSize * tables.OutputSize);
        Runs.Clear(constant, tables.OutputSize);
        for (int p = 0; p < tables.PathCount; p++)
        {
            MatrixPath path = tables.Paths[p];
            bool bias = path.Weight < 0;
            if (bias && biases is null) continue;
            T* source = bias ? biases + (-1 - path.Weight) : weights + path.Weight;
            for (MatrixEntry* entry = tables.Entries + path.Entry, end = entry + path.EntryCount; entry < end; entry++)
            {
                int row = path.Input + entry->Row * path.InputChannels, column = path.Output + entry->Column * path.OutputChannels;
                for (int u = 0; u < path.InputChannels; u++)
                {
                    T* from = source + u * path.OutputChannels;
                    if (bias) Add(constant + column, 1, from, path.OutputChannels, entry->Sign);
                    else if (transposed) Add(matrix + (nint)column * tables.InputSize + row + u, tables.InputSize, from, path.OutputChannels, entry->Sign);
                    else Add(matrix + (nint)(row + u) * tables.OutputSize + column, 1, from, path.OutputChannels, entry->Sign);
                }
            }
        }
    }

    /// <summary>The gradients by the weights, from those by the matrix, and by the biases, from those by the constant; null for those not wanted.</summary>
    public static void Scatter(in MatrixTables tables, T* matrix, T* constant, T* weights, T* biases)
    {
        if (weights is not null) Runs.Clear(weights, tables.WeightCount);
        if (biases is not null) Runs.Clear(biases, tables.BiasCount);
        for (int p = 0; p < tables.PathCount; p++)
        {
            MatrixPath path = tables.Paths[p];
            bool bias = path.Weight < 0;
            if ((bias ? biases : weights) is null) continue;
            T* target = bias ? biases + (-1 - path.Weight) : weights + path.Weight;
            for (MatrixEntry* entry = tables.Entries + path.Entry, end = entry + path.EntryCount; entry < end; entry++)
            {
                int row = path.Input + entry->Row * path.InputChannels, column = path.Output + entry->Column * path.OutputChannels;
                for (int u = 0; u < path.InputChannels; u++)
                    Add(target + u * path.OutputChannels, 1, (bias ? constant : matrix + (nint)(row + u) * tables.OutputSize) + column, path.OutputChannels, entry->Sign);
            }
        }
    }

    private static void Add(T* target, nint stride, T* source, int count, int sign)
    {
        for (int n = 0; n < count; n++, target += stride) *target = sign < 0 ? *target - source[n] : *target + source[n];
    }
}
