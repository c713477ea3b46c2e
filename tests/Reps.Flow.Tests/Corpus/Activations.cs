using Reps;
using Reps.Layers;
using static TorchSharp.torch;

namespace Corpus;

[Rep("4x0e + 4x1o")] public readonly partial struct Hidden;
[Rep("4x0e")] public readonly partial struct Scalars;
[Rep("4x1o")] public readonly partial struct Vectors;
[Rep("4x0o")] public readonly partial struct Pseudoscalars;
[Rep("1o")] public readonly partial struct Vector;

[SphericalHarmonics<Vector>] public sealed partial class EmbedVectors;

public static class ReluOnVectors
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => x.relu(); // REPS3106
}

public static class ReluOnScalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0e")] Tensor x) => x.relu();
}

public static class TanhOnPseudoscalars
{
    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => x.tanh();
}

public static class ReluOnPseudoscalars
{
    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => x.relu(); // REPS3102
}

public static class CosineOfPseudoscalars
{
    [return: Rep("4x0e")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => x.cos();
}

public static class SigmoidOfFeature
{
    public static Feature<Hidden> Run(Feature<Hidden> x) => new(x.Tensor.sigmoid()); // REPS3106
}

public static class SigmoidOfNorms
{
    public static Feature<Vectors> Run(Feature<Vectors> x)
    {
        Tensor components = x.Tensor.reshape(-1, 3, 4);
        Tensor norms = components.norm(-2, keepdim: true);
        return new((components * norms.sigmoid()).flatten(-2));
    }
}
