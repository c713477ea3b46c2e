using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly Model s_model = new();

    [return: Rep("8x0e + 2x0o + 4x1o")]
    public static Tensor Run([Rep("8x0e + 2x0o + 4x1o")] Tensor x) => s_model.call(x.to(ScalarType.Float32));
}

public sealed class Model : nn.Module<Tensor, Tensor>
{
    private readonly LinearModule _gates = LinearModule.Create("8x0e + 2x0o + 4x1o", "2x0o + 12x0e + 4x1o");

    private readonly Gate _gate = Gate.For(Signature.Parse("8x0e + 2x0o + 4x1o").Irreps, even: ScalarActivation.Silu);

    public Model()
        : base(nameof(Model)) => RegisterComponents();

    [return: Rep("8x0e + 2x0o + 4x1o")]
    public override Tensor forward([Rep("8x0e + 2x0o + 4x1o")] Tensor x) => _gate.call(_gates.call(x));
}
