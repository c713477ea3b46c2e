using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly S2Activation s_s2Activation = new S2Activation(Signature.Parse("1x0e + 1x1o + 1x2e").Irreps, ScalarActivation.Tanh, resolution: 60);

    [return: Rep("0e + 1o + 2e")]
    public static Tensor Run([Rep("0e + 1o + 2e")] Tensor x) => s_s2Activation.call(x);
}
