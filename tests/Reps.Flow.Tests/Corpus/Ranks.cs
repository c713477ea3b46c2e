using Reps;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Corpus;

public static class LastAxisFromTheFirst
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.sum(x.dim() - 1); // REPS3004
}

public static class LastAxisOfComponents
{
    public static Tensor Run([Rep("1o")] Tensor x) => x.norm((int)x.ndim - 1);
}

public static class LastAxisByTheShape
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.unflatten(x.shape.Length - 1, 3, x.shape[^1] / 3).norm(-2);
}

public static class LastAxisByTheShapeWrongly
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.unflatten(x.shape.Length - 1, 3, x.shape[^1] / 3).sum([-2L]); // REPS3004
}

public static class LastAxisInAVariable
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        long last = x.Dimensions - 1;
        return x.unflatten(last, 3, 4).relu().flatten(-2); // REPS3106
    }
}

// The axis is that of the rows now.
public static class LastAxisBeforeAnotherIsAdded
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        long last = x.dim() - 1;
        x = x.unsqueeze(0);
        return x.sum(last);
    }
}

public static class LastAxisOfAnotherTensor
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.unsqueeze(0).sum(x.dim() - 1);
}

public static class AxisBehindTheLast
{
    public static Tensor Run([Rep("1o")] Tensor x)
    {
        Tensor pairs = x.unsqueeze(0) - x.unsqueeze(1);
        return pairs.norm((int)x.dim());
    }
}

public static class LastAxisOfAFeature
{
    [return: Rep("4x0e")]
    public static Tensor Run(Feature<Hidden> x)
    {
        Tensor vectors = x.Tensor.narrow(-1, 4, 12);
        return vectors.unflatten(x.Tensor.dim() - 1, 3, 4).norm(-2) + x.Tensor.narrow(x.Tensor.dim() - 1, 0, 4);
    }
}

public static class LastAxisOfAPart
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x) => x.narrow(-1, 4, 12).unflatten(x.dim() - 1, 3, 4).norm(-2);
}

public static class LastAxisOfAPartWrongly
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x) => x.narrow(-1, 4, 12).unflatten(x.dim() - 1, 4, 3).norm(-1); // REPS3006
}

public static class JoinedAlongTheLastAxis
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor v) => cat([s, v], s.dim() - 1);
}

public static class JoinedAlongTheLastAxisWrongly
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor v) => cat([v, s], s.dim() - 1); // REPS3012
}

public static class StackedBehindTheLastAxis
{
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => stack([x, y], x.dim()).norm(-2);
}

public static class StackedBehindTheLastAxisWrongly
{
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => stack([x, y], x.dim()).relu(); // REPS3106
}

public static class AxisAddedBehindTheLast
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => (x.unsqueeze(x.dim()) * ones(2, dtype: ScalarType.Float64)).sum(-1);
}

public static class RankOfKnownAxes
{
    [return: Rep("4x0e")]
    public static Tensor Run([Shape(2, 3, 12), Rep("4x1o", Rank = 3)] Tensor x) => x.sum(1).unflatten(x.dim() - 2, 3, 4).norm(-2);
}

public static class RankOfKnownAxesWrongly
{
    public static Tensor Run([Shape(2, 3, 12), Rep("4x1o", Rank = 3)] Tensor x) => x.sum(1).sum(x.dim() - 2); // REPS3004
}

public static class BatchAndSizes
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape([.. x.shape[..^1], 3, 4]).norm(-2);
}

public static class BatchAndSizesWrongly
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape([.. x.shape[..^1], 4, 3]).norm(-1); // REPS3006
}

public static class BatchOfKnownAxesAndSizes
{
    [return: Rep("4x0e")]
    public static Tensor Run([Shape(2, 3, 12), Rep("4x1o", Rank = 3)] Tensor x) => x.view([.. x.shape[..^1], 3, 4]).norm(-2);
}

public static class BatchOfKnownAxesAndSizesWrongly
{
    public static Tensor Run([Shape(2, 3, 12), Rep("4x1o", Rank = 3)] Tensor x) => x.view([.. x.shape[..^1], 3, 4]).sum([-2L]); // REPS3004
}

public static class BatchOfNodesAndSizes
{
    public static Tensor Run([Nodes(0), Rep("4x1o", Rank = 2)] Tensor x) => x.reshape([.. x.shape[..^1], 3, 4]).norm(-2).sum([0L]);
}

public static class BatchOfNodesAndSizesWrongly
{
    public static Tensor Run([Nodes(0), Rep("4x1o", Rank = 2)] Tensor x) => x.reshape([.. x.shape[..^1], 3, 4]).norm(-2)[0]; // REPS3015
}

public static class ShapeOfAnother
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor vectors = x.unflatten(x.dim() - 1, 3, 4);
        Tensor doubled = vectors.flatten(-2) * 2;
        return doubled.reshape(vectors.shape).norm(-2);
    }
}

public static class ShapeOfAnotherWrongly
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor vectors = x.unflatten(x.dim() - 1, 3, 4);
        Tensor doubled = vectors.flatten(-2) * 2;
        return doubled.reshape(vectors.shape).sum([-2L]); // REPS3004
    }
}

public static class ViewAsAnother
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor vectors = x.unflatten(x.dim() - 1, 3, 4);
        return (vectors / (vectors.norm(-2, keepdim: true) + 1)).view_as(x);
    }
}

public static class ViewAsAnotherWrongly
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor vectors = x.unflatten(x.dim() - 1, 3, 4);
        return vectors.transpose(-1, -2).reshape(x.shape).tanh(); // REPS3106
    }
}

public static class SizesInAnArrayThatIsWritten
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        long[] sizes = [.. x.shape[..^1], 4, 3];
        sizes[^2] = 3;
        sizes[^1] = 4;
        return x.reshape(sizes).norm(-2);
    }
}

public static class LengthsOfTheLayer
{
    private static readonly Norm s_norm = Norm.Create("4x1o");

    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_norm.call(x).softmax(-1);
}

public static class LengthsOfTheLayerAsVectors
{
    private static readonly Norm s_norm = Norm.Create("4x1o");

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_norm.call(x).repeat(1, 3); // REPS3011
}
