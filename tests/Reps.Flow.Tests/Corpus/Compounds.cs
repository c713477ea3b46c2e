using Reps;
using TorchSharp;
using static TorchSharp.torch;

namespace Corpus;

public static class AddedProductWithNorm
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => x.addcmul(y, x.norm(-1, keepdim: true), 0.5);
}

public static class AddedProductOfComponents
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => x.addcmul(x, y, 0.5); // REPS3002
}

public static class AddedQuotient
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => x.addcdiv(y, 1 + x.norm(-1, keepdim: true), 2);
}

public static class AddedQuotientOfComponents
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => x.addcdiv(y, x, 2); // REPS3002
}

public static class AddedMatrixProduct
{
    [return: Nodes(0)]
    public static Tensor Run([Shape(5, 2), Nodes(0), Rep("2x0e", Rank = 2)] Tensor x, [Shape(5, 5, 1), Rep("S(n): 1xV^2", Rank = 3)] Tensor a) =>
        x.addmm(a.squeeze(-1), x).relu();
}

public static class LowerTriangleOfEdges
{
    [return: Rep("S(n): 1xV")]
    public static Tensor Run([Shape(4, 5, 5, 1), Rep("S(n): 1xV^2", Rank = 4)] Tensor x) => x.squeeze(-1).tril().sum(-1, keepdim: true); // REPS3015
}

public static class LowerTriangleOfChannels
{
    public static Tensor Run([Shape(4, 3, 3), Rep("3x0e", Rank = 3)] Tensor x) => x.tril().relu();
}

public static class UpperTriangleOfTensor
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(4, 3), Rep("1o", Rank = 2)] Tensor x) => x.unsqueeze(-1).expand(-1, 3, 4).triu().sum(-1); // REPS3005
}

public static class DiagonalOfEdges
{
    [return: Nodes(0), Rep("2x0e", Rank = 2)]
    public static Tensor Run([Shape(5, 5, 2), Rep("S(n): 2xV^2", Rank = 3)] Tensor x) => x.diagonal(0, 0, 1).transpose(0, 1).relu();
}

public static class TraceOfEdges
{
    public static Tensor Run([Shape(5, 5, 1), Rep("S(n): 1xV^2", Rank = 3)] Tensor x) => x.squeeze(-1).trace().exp();
}

public static class RepeatedVectors
{
    [return: Rep("1o + 1o")]
    public static Tensor Run([Shape(4, 3), Rep("1o", Rank = 2)] Tensor x) => x.repeat(1, 2);
}

public static class RepeatedVectorsAsChannels
{
    [return: Rep("2x1o")]
    public static Tensor Run([Shape(4, 3), Rep("1o", Rank = 2)] Tensor x) => x.repeat(1, 2); // REPS3012
}

public static class ComponentsMovedFirst
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(4, 12), Rep("4x1o", Rank = 2)] Tensor x) => movedim(x.reshape(4, 3, 4), 1, 2).sum(-2);
}

public static class ComponentsMovedFirstActivated
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(4, 12), Rep("4x1o", Rank = 2)] Tensor x) => movedim(x.reshape(4, 3, 4), 1, 2).relu().sum(-2); // REPS3106
}

public static class StackedVertically
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(4, 3), Rep("1o", Rank = 2)] Tensor x, [Shape(4, 3), Rep("1o", Rank = 2)] Tensor y) => vstack([x, y * 2]);
}

public static class StackedVerticallyUnlike
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(4, 3), Rep("1o", Rank = 2)] Tensor x, [Shape(4, 3), Rep("1e", Rank = 2)] Tensor y) => vstack([x, y]); // REPS3001
}

public static class ChosenBetweenUnlike
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1e")] Tensor y) => torch.where(x.norm(-1, keepdim: true) > 2, x, y); // REPS3001
}

public static class ChosenOrOne
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => torch.where(x.norm(-1, keepdim: true) > 1.5, x, ones(1, dtype: ScalarType.Float64)); // REPS3101
}

public static class ChosenOrZero
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => torch.where(x.norm(-1, keepdim: true) > 1.5, x, zeros(1, dtype: ScalarType.Float64)) * 2;
}

public static class MaskOfTwoNorms
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y)
    {
        Tensor mask = (x.norm(-1, keepdim: true) > 1).logical_and(y.norm(-1, keepdim: true) > 1);
        return x * mask.to(ScalarType.Float64);
    }
}

public static class RemainderOfVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x % 1; // REPS3106
}

public static class RemainderOfScalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => x.fmod(0.7).remainder(0.5);
}

public static class RemainderOfPseudoscalars
{
    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => x.remainder(0.7); // REPS3102
}

public static class OddRemainderOfPseudoscalars
{
    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => x.fmod(0.7);
}

public static class ScaledPositions
{
    [return: Rep("1o")]
    public static Tensor Run([Positions] Tensor x, [Positions] Tensor y) => x.add(y, -1);
}

public static class ScaledPositionsWrongly
{
    public static Tensor Run([Positions] Tensor x, [Positions] Tensor y) => x.add(y, -0.5).norm(-1); // REPS3014
}
