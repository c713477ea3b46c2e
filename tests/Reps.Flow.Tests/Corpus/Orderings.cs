using Reps;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Corpus;

public static class SoftmaxOverComponents
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => x.softmax(-1); // REPS3005
}

public static class SoftmaxOverScalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => x.softmax(-1);
}

public static class SoftmaxOverChannelsOfVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => F.softmax(x.reshape(-1, 3, 4), -1).flatten(-2); // REPS3005
}

public static class SoftmaxOfNorms
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).norm(-2).softmax(-1);
}

public static class LargestComponentIndex
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.argmax(-1); // REPS3005
}

public static class LargestScalarIndex
{
    public static Tensor Run([Rep("4x0e")] Tensor x) => x.argmax(-1);
}

public static class LargestPseudoscalarIndex
{
    public static Tensor Run([Rep("4x0o")] Tensor x) => x.argmax(-1); // REPS3005
}

public static class SortComponents
{
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.sort(-1).Values; // REPS3005
}

public static class SortScalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => x.sort(-1).Values;
}

public static class AccumulateComponents
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => x.cumsum(-1); // REPS3005
}

public static class AccumulateRows
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(4, 3), Rep("1o", Rank = 2)] Tensor x) => x.cumsum(0);
}

public static class FlipComponents
{
    [return: Rep("2e")]
    public static Tensor Run([Rep("2e")] Tensor x) => x.flip(-1); // REPS3005
}

public static class AttentionOverBatch
{
    [return: Rep("1o")]
    public static Tensor Run([Shape(4, 3), Rep("1o", Rank = 2)] Tensor x, [Shape(4, 1), Rep("1x0e", Rank = 2)] Tensor score) => (score.softmax(0) * x).sum(0, keepdim: true);
}
