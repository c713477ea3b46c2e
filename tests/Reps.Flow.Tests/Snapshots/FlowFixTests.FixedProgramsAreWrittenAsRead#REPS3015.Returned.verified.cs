using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    [return: Nodes(0), Rep("1o")]
    public static Tensor Run([Nodes(0), Rep("1o", Rank = 2)] Tensor x) => x.alias();
}
