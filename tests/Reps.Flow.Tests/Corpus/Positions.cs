using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

namespace Corpus;

public static class DistancesOfPositions
{
    public static Tensor Run([Positions] Tensor p, [Positions] Tensor q) => (p - q).norm(-1);
}

public static class NormOfPositions
{
    public static Tensor Run([Positions] Tensor p) => p.norm(-1); // REPS3014
}

public static class SquareOfPositions
{
    public static Tensor Run([Positions] Tensor p) => (p * p).sum(-1); // REPS3014
}

public static class CentredPositions
{
    [return: Nodes(0), Rep("1o")]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p) => p - p.mean([0L], keepdim: true);
}

public static class CentroidAsVector
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p) => p.mean([0L], keepdim: true); // REPS3014
}

public static class CentroidAsPosition
{
    [return: Positions]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p) => p.mean([0L], keepdim: true);
}

public static class Midpoints
{
    [return: Positions]
    public static Tensor Run([Positions] Tensor p, [Positions] Tensor q) => (p + q) / 2;
}

public static class SumOfPositions
{
    [return: Positions]
    public static Tensor Run([Positions] Tensor p, [Positions] Tensor q) => p + q; // REPS3014
}

public static class MidpointsToThird
{
    public static Tensor Run([Positions] Tensor p, [Positions] Tensor q, [Positions] Tensor r) => ((p + q) / 2 - r).norm(-1);
}

public static class WrongMidpointsToThird
{
    public static Tensor Run([Positions] Tensor p, [Positions] Tensor q, [Positions] Tensor r) => (p + q - r).norm(-1); // REPS3014
}

public static class MovedPositions
{
    [return: Positions]
    public static Tensor Run([Positions] Tensor p, [Rep("1o")] Tensor velocity) => p + 0.1 * velocity;
}

public static class PositionsAsVectors
{
    [return: Rep("1o")]
    public static Tensor Run([Positions] Tensor p) => p * 1; // REPS3014
}

public static class EmbeddedPositions
{
    private static readonly EmbedVectors s_embed = new();

    [return: Rep("1o")]
    public static Tensor Run([Positions] Tensor p) => s_embed.call(p).Tensor; // REPS3014
}

public static class PairDistances
{
    [return: Nodes(0)]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p) => cdist(p, p).sum(-1);
}

public static class EdgeVectors
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p, [NodeIndices(6)] Tensor from, [NodeIndices(6)] Tensor to) => p.index_select(0, to) - p.index_select(0, from);
}

public static class EdgeSources
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p, [NodeIndices(6)] Tensor from) => p.index_select(0, from); // REPS3014
}

public static class LinearOnPositions
{
    private static readonly Linear s_linear = nn.Linear(3, 1, hasBias: false, dtype: ScalarType.Float64);

    public static Tensor Run([Positions] Tensor p) => s_linear.call(p); // REPS3014
}

public static class GramOfPositions
{
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p) => p.matmul(p.transpose(0, 1)).sum(); // REPS3014
}

public static class GramOfCentred
{
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor p)
    {
        Tensor centred = p - p.mean([0L], keepdim: true);
        return centred.matmul(centred.transpose(0, 1)).pow(2).sum();
    }
}
