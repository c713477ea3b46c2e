using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    public static Tensor Run([Rep("4x0o")] Tensor x) => System.Math.Abs(x.sum().item<double>()) > 0.5 ? (x.abs() > x.abs() * 0.5).to(ScalarType.Float64) : x.abs();
}
