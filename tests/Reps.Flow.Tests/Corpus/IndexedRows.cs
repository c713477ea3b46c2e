using Reps;
using TorchSharp;
using static TorchSharp.torch;

namespace Corpus;

public static class MessagesAdded
{
    [return: Nodes(0), Rep("4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from, [NodeIndices(6)] Tensor to)
    {
        Tensor messages = x.index_select(0, from) * 2;
        return zeros(5, 12, dtype: ScalarType.Float64).index_add(0, to, messages, 1);
    }
}

public static class MessagesAddedThenActivated
{
    [return: Nodes(0), Rep("4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from, [NodeIndices(6)] Tensor to)
    {
        Tensor sum = zeros(5, 12, dtype: ScalarType.Float64);
        sum.index_add_(0, to, x.index_select(0, from), 1);
        return sum.relu(); // REPS3106
    }
}

public static class UnlikeMessagesAdded
{
    [return: Nodes(0), Rep("4x1o", Rank = 2)]
    public static Tensor Run(
        [Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x,
        [Shape(5, 12), Nodes(0), Rep("4x1e", Rank = 2)] Tensor y,
        [NodeIndices(6)] Tensor from,
        [NodeIndices(6)] Tensor to
    ) => x.index_add(0, to, y.index_select(0, from), 1); // REPS3001
}

public static class ConstantsAddedToRows
{
    [return: Nodes(0), Rep("4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor to) => x.index_add(0, to, ones(6, 12, dtype: ScalarType.Float64), 1); // REPS3101
}

public static class AddedToNodesByNumber
{
    [return: Nodes(0), Rep("4x0e", Rank = 2)]
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x.index_add(0, tensor(new long[] { 0, 3 }), ones(2, 4, dtype: ScalarType.Float64), 1); // REPS3015
}

public static class NodesByWrittenNumbers
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x.index_select(0, torch.tensor(new long[] { 0, 2 })).sum([0L]); // REPS3015
}

public static class NodesByArange
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x.index_select(0, arange(3)).sum([0L]); // REPS3015
}

public static class AllNodesInAnotherOrder
{
    public static Tensor Run([Shape(5, 4), Rep("S(5): 4xV", Rank = 2)] Tensor x) => x.index_select(0, torch.tensor(new long[] { 4, 2, 0, 1, 3 })).sum([0L]);
}

public static class ComponentByIndex
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.index_select(-1, torch.tensor(new long[] { 0, 1 })); // REPS3003
}

public static class SegmentByIndices
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("2x0e + 1o")] Tensor x) => x.index_select(-1, arange(2, 5));
}

public static class ScalarsByIndices
{
    public static Tensor Run([Rep("4x0e + 1o")] Tensor x) => x.index_select(-1, arange(4)).relu();
}

public static class GatheredRows
{
    [return: Rep("4x1o")]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from) =>
        x.gather(0, from.unsqueeze(-1).expand(-1, 12));
}

public static class GatheredRowsActivated
{
    [return: Rep("4x1o")]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from) =>
        x.gather(0, from.view(-1, 1).expand(-1, 12)).tanh(); // REPS3106
}

public static class GatheredScalars
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from) =>
        x.gather(0, from.unsqueeze(-1).expand(-1, 2)).sigmoid();
}

public static class GatheredScalarsOfVectors
{
    public static Tensor Run([Shape(5, 16), Nodes(0), Rep("4x0e + 4x1o", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from) =>
        x.gather(0, from.unsqueeze(-1).expand(-1, 4)).relu();
}

public static class TakenAlongRows
{
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from)
    {
        Tensor rows = x.take_along_dim(from.unsqueeze(-1).expand(-1, x.shape[1]), 0);
        return rows.exp(); // REPS3106
    }
}

public static class ScatteredMessages
{
    [return: Nodes(0), Rep("4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from, [NodeIndices(6)] Tensor to)
    {
        Tensor messages = x.index_select(0, from);
        return zeros(5, 12, dtype: ScalarType.Float64).scatter_add(0, to.unsqueeze(-1).expand_as(messages), messages);
    }
}

public static class ScatteredMessagesActivated
{
    [return: Nodes(0), Rep("4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from, [NodeIndices(6)] Tensor to)
    {
        Tensor messages = x.index_select(0, from);
        Tensor sum = zeros(5, 12, dtype: ScalarType.Float64);
        sum.scatter_add_(0, to.unsqueeze(-1).expand(-1, 12), messages);
        return sum + 0.5; // REPS3101
    }
}

public static class ScatteredScalars
{
    [return: Nodes(0), Rep("4x0e", Rank = 2)]
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from, [NodeIndices(6)] Tensor to)
    {
        Tensor messages = x.index_select(0, from);
        return zeros(5, 4, dtype: ScalarType.Float64).scatter_add(0, to.unsqueeze(-1).expand_as(messages), messages).relu();
    }
}

public static class RowsFilledWithZero
{
    [return: Nodes(0), Rep("4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(2)] Tensor which) => x.index_fill(0, which, 0);
}

public static class RowsFilledWithOne
{
    [return: Nodes(0), Rep("4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(2)] Tensor which) => x.index_fill(0, which, 1); // REPS3101
}

public static class RowsCopied
{
    [return: Nodes(0), Rep("4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(1)] Tensor to, [Shape(1, 12), Rep("4x1o", Rank = 2)] Tensor rows) =>
        x.index_copy(0, to, rows);
}

public static class RowsCopiedActivated
{
    [return: Nodes(0), Rep("4x1o", Rank = 2)]
    public static Tensor Run([Shape(5, 12), Nodes(0), Rep("4x1o", Rank = 2)] Tensor x, [NodeIndices(1)] Tensor to, [Shape(1, 12), Rep("4x1o", Rank = 2)] Tensor rows) =>
        x.index_copy(0, to, rows).abs(); // REPS3106
}

public static class NormsOfEdges
{
    [return: Nodes(0), Rep("1x0e", Rank = 2)]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor points, [NodeIndices(6)] Tensor from, [NodeIndices(6)] Tensor to)
    {
        Tensor edges = points.index_select(0, to) - points.index_select(0, from);
        Tensor lengths = edges.norm(-1, keepdim: true);
        return zeros(5, 1, dtype: ScalarType.Float64).index_add(0, to, lengths, 1);
    }
}

public static class SumOfAbsolutePositions
{
    [return: Nodes(0), Rep("1x0e", Rank = 2)]
    public static Tensor Run([Shape(5, 3), Nodes(0), Positions(Rank = 2)] Tensor points, [NodeIndices(6)] Tensor from, [NodeIndices(6)] Tensor to) =>
        zeros(5, 1, dtype: ScalarType.Float64).index_add(0, to, points.index_select(0, from).norm(-1, keepdim: true), 1); // REPS3014
}
