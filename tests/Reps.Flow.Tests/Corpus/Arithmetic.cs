using Reps;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Corpus;

public static class AddNumber
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x + 1.0; // REPS3101
}

public static class AddNumberToScalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => x + 1.0;
}

public static class SubtractNumberFromLeft
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => 2 - x; // REPS3101
}

public static class AddZero
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x + 0;
}

public static class AddNumberToPseudoscalars
{
    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => x + 0.5; // REPS3101
}

public static class AddNumberInPlace
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        x.add_(0.25); // REPS3101
        return x;
    }
}

public static class AddOnes
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x + ones(12, dtype: ScalarType.Float64); // REPS3101
}

public static class AddZeros
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x + zeros(12, dtype: ScalarType.Float64);
}

public static class AddShift
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        x += 3; // REPS3101
        return x;
    }
}

public static class AddWeights
{
    private static readonly Parameter s_shift = new(randn(12, dtype: ScalarType.Float64));

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x + s_shift; // REPS3101
}

public static class AddWeightsToScalars
{
    private static readonly Parameter s_shift = new(randn(4, dtype: ScalarType.Float64));

    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => x + s_shift;
}

public static class AddConstantToOneOfTwo
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y)
    {
        Tensor sum = x + y;
        Tensor shifted = sum + 2; // REPS3101
        return shifted;
    }
}

public static class AddVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => x + y - 0.5 * y;
}

public static class AddAxialToPolar
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1e")] Tensor y) => x + y; // REPS3001
}

public static class SubtractAxialFromPolar
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1e")] Tensor y) => x - y; // REPS3001
}

public static class AddInvariantsToVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1x0e")] Tensor s) => x + s; // REPS3001
}

public static class AddNormsToVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x + x.norm(-1, keepdim: true); // REPS3001
}

public static class AddPseudoscalarsToScalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x, [Rep("4x0o")] Tensor y) => x + y; // REPS3001
}

public static class AddSquaredPseudoscalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x, [Rep("4x0o")] Tensor y) => x + y * y;
}

public static class AddUnlikeOfSameSize
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x, [Rep("4x1o + 4x0e")] Tensor y) => x + y; // REPS3001
}

public static class AddLike
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x, [Rep("4x0e + 4x1o")] Tensor y) => x + y;
}

public static class ScaleByNumber
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => -(x * 3) / 2;
}

public static class ScaleByInvariants
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1x0e")] Tensor s) => x * s;
}

public static class DivideByInvariants
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1x0e")] Tensor s) => x / (s * s + 1);
}

public static class ScaleByPseudoscalar
{
    [return: Rep("4x1e")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1x0o")] Tensor p) => x * p;
}

public static class ScaleByPseudoscalarAsPolar
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("1x0o")] Tensor p) => x * p; // REPS3013
}

public static class ScaleByWeight
{
    private static readonly Parameter s_factor = new(ones(1, dtype: ScalarType.Float64) * 2);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x * s_factor;
}

public static class ScaleByWeightPerComponent
{
    private static readonly Parameter s_factors = new(randn(12, dtype: ScalarType.Float64));

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x * s_factors; // REPS3110
}

public static class ScaleByWeightPerComponentOfOne
{
    private static readonly Parameter s_factors = new(rand(3, dtype: ScalarType.Float64));

    [return: Rep("1x1o")]
    public static Tensor Run([Rep("1x1o")] Tensor x) => s_factors * x; // REPS3110
}

public static class ScaleByWeightPerChannel
{
    private static readonly Parameter s_factors = new(randn(4, dtype: ScalarType.Float64));

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => (x.reshape(-1, 3, 4) * s_factors).flatten(-2);
}

public static class ScaleScalarsByWeights
{
    private static readonly Parameter s_factors = new(randn(4, dtype: ScalarType.Float64));

    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => x * s_factors;
}

public static class ScalePseudoscalarsByWeights
{
    private static readonly Parameter s_factors = new(randn(4, dtype: ScalarType.Float64));

    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => x * s_factors;
}

public static class ScaleByOtherScalarsPerComponent
{
    [return: Rep("1x1o")]
    public static Tensor Run([Rep("1x1o")] Tensor x, [Rep("3x0e")] Tensor s) => x * s; // REPS3002
}

public static class MultiplyVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => x * y; // REPS3002
}

public static class SquareVectors
{
    [return: Rep("4x1e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.square(); // REPS3002
}

public static class SquareThenRoot
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor squares = x.pow(2); // REPS3002
        return squares.sqrt();
    }
}

public static class CubeVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x * x * x; // REPS3002
}

public static class DivideByVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => x / y; // REPS3002
}

public static class InnerProducts
{
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => (x * y).sum(-1);
}

public static class SquaredNorms
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.pow(2).sum(-1, keepdim: true);
}

public static class MeanSquares
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.square().mean([-1L]);
}

public static class ScaledInnerProducts
{
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y, [Rep("1x0e")] Tensor s) => (x * y * s).sum(-1);
}

public static class PolarTimesAxial
{
    [return: Rep("1x0o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1e")] Tensor y) => (x * y).sum(-1, keepdim: true);
}

public static class PolarTimesAxialAsScalar
{
    [return: Rep("1x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1e")] Tensor y) => (x * y).sum(-1, keepdim: true); // REPS3013
}

public static class PolarTimesAxialSquared
{
    [return: Rep("1x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1e")] Tensor y)
    {
        Tensor product = (x * y).sum(-1, keepdim: true);
        return product * product;
    }
}

public static class MultiplyPseudoscalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0o")] Tensor x, [Rep("4x0o")] Tensor y) => x * y;
}

public static class MultiplyPseudoscalarsAsOdd
{
    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x, [Rep("4x0o")] Tensor y) => x * y; // REPS3013
}

public static class ReciprocalOfPseudoscalars
{
    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => 1 / x;
}

public static class Interpolate
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => 0.25 * x + 0.75 * y;
}

public static class InverseSquare
{
    [return: Rep("1x1o")]
    public static Tensor Run([Rep("1x1o")] Tensor x) => x / (x * x).sum(-1, keepdim: true);
}
