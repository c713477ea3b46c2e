using Reps;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Corpus;

public static class LayerNormOnVectors
{
    private static readonly LayerNorm s_norm = nn.LayerNorm([12L], dtype: ScalarType.Float64);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_norm.call(x); // REPS3009
}

public static class LayerNormOnScalars
{
    private static readonly LayerNorm s_norm = nn.LayerNorm([4L], dtype: ScalarType.Float64);

    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => s_norm.call(x);
}

public static class LayerNormOnChannels
{
    private static readonly LayerNorm s_norm = nn.LayerNorm([4L], dtype: ScalarType.Float64);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_norm.call(x.reshape(-1, 3, 4)).flatten(-2); // REPS3009
}

public static class BatchNormOnVectors
{
    private static readonly BatchNorm1d s_norm = nn.BatchNorm1d(12, dtype: ScalarType.Float64);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_norm.call(x); // REPS3009
}

public static class BatchNormOnScalars
{
    private static readonly BatchNorm1d s_norm = nn.BatchNorm1d(4, dtype: ScalarType.Float64);

    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => s_norm.call(x);
}

public static class DropoutOnVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => F.dropout(x, 0.5); // REPS3008
}

public static class DropoutOnScalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => F.dropout(x, 0.5);
}

public static class DropoutOnPseudoscalars
{
    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => F.dropout(x, 0.5);
}

public static class DropoutInEvaluation
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => F.dropout(x, 0.5, training: false);
}

public static class DropoutModuleOnVectors
{
    private static readonly Dropout s_dropout = nn.Dropout(0.5);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_dropout.call(x); // REPS3008
}

public static class UnitVectors
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => F.normalize(x, dim: -1);
}

public static class UnitOfEachVector
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => F.normalize(x.reshape(-1, 3, 4), dim: -2).flatten(-2);
}

public static class UnitOfEachComponent
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => F.normalize(x.reshape(-1, 3, 4), dim: -1).flatten(-2); // REPS3009
}

public static class DivideByNorm
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x) => x / (x.norm(-1, keepdim: true) + 1e-3);
}
