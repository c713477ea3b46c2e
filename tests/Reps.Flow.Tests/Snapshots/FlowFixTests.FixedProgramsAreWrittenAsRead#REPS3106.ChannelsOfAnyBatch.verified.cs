using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly NormActivation s_normActivation = NormActivation.Create("4x1o", ScalarActivation.Sigmoid);

    private static readonly EquivariantDropout s_dropout = EquivariantDropout.Create("4x1o", 0.2);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        Tensor vectors = x.unflatten(x.dim() - 1, 3, 4);
        return (s_normActivation.call(vectors.flatten(-2)).reshape(vectors.shape) + s_dropout.call(vectors.flatten(-2)).reshape(vectors.shape)).flatten(-2);
    }
}