using Reps;
using Reps.Layers;
using static TorchSharp.torch;

namespace Corpus;

public static class ConcatenateInOrder
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor x) => cat([s, x], -1);
}

public static class ConcatenateInOtherOrder
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor x) => cat([x, s], -1); // REPS3012
}

public static class ConcatenateFeature
{
    public static Tensor Run([Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor x)
    {
        Feature<Hidden> hidden = new(cat([s, x], -1));
        return hidden.Tensor.norm(-1);
    }
}

public static class ConcatenateFeatureInOtherOrder
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor x)
    {
        Feature<Hidden> hidden = new(cat([x, s], -1)); // REPS3012
        return hidden.Segment(1).norm(-2);
    }
}

public static class ConcatenateChannels
{
    [return: Rep("8x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => cat([x.reshape(-1, 3, 4), y.reshape(-1, 3, 4)], -1).flatten(-2);
}

public static class ConcatenateVectorsFlat
{
    [return: Rep("8x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => cat([x, y], -1); // REPS3012
}

public static class ConcatenateVectorsFlatDeclared
{
    [return: Rep("4x1o + 4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => cat([x, y], -1);
}

public static class ConcatenateScalarsFlat
{
    [return: Rep("8x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x, [Rep("4x0e")] Tensor y) => cat([x, y], -1);
}

public static class ConcatenateBatch
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1o")] Tensor y) => cat([x, y], 0);
}

public static class ConcatenateBatchOfUnlike
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x, [Rep("4x1e")] Tensor y) => cat([x, y], 0); // REPS3001
}

public static class StackFeatures
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => stack([x, y], -1).sum(-1);
}

public static class StackUnlike
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1e")] Tensor y) => stack([x, y], -1).sum(-1); // REPS3001
}

public static class NormsBesideScalars
{
    [return: Rep("5x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor x) => cat([s, x.norm(-1, keepdim: true)], -1).relu();
}

public static class VectorsBesideScalarsActivated
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e")] Tensor s, [Rep("4x1o")] Tensor x) => cat([s, x], -1).relu(); // REPS3106
}
