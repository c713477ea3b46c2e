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
    private readonly NormActivation _act = NormActivation.Create("4x1o", ScalarActivation.Relu);

    private readonly SiLU _shared = nn.SiLU();

    private readonly NormActivation _normActivation = NormActivation.Create("4x1o", ScalarActivation.Silu);

    public Model()
        : base(nameof(Model)) => RegisterComponents();

    [return: Rep("4x1o")]
    public override Tensor forward([Rep("4x1o")] Tensor x) => _act.call(x) + _normActivation.call(x) + _normActivation.call(x * 2);
}
