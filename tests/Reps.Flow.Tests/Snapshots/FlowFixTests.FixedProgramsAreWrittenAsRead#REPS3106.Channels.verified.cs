using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly NormActivation s_normActivation = NormActivation.Create("4x1o", ScalarActivation.Sigmoid);

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_normActivation.call(x.reshape(-1, 3, 4).flatten(-2)).unflatten(1, 3, 4).flatten(-2);
}
