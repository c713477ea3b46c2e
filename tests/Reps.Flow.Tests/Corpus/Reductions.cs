using Reps;
using static TorchSharp.torch;

namespace Corpus;

public static class SumOfComponents
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.sum(-1); // REPS3004
}

public static class MeanOfComponents
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.mean([-1L]); // REPS3004
}

public static class SumOfScalars
{
    public static Tensor Run([Rep("4x0e")] Tensor x) => x.sum(-1);
}

public static class SumOfPseudoscalars
{
    [return: Rep("1x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => x.sum(-1, keepdim: true);
}

public static class SumOfBatch
{
    [return: Rep("4x1o")]
    public static Tensor Run([Shape(6, 12), Rep("4x1o", Rank = 2)] Tensor x) => x.sum(0, keepdim: true);
}

public static class MeanOfBatch
{
    [return: Rep("4x1o")]
    public static Tensor Run([Shape(6, 12), Rep("4x1o", Rank = 2)] Tensor x) => x.mean([0L], keepdim: true);
}

public static class SumOfChannels
{
    [return: Rep("1x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).sum(-1);
}

public static class SumOfComponentsOfChannels
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).sum(-2); // REPS3004
}

public static class EuclideanNorm
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.norm(-1);
}

public static class NormOfEachVector
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).norm(-2);
}

public static class NormOfEachComponent
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).norm(-1); // REPS3004
}

public static class TaxicabNorm
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.norm(-1, p: 1); // REPS3004
}

public static class LinalgNorm
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => linalg.vector_norm(x, dims: [-1L]);
}

public static class NormOfAll
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.norm();
}

public static class SumOfAll
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.sum(); // REPS3004
}

public static class MeanOfSquaresOfAll
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.square().mean();
}

public static class LargestComponent
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.amax(-1); // REPS3004
}

public static class LargestOfBatch
{
    [return: Rep("4x1o")]
    public static Tensor Run([Shape(6, 12), Rep("4x1o", Rank = 2)] Tensor x) => x.amax([0L], keepdim: true); // REPS3004
}

public static class LargestScalarOfBatch
{
    [return: Rep("4x0e")]
    public static Tensor Run([Shape(6, 4), Rep("4x0e", Rank = 2)] Tensor x) => x.amax([0L], keepdim: true);
}

public static class LargestPseudoscalar
{
    public static Tensor Run([Rep("4x0o")] Tensor x) => x.max(); // REPS3004
}

public static class SpreadOfVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Shape(6, 12), Rep("4x1o", Rank = 2)] Tensor x) => x / x.std(0); // REPS3004
}

public static class SumOfScalarsBesideVectors
{
    public static Tensor Run([Rep("4x0e + 2x1o")] Tensor x) => x.sum(-1); // REPS3004
}

public static class SumOfTheScalarSegment
{
    public static Tensor Run([Rep("4x0e + 2x1o")] Tensor x) => x.narrow(-1, 0, 4).sum(-1);
}

public static class ProductOfScalars
{
    public static Tensor Run([Rep("4x0e")] Tensor x) => x.prod(-1);
}

public static class MixedInnerProduct
{
    public static Tensor Run([Rep("2x0e + 2x1o")] Tensor x, [Rep("2x0e + 2x1o")] Tensor y) => (x * y).sum(-1);
}

public static class InnerProductOfDifferentParities
{
    public static Tensor Run([Rep("2x0e + 2x1o")] Tensor x, [Rep("2x0e + 2x1e")] Tensor y) => (x * y).sum(-1); // REPS3002
}

public static class LargestNorm
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).norm(-2).amax(-1);
}

public static class FrobeniusNorm
{
    public static Tensor Run([Rep("O(3): 1xV^2")] Tensor x) => x.pow(2).sum([-3L, -2L]);
}
