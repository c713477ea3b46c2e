using Reps;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Corpus;

public static class FirstComponent
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x[TensorIndex.Ellipsis, 0]; // REPS3003
}

public static class FirstScalar
{
    public static Tensor Run([Rep("4x0e")] Tensor x) => x[TensorIndex.Ellipsis, 0];
}

public static class PartOfVectors
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.narrow(-1, 0, 3); // REPS3003
}

public static class WholeSegment
{
    [return: Rep("2x1o")]
    public static Tensor Run([Rep("4x0e + 2x1o + 1x2e")] Tensor x) => x.narrow(-1, 4, 6);
}

public static class ShiftedSegment
{
    [return: Rep("2x1o")]
    public static Tensor Run([Rep("4x0e + 2x1o + 1x2e")] Tensor x) => x.narrow(-1, 3, 6); // REPS3003
}

public static class TwoSegments
{
    [return: Rep("2x1o + 1x2e")]
    public static Tensor Run([Rep("4x0e + 2x1o + 1x2e")] Tensor x) => x[TensorIndex.Ellipsis, TensorIndex.Slice(4)];
}

public static class WrongSegmentDeclared
{
    [return: Rep("2x1o")]
    public static Tensor Run([Rep("4x0e + 2x1o + 2x1e")] Tensor x) => x.narrow(-1, 10, 6); // REPS3013
}

public static class SomeScalars
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("4x0e + 2x1o")] Tensor x) => x[TensorIndex.Ellipsis, TensorIndex.Slice(1, 3)];
}

public static class ScalarsAndABit
{
    public static Tensor Run([Rep("4x0e + 2x1o")] Tensor x) => x[TensorIndex.Ellipsis, TensorIndex.Slice(0, 5)]; // REPS3003
}

public static class NamedSlice
{
    [return: Rep("4x1o")]
    public static Tensor Run(Feature<Hidden> x) => x.Tensor[TensorIndex.Ellipsis, TensorIndex.Slice(Hidden.L1o)];
}

public static class NamedSliceOfScalars
{
    [return: Rep("4x0e")]
    public static Tensor Run(Feature<Hidden> x) => x.Tensor[TensorIndex.Ellipsis, TensorIndex.Slice(Hidden.L0e)].relu();
}

public static class NamedSliceActivated
{
    [return: Rep("4x1o")]
    public static Tensor Run(Feature<Hidden> x) => x.Tensor[TensorIndex.Ellipsis, TensorIndex.Slice(Hidden.L1o)].relu(); // REPS3106
}

public static class SegmentOfFeature
{
    [return: Rep("4x0e")]
    public static Tensor Run(Feature<Hidden> x) => x.Segment(1).norm(-2);
}

public static class SegmentOfFeatureActivated
{
    [return: Rep("4x1o")]
    public static Tensor Run(Feature<Hidden> x) => x.Segment(1).tanh().flatten(-2); // REPS3106
}

public static class SplitBySegments
{
    [return: Rep("4x0e + 2x1o")]
    public static Tensor Run([Rep("4x0e + 2x1o")] Tensor x)
    {
        Tensor[] parts = x.split([4L, 6L], -1);
        return cat([parts[0].relu(), parts[1]], -1);
    }
}

public static class SplitAcross
{
    [return: Rep("4x0e + 2x1o")]
    public static Tensor Run([Rep("4x0e + 2x1o")] Tensor x)
    {
        Tensor[] parts = x.split([5L, 5L], -1); // REPS3003
        return cat([parts[0].relu(), parts[1]], -1);
    }
}

public static class ChunksOfScalars
{
    [return: Rep("2x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x)
    {
        Tensor[] halves = x.chunk(2, -1);
        return halves[0] * halves[1].sigmoid();
    }
}

public static class ChunksOfVectors
{
    [return: Rep("2x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor[] halves = x.chunk(2, -1); // REPS3003
        return halves[0] + halves[1];
    }
}

public static class ChunksOfChannels
{
    [return: Rep("2x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor[] halves = x.reshape(-1, 3, 4).chunk(2, -1);
        return (halves[0] + halves[1]).flatten(-2);
    }
}

public static class SelectComponent
{
    public static Tensor Run([Rep("1o")] Tensor x) => x.select(-1, 2); // REPS3003
}

public static class SelectChannel
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).select(-1, 2);
}

public static class HeightOfVectors
{
    public static Tensor Run([Rep("1o")] Tensor x)
    {
        Tensor height = x.narrow(-1, 2, 1); // REPS3003
        return height.squeeze(-1);
    }
}

public static class UnbindComponents
{
    public static Tensor Run([Rep("1o")] Tensor x)
    {
        Tensor[] xyz = x.unbind(-1); // REPS3003
        return xyz[0] + xyz[1] * 2;
    }
}

public static class RowsOfBatch
{
    [return: Rep("4x1o")]
    public static Tensor Run([Shape(6, 12), Rep("4x1o", Rank = 2)] Tensor x) => x.narrow(0, 1, 3);
}

public static class PermutedRows
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.index_select(0, torch.tensor(new long[] { 2, 0, 1 }));
}
