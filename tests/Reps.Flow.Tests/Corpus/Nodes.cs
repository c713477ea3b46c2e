using Reps;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

namespace Corpus;

public static class FirstNode
{
    [return: Rep("4x0e")]
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x[0]; // REPS3015
}

public static class FirstTwoNodes
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x.narrow(0, 0, 2).sum([0L]); // REPS3015
}

public static class SumOfNodes
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x.sum([0L]);
}

public static class LargestOfNodes
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x.amax([0L]);
}

public static class MeanOfNodes
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x.mean([0L]);
}

public static class LastNode
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x[TensorIndex.Slice(-1), TensorIndex.Ellipsis].sum([0L]); // REPS3015
}

public static class NodesByEdges
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x, [NodeIndices(6)] Tensor from) => x.index_select(0, from).relu();
}

public static class AccumulateNodes
{
    [return: Nodes(0)]
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x.cumsum(0); // REPS3015
}

public static class FlipNodes
{
    [return: Nodes(0)]
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x.flip(0); // REPS3015
}

public static class SoftmaxOverNodes
{
    [return: Nodes(0)]
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x.softmax(0);
}

public static class LinearOnNodes
{
    private static readonly Linear s_linear = nn.Linear(4, 3, hasBias: true, dtype: ScalarType.Float64);

    [return: Nodes(0)]
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => s_linear.call(x);
}

public static class LinearAcrossNodes
{
    private static readonly Linear s_linear = nn.Linear(5, 3, hasBias: true, dtype: ScalarType.Float64);

    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => s_linear.call(x.transpose(0, 1)); // REPS3015
}

public static class FlattenedNodes
{
    private static readonly Linear s_linear = nn.Linear(20, 3, hasBias: true, dtype: ScalarType.Float64);

    public static Tensor Run([Shape(5, 4), Rep("S(5): 4xV")] Tensor x) => s_linear.call(x.flatten(-2)); // REPS3015
}

public static class NumberedNodes
{
    private static readonly Parameter s_codes = new(randn(5, 4, dtype: ScalarType.Float64));

    [return: Nodes(0)]
    public static Tensor Run([Shape(5, 4), Rep("S(5): 4xV")] Tensor x) => x + s_codes; // REPS3015
}

public static class WeightedNodes
{
    private static readonly Parameter s_factors = new(randn(5, 1, dtype: ScalarType.Float64));

    public static Tensor Run([Shape(5, 4), Rep("S(5): 4xV")] Tensor x) => (x * s_factors).sum(-2); // REPS3015
}

public static class CodedChannels
{
    private static readonly Parameter s_codes = new(randn(1, 4, dtype: ScalarType.Float64));

    [return: Nodes(0)]
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x) => x + s_codes;
}

public static class SumOfEdges
{
    [return: Rep("S(n): 2xV")]
    public static Tensor Run([Shape(4, 5, 5, 2), Rep("S(n): 2xV^2")] Tensor x) => x.sum(-2);
}

public static class TransposeEdges
{
    [return: Rep("S(n): 2xV^2")]
    public static Tensor Run([Shape(4, 5, 5, 2), Rep("S(n): 2xV^2")] Tensor x) => x + x.transpose(-3, -2);
}

public static class FirstRowOfEdges
{
    public static Tensor Run([Shape(4, 5, 5, 2), Rep("S(n): 2xV^2")] Tensor x) => x.select(-3, 0).sum(-2); // REPS3015
}

public static class AdjacencyTimesNodes
{
    [return: Rep("S(n): 2xV")]
    public static Tensor Run([Shape(5, 2), Nodes(0), Rep("2x0e", Rank = 2)] Tensor x, [Shape(5, 5, 1), Rep("S(n): 1xV^2", Rank = 3)] Tensor a) => a.squeeze(-1).matmul(x);
}

public static class VectorsOfNodes
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(5, 3), Nodes(0), Rep("1o", Rank = 2)] Tensor x) => x.sum(0, keepdim: true);
}

public static class VectorsOfFirstNode
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(5, 3), Nodes(0), Rep("1o", Rank = 2)] Tensor x) => x[0].unsqueeze(0); // REPS3015
}

public static class LoopOverNodes
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x)
    {
        Tensor sum = zeros(4, dtype: ScalarType.Float64);
        for (int i = 0; i < 5; i++) sum = sum + x[i];
        return sum;
    }
}

public static class IndexWrittenByACall
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x)
    {
        int last = 0;
        Count(x, ref last);
        return x.narrow(0, 0, last).sum([0L]);
    }

    private static void Count(Tensor x, ref int count) => count = (int)x.shape[0];
}

public static class LoopOverSomeNodes
{
    public static Tensor Run([Shape(5, 4), Nodes(0), Rep("4x0e", Rank = 2)] Tensor x)
    {
        Tensor sum = x[3]; // REPS3015
        for (int i = 0; i < 2; i++) sum = sum + x[i];
        return sum;
    }
}
