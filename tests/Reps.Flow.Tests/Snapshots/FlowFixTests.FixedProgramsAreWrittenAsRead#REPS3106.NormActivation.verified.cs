using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly NormActivation s_normActivation = NormActivation.Create("8x0e + 4x1o", ScalarActivation.Relu);

    private static readonly NormActivation s_normActivation2 = NormActivation.Create("8x0e + 4x1o", ScalarActivation.Silu);

    private static readonly NormActivation s_normActivation3 = NormActivation.Create("8x0e + 4x1o", ActivationFunction.Create("clamp", static t => t.clamp(min: 0.5)));

    [return: Rep("8x0e + 4x1o")]
    public static Tensor Run([Rep("8x0e + 4x1o")] Tensor x) => s_normActivation.call(x) + s_normActivation2.call(x) + s_normActivation.call(x) + s_normActivation3.call(x);
}
