using Reps;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using Linear = TorchSharp.Modules.Linear;

namespace Corpus;

public static class LinearOnVectors
{
    private static readonly Linear s_linear = nn.Linear(12, 12, hasBias: false, dtype: ScalarType.Float64);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_linear.call(x); // REPS3007
}

public static class LinearOnScalars
{
    private static readonly Linear s_linear = nn.Linear(4, 8, hasBias: true, dtype: ScalarType.Float64);

    [return: Rep("8x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => s_linear.call(x);
}

public static class LinearOnPseudoscalars
{
    private static readonly Linear s_linear = nn.Linear(4, 8, hasBias: false, dtype: ScalarType.Float64);

    [return: Rep("8x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => s_linear.call(x);
}

public static class BiasOnPseudoscalars
{
    private static readonly Linear s_linear = nn.Linear(4, 8, hasBias: true, dtype: ScalarType.Float64);

    [return: Rep("8x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => s_linear.call(x); // REPS3016
}

public static class LinearOnChannels
{
    private static readonly Linear s_linear = nn.Linear(4, 8, hasBias: false, dtype: ScalarType.Float64);

    [return: Rep("8x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_linear.call(x.reshape(-1, 3, 4)).flatten(-2);
}

public static class BiasOnChannels
{
    private static readonly Linear s_linear = nn.Linear(4, 8, hasBias: true, dtype: ScalarType.Float64);

    [return: Rep("8x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_linear.call(x.reshape(-1, 3, 4)).flatten(-2); // REPS3016
}

public static class LinearOnComponents
{
    private static readonly Linear s_linear = nn.Linear(3, 3, hasBias: false, dtype: ScalarType.Float64);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_linear.call(x.reshape(-1, 3, 4).transpose(-1, -2)).transpose(-1, -2).flatten(-2); // REPS3007
}

public static class LinearOnMixed
{
    private static readonly Linear s_linear = nn.Linear(16, 1, hasBias: true, dtype: ScalarType.Float64);

    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x) => s_linear.call(x); // REPS3007
}

public static class LinearOnTheScalarSegment
{
    private static readonly Linear s_linear = nn.Linear(4, 1, hasBias: true, dtype: ScalarType.Float64);

    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x) => s_linear.call(x.narrow(-1, 0, 4));
}

public static class MatrixOnVectors
{
    private static readonly Parameter s_matrix = new(randn(3, 3, dtype: ScalarType.Float64));

    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => x.matmul(s_matrix); // REPS3007
}

public static class MatrixOnChannels
{
    private static readonly Parameter s_matrix = new(randn(4, 4, dtype: ScalarType.Float64));

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.reshape(-1, 3, 4).matmul(s_matrix).flatten(-2);
}

public static class FunctionalLinear
{
    private static readonly Parameter s_matrix = new(randn(12, 12, dtype: ScalarType.Float64));

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => F.linear(x, s_matrix); // REPS3007
}

public static class GramMatrix
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor components = x.reshape(-1, 3, 4);
        return components.transpose(-1, -2).matmul(components);
    }
}

public static class GramMatrixOverChannels
{
    [return: Rep("O(3): 1xV^2")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor components = x.reshape(-1, 3, 4);
        return components.matmul(components.transpose(-1, -2)).unsqueeze(-1);
    }
}

public static class GramMatrixActivated
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor components = x.reshape(-1, 3, 4);
        return components.transpose(-1, -2).matmul(components).relu();
    }
}

public static class EinsumOfInnerProducts
{
    public static Tensor Run([Shape(4, 3), Rep("1o", Rank = 2)] Tensor x, [Shape(6, 3), Rep("1o", Rank = 2)] Tensor y) => einsum("ai,bi->ab", x, y);
}

public static class EinsumOfComponents
{
    public static Tensor Run([Shape(4, 3), Rep("1o", Rank = 2)] Tensor x, [Shape(6, 1), Rep("0e", Rank = 2)] Tensor y) => einsum("ai,bj->ab", x, y); // REPS3004
}

public static class EinsumOfChannels
{
    private static readonly Parameter s_matrix = new(randn(4, 4, dtype: ScalarType.Float64));

    [return: Rep("4x1o")]
    public static Tensor Run([Shape(5, 12), Rep("4x1o", Rank = 2)] Tensor x) => einsum("bic,cd->bid", x.reshape(5, 3, 4), s_matrix).flatten(-2);
}

public static class EinsumOnComponents
{
    private static readonly Parameter s_matrix = new(randn(3, 3, dtype: ScalarType.Float64));

    [return: Rep("4x1o")]
    public static Tensor Run([Shape(5, 12), Rep("4x1o", Rank = 2)] Tensor x) => einsum("bic,ij->bjc", x.reshape(5, 3, 4), s_matrix).flatten(-2); // REPS3007
}

public static class CrossProduct
{
    [return: Rep("1e")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => linalg.cross(x, y);
}

public static class CrossProductAsPolar
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y) => linalg.cross(x, y); // REPS3013
}

public static class TripleProduct
{
    [return: Rep("1x0o")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y, [Rep("1o")] Tensor z) => (linalg.cross(x, y) * z).sum(-1, keepdim: true);
}

public static class TripleProductAsEnergy
{
    [return: Rep("1x0e")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y, [Rep("1o")] Tensor z) => (linalg.cross(x, y) * z).sum(-1, keepdim: true); // REPS3013
}

public static class SequentialOnScalars
{
    private static readonly Sequential s_layers = nn.Sequential(nn.Linear(4, 8, dtype: ScalarType.Float64), nn.SiLU(), nn.Linear(8, 1, dtype: ScalarType.Float64));

    public static Tensor Run([Rep("4x0e")] Tensor x) => s_layers.call(x);
}

public static class SequentialOnVectors
{
    private static readonly Sequential s_layers = nn.Sequential(nn.Linear(12, 8, dtype: ScalarType.Float64), nn.SiLU(), nn.Linear(8, 1, dtype: ScalarType.Float64));

    public static Tensor Run([Rep("4x1o")] Tensor x) => s_layers.call(x); // REPS3007
}

public static class SequentialOnPseudoscalars
{
    private static readonly Sequential s_layers = nn.Sequential(nn.Linear(4, 8, hasBias: false, dtype: ScalarType.Float64), nn.SiLU());

    public static Tensor Run([Rep("4x0o")] Tensor x) => s_layers.call(x); // REPS3102
}
