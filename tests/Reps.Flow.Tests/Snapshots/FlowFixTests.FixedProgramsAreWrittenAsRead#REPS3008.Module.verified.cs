using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly Model s_model = new();

    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x) => s_model.call(x.to(ScalarType.Float32));
}

public sealed class Model : nn.Module<Tensor, Tensor>
{
    private readonly EquivariantDropout _drop = EquivariantDropout.Create("4x1o", 0.1);

    public Model()
        : base(nameof(Model)) => RegisterComponents();

    [return: Rep("4x1o")]
    public override Tensor forward([Rep("4x1o")] Tensor x) => _drop.call(x);
}
