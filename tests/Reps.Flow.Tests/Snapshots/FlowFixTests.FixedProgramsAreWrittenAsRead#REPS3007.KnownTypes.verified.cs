using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly Model s_model = new();

    [return: Rep<Hidden>]
    public static Tensor Run([Rep<Hidden>] Tensor x) => s_model.call(x.to(ScalarType.Float32));
}

public sealed class Model : nn.Module<Tensor, Tensor>
{
    private readonly ModelMix _mix = new ModelMix(biases: true);

    public Model()
        : base(nameof(Model)) => RegisterComponents();

    [return: Rep<Hidden>]
    public override Tensor forward([Rep<Hidden>] Tensor x) => _mix.call(new Feature<Hidden>(x)).Tensor;
}

[Rep("4x0e + 4x1o")] public readonly partial struct Hidden;

[Linear<Hidden, Hidden>] internal sealed partial class ModelMix;
