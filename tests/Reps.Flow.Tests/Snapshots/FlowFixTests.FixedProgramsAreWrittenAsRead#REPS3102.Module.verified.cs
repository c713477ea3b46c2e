using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly Model s_model = new();

    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x) => s_model.call(x.to(ScalarType.Float32));
}

public sealed class Model : nn.Module<Tensor, Tensor>
{
    private readonly Tanh _act = nn.Tanh();

    private readonly Sequential _layers = nn.Sequential(nn.Linear(4, 4, hasBias: false), nn.Tanh());

    public Model()
        : base(nameof(Model)) => RegisterComponents();

    [return: Rep("4x0o")]
    public override Tensor forward([Rep("4x0o")] Tensor x) => _layers.call(_act.call(x));
}
