using System;
using System.Numerics;
using Reps.Kernels.Execution;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Rowwise;

/// <summary>
/// The output or the gradients of a batch, in parts of consecutive rows. As in the channelwise form, parts sum the gradient of shared weights
/// on their own, and their sums are added in order.
/// </summary>
internal unsafe struct RowwiseJob<T, S, V>(ProductCall<T> call, RowwiseTables<T> tables, int parts, T* partialWeights) : IJob
    where T : unmanaged, INumberBase<T>
    where S : struct, ILanes<V, T>
    where V : struct
{
    // Tiles of four vectors while their lines fit the second-level cache.
    private const int TileBytes = 384 * 1024;

    private ProductCall<T> _call = call;
    private RowwiseTables<T> _tables = tables;
    private readonly int _parts = parts;
    private readonly T* _partialWeights = partialWeights;

    private readonly bool _shared = call.WeightStride == 0;

    private readonly bool IsBackward => _call.GradOutput is not null;

    /// <summary>Into how many parts a batch is cut.</summary>
    public static int PartsOf(int rows, bool shared)
    {
        int tiles = (rows + 4 * S.Count - 1) / (4 * S.Count);
        return shared ? Math.Min(16, tiles) : tiles;
    }

    public readonly void Run(int part)
    {
        bool perRow = _call.WeightStride > 0;
        bool gradShared = _partialWeights is not null;
        long lines = (long)_tables.LeftSize + _tables.RightSize + _tables.OutputSize + (perRow ? _tables.WeightCount : 0);
        if (IsBackward) lines += (long)_tables.LeftSize + _tables.RightSize + (perRow ? _tables.WeightCount : 0);
        int line = (lines * 4 * S.Count * sizeof(T)) <= TileBytes ? 4 * S.Count : S.Count;
        int components = Math.Max(1, _tables.MostComponents);
        long chunk = Math.Max(components, RowwiseTile<T, S, V>.ChunkBytes / (line * sizeof(T)));
        chunk = Math.Max(chunk, (_tables.MostTrilinearLines + 1) / 2);
        T* next = Scratch.Rent<T>((lines + _tables.MostProducts + 2 * chunk) * line + (gradShared ? (long)_tables.WeightCount * S.Count : 0));

        RowwiseTile<T, S, V> tile = new() { Line = line, SharedWeights = _call.Weights };
        tile.Left = Take(ref next, _tables.LeftSize, line);
        tile.Right = Take(ref next, _tables.RightSize, line);
        T* output = Take(ref next, _tables.OutputSize, line);
        if (perRow) tile.WeightLines = Take(ref next, _tables.WeightCount, line);
        if (IsBackward)
        {
            tile.GradOutput = output;
            T* gradLeft = Take(ref next, _tables.LeftSize, line);
            T* gradRight = Take(ref next, _tables.RightSize, line);
            if (_call.GradLeft is not null) tile.GradLeft = gradLeft;
            if (_call.GradRight is not null) tile.GradRight = gradRight;
            T* gradWeights = perRow ? Take(ref next, _tables.WeightCount, line) : null;
            if (perRow && _call.GradWeights is not null) tile.GradWeights = gradWeights;
        }
        else
        {
            tile.Output = output;
        }
        tile.Products = Take(ref next, _tables.MostProducts, line);
        tile.Components = next;
        tile.GradComponents = next + chunk * line;
        if (gradShared)
        {
            tile.GradWeights = next + 2 * chunk * line;
            new Span<T>(tile.GradWeights, _tables.WeightCount * S.Count).Clear();
        }

        nint end = (nint)((long)_call.Rows * (part + 1) / _parts);
        for (nint row = (nint)((long)_call.Rows * part / _parts); row < end; row += line) Run(ref tile, row, (int)Math.Min(line, end - row));
        if (gradShared)
            for (int n = 0; n < _tables.WeightCount; n++)
                _partialWeights[(nint)part * _tables.WeightCount + n] = S.Sum(S.Load(ref tile.GradWeights[(nint)n * S.Count], 0));
    }

    private readonly void Run(ref RowwiseTile<T, S, V> tile, nint row, int count)
    {
        int line = tile.Line;
        TileCopy.Gather(_call.Left + row * _tables.LeftSize, _tables.LeftSize, count, tile.Left, line);
        TileCopy.Gather(_call.Right + row * _tables.RightSize, _tables.RightSize, count, tile.Right, line);
        if (tile.WeightLines is not null) TileCopy.Gather(_call.Weights + row * _tables.WeightCount, _tables.WeightCount, count, tile.WeightLines, line);
        if (!IsBackward)
        {
            TileCopy.Clear(tile.Output, _tables.OutputSize, line);
            int* groups = _tables.Groups;
            for (int n = 0; n < _tables.GroupCount; n++, groups += *groups)
            {
                RowwiseGroup group = new(groups);
                if (group.Header->IsTrilinear == 0 || !_shared) tile.Forward(in group, _tables.Coefficients);
            }
            if (_shared) RunTrilinear(in tile);
            TileCopy.Scatter(tile.Output, line, _call.Output + row * _tables.OutputSize, _tables.OutputSize, count, _call.Accumulate);
            return;
        }
        TileCopy.Gather(_call.GradOutput + row * _tables.OutputSize, _tables.OutputSize, count, tile.GradOutput, line);
        if (tile.GradLeft is not null) TileCopy.Clear(tile.GradLeft, _tables.LeftSize, line);
        if (tile.GradRight is not null) TileCopy.Clear(tile.GradRight, _tables.RightSize, line);
        bool perRow = tile.WeightLines is not null && tile.GradWeights is not null;
        if (perRow) TileCopy.Clear(tile.GradWeights, _tables.WeightCount, line);
        int* next = _tables.Groups;
        for (int n = 0; n < _tables.GroupCount; n++, next += *next)
        {
            RowwiseGroup group = new(next);
            if (group.Header->IsTrilinear == 0 || !_shared) tile.Backward(in group, _tables.Coefficients);
        }
        if (_shared) RunTrilinear(in tile);
        if (tile.GradLeft is not null)
            TileCopy.Scatter(tile.GradLeft, line, _call.GradLeft + row * _tables.LeftSize, _tables.LeftSize, count, _call.Accumulate);
        if (tile.GradRight is not null)
            TileCopy.Scatter(tile.GradRight, line, _call.GradRight + row * _tables.RightSize, _tables.RightSize, count, _call.Accumulate);
        if (perRow)
            TileCopy.Scatter(tile.GradWeights, line, _call.GradWeights + row * _tables.WeightCount, _tables.WeightCount, count, _call.Accumulate);
    }

    private readonly void RunTrilinear(in RowwiseTile<T, S, V> tile)
    {
        TrilinearTile<T, S, V> trilinear = new()
        {
            Values = { Left = tile.Left, Right = tile.Right, Output = tile.GradOutput },
            Targets = { Left = tile.GradLeft, Right = tile.GradRight, Output = tile.Output },
            Weights = tile.SharedWeights,
            GradWeights = tile.GradWeights,
            Memory = tile.Components,
            MemoryLines = Math.Max(_tables.MostTrilinearLines, RowwiseTile<T, S, V>.ChunkBytes / (tile.Line * sizeof(T))),
            Line = tile.Line,
        };
        int* next = _tables.Trilinear;
        for (int n = 0; n < _tables.TrilinearCount; n++, next += *next) trilinear.Run(new TrilinearPath(next), _tables.Coefficients);
    }

    private static T* Take(ref T* next, int size, int line)
    {
        T* taken = next;
        next += (nint)size * line;
        return taken;
    }
}
