using System;
using System.Numerics;

namespace Reps.Kernels.Rowwise;

/// <summary>Exchanges rows of the batch and lines of a tile.</summary>
internal static unsafe class TileCopy
{
    /// <summary>tile[value, row] = rows[row, value]; rows beyond the batch become zero.</summary>
    public static void Gather<T>(T* rows, int size, int count, T* tile, int line)
        where T : unmanaged
    {
        for (nint r = 0; r < count; r++)
        {
            T* row = rows + r * size;
            for (nint n = 0; n < size; n++) tile[n * line + r] = row[n];
        }
        for (nint r = count; r < line; r++)
            for (nint n = 0; n < size; n++)
                tile[n * line + r] = default;
    }

    /// <summary>rows[row, value] (+)= tile[value, row].</summary>
    public static void Scatter<T>(T* tile, int line, T* rows, int size, int count, bool accumulate)
        where T : unmanaged, INumberBase<T>
    {
        for (nint r = 0; r < count; r++)
        {
            T* row = rows + r * size;
            if (accumulate)
                for (nint n = 0; n < size; n++)
                    row[n] += tile[n * line + r];
            else
                for (nint n = 0; n < size; n++)
                    row[n] = tile[n * line + r];
        }
    }

    /// <summary>Sets lines to zero.</summary>
    public static void Clear<T>(T* tile, int size, int line)
        where T : unmanaged
    {
        for (nint n = 0; n < size; n++) new Span<T>(tile + n * line, line).Clear();
    }
}
