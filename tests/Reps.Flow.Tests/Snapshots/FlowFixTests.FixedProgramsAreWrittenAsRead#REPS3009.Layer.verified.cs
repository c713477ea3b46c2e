using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly Model s_model = new();

    [return: Rep("16x1o")]
    public static Tensor Run([Rep("16x1o")] Tensor x) => s_model.call(x.to(ScalarType.Float32));
}

public sealed class Model : nn.Module<Tensor, Tensor>
{
    private readonly EquivariantLayerNorm _norm = EquivariantLayerNorm.Create("16x1o");

    public Model()
        : base(nameof(Model)) => RegisterComponents();

    [return: Rep("16x1o")]
    public override Tensor forward([Rep("16x1o")] Tensor x) => _norm.call(x);
}
