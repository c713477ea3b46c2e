using Reps;
using Reps.Layers;
using static TorchSharp.torch;

namespace Corpus;

public static class ComponentsOuter
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).norm(-2);
}

public static class ChannelsOuter
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 4, 3).norm(-1); // REPS3006
}

public static class ChannelsOuterView
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.view(-1, 4, 3).norm(-1); // REPS3006
}

public static class ChannelsOuterOfSingle
{
    [return: Rep("1x0e")]
    public static Tensor Run([Rep("1x1o")] Tensor x) => x.reshape(-1, 1, 3).norm(-1);
}

public static class Halves
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 2, 6).pow(2).sum(-1); // REPS3006
}

public static class HalvesOfChannels
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 2, 2).pow(2).sum([-3L, -1L]);
}

public static class ScalarsAnyhow
{
    public static Tensor Run([Rep("12x0e")] Tensor x) => x.reshape(-1, 4, 3).sum(-1);
}

public static class TransposeAndBack
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).transpose(-1, -2).transpose(-1, -2).flatten(-2);
}

public static class TransposeAndFlatten
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).transpose(-1, -2).flatten(-2); // REPS3012
}

public static class TransposedNorms
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).transpose(-1, -2).norm(-1);
}

public static class TransposedThenReshapedWrongly
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).transpose(-1, -2).reshape(-1, 3, 4).norm(-2); // REPS3006
}

public static class E3nnOrder
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => IrrepsLayout.ToE3nn(Irreps.Parse("4x1o"), x).reshape(-1, 4, 3).norm(-1);
}

public static class UnflattenComponents
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.unflatten(x.dim() - 1, 3, 4).norm(-2);
}

public static class UnflattenChannels
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.unflatten(x.dim() - 1, 4, 3).norm(-1); // REPS3006
}

public static class FlattenBatch
{
    [return: Rep("4x1o")]
    public static Tensor Run([Shape(2, 3, 12), Rep("4x1o", Rank = 3)] Tensor x) => x.flatten(0, 1);
}

public static class AddAxis
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => x.unsqueeze(-1).squeeze(-1);
}

public static class AddAxisByIndex
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => x[TensorIndex.Ellipsis, TensorIndex.None].sum(-1);
}

public static class PermuteAxes
{
    [return: Rep("4x0e")]
    public static Tensor Run([Shape(5, 12), Rep("4x1o", Rank = 2)] Tensor x) => x.reshape(5, 3, 4).permute(0, 2, 1).norm(-1);
}

public static class PermuteAxesWrongly
{
    public static Tensor Run([Shape(5, 12), Rep("4x1o", Rank = 2)] Tensor x) => x.reshape(5, 3, 4).permute(0, 2, 1).sum(-1); // REPS3004
}

public static class ExpandChannels
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("1x1o")] Tensor x) => x.unsqueeze(-1).expand(-1, 3, 4).flatten(-2);
}

public static class OuterProduct
{
    [return: Rep("O(3): 1xV^2")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => (x.unsqueeze(-1) * y.unsqueeze(-2)).unsqueeze(-1);
}

public static class OuterProductActivated
{
    [return: Rep("O(3): 1xV^2")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => (x.unsqueeze(-1) * y.unsqueeze(-2)).relu().unsqueeze(-1); // REPS3106
}

public static class ShapeFromTensor
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(x.shape[0], 3, 4).norm(-2);
}

public static class ShapeFromTensorWrongly
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(x.shape[0], 4, 3).norm(-1); // REPS3006
}
