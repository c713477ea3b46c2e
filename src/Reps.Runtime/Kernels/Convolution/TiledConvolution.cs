using System;
using System.Buffers;
using System.Numerics;
using Reps.Kernels.Channelwise;

namespace Reps.Kernels.Convolution;

/// <summary>
/// The convolution of a product that is not channelwise: a few edges at a time are gathered, multiplied and added at their targets. It adds in
/// the order of the edges, so its results are the same bits for any number of threads too.
/// </summary>
internal static class TiledConvolution
{
    private const int TileEdges = 128;

    public static void Forward<T, TKernels>(ref readonly ConvolutionSpans<T> spans, EdgeGraph graph, Span<T> output)
        where T : unmanaged, INumberBase<T>
        where TKernels : struct, IStraightLine<T>
    {
        ProductSizes sizes = new(spans.Program);
        T[] memory = ArrayPool<T>.Shared.Rent(TileEdges * (sizes.Left + sizes.Output));
        Span<T> nodes = memory.AsSpan(0, TileEdges * sizes.Left);
        Span<T> messages = memory.AsSpan(nodes.Length, TileEdges * sizes.Output);
        for (int first = 0; first < graph.EdgeCount; first += TileEdges)
        {
            int count = Math.Min(TileEdges, graph.EdgeCount - first);
            Gather(spans.Left, graph.Sources.Slice(first, count), nodes, sizes.Left);
            Span<T> tile = messages[..(count * sizes.Output)];
            ProductKernel.Forward<T, TKernels>(
                spans.Program, spans.Coefficients, nodes[..(count * sizes.Left)], spans.Right.Slice(first * sizes.Right, count * sizes.Right), spans.WeightsOf(first, count), tile);
            Scatter(tile, graph.Targets.Slice(first, count), output, sizes.Output);
        }
        ArrayPool<T>.Shared.Return(memory);
    }

    public static void Backward<T, TKernels>(
        ref readonly ConvolutionSpans<T> spans,
        EdgeGraph graph,
        ReadOnlySpan<T> gradOutput,
        Span<T> gradLeft,
        Span<T> gradRight,
        Span<T> gradWeights
    )
        where T : unmanaged, INumberBase<T>
        where TKernels : struct, IStraightLine<T>
    {
        ProductSizes sizes = new(spans.Program);
        T[] memory = ArrayPool<T>.Shared.Rent(TileEdges * (2 * sizes.Left + sizes.Output));
        Span<T> nodes = memory.AsSpan(0, TileEdges * sizes.Left);
        Span<T> gradNodes = memory.AsSpan(nodes.Length, TileEdges * sizes.Left);
        Span<T> messages = memory.AsSpan(2 * nodes.Length, TileEdges * sizes.Output);
        for (int first = 0; first < graph.EdgeCount; first += TileEdges)
        {
            int count = Math.Min(TileEdges, graph.EdgeCount - first);
            Gather(spans.Left, graph.Sources.Slice(first, count), nodes, sizes.Left);
            Gather(gradOutput, graph.Targets.Slice(first, count), messages, sizes.Output);
            Span<T> gradTile = gradLeft.IsEmpty ? default : gradNodes[..(count * sizes.Left)];
            gradTile.Clear();
            ProductKernel.Backward<T, TKernels>(
                spans.Program,
                spans.Coefficients,
                nodes[..(count * sizes.Left)],
                spans.Right.Slice(first * sizes.Right, count * sizes.Right),
                spans.WeightsOf(first, count),
                messages[..(count * sizes.Output)],
                gradTile,
                gradRight.IsEmpty ? default : gradRight.Slice(first * sizes.Right, count * sizes.Right),
                gradWeights.IsEmpty || spans.WeightStride == 0 ? gradWeights : gradWeights.Slice(first * sizes.Weights, count * sizes.Weights),
                accumulate: true
            );
            if (!gradLeft.IsEmpty) Scatter(gradTile, graph.Sources.Slice(first, count), gradLeft, sizes.Left);
        }
        ArrayPool<T>.Shared.Return(memory);
    }

    private static void Gather<T>(ReadOnlySpan<T> rows, ReadOnlySpan<int> index, Span<T> tile, int size)
    {
        for (int n = 0; n < index.Length; n++) rows.Slice(index[n] * size, size).CopyTo(tile.Slice(n * size, size));
    }

    private static void Scatter<T>(ReadOnlySpan<T> tile, ReadOnlySpan<int> index, Span<T> rows, int size)
        where T : unmanaged, INumberBase<T>
    {
        for (int n = 0; n < index.Length; n++)
        {
            ReadOnlySpan<T> source = tile.Slice(n * size, size);
            Span<T> target = rows.Slice(index[n] * size, size);
            for (int i = 0; i < target.Length; i++) target[i] += source[i];
        }
    }
}
