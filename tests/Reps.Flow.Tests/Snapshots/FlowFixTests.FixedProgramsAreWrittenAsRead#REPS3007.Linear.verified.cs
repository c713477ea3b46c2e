using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Linear = TorchSharp.Modules.Linear;

public static class P
{
    private static readonly Model s_model = new();

    [return: Rep("16x0e + 16x1o")]
    public static Tensor Run([Rep("8x0e + 8x1o")] Tensor x) => s_model.call(x.to(ScalarType.Float32));
}

public sealed class Model : nn.Module<Tensor, Tensor>
{
    private readonly ModelFirst _first = new ModelFirst(biases: true);

    private readonly ModelSecond _second = new ModelSecond();

    public Model()
        : base(nameof(Model)) => RegisterComponents();

    [return: Rep("16x0e + 16x1o")]
    public override Tensor forward([Rep("8x0e + 8x1o")] Tensor x) => _second.call(new Feature<Rep16x0e16x1o>(_first.call(new Feature<Rep8x0e8x1o>(x)).Tensor)).Tensor;
}

[Rep("8x0e + 8x1o")] internal readonly partial struct Rep8x0e8x1o;

[Rep("16x0e + 16x1o")] internal readonly partial struct Rep16x0e16x1o;

[Linear<Rep8x0e8x1o, Rep16x0e16x1o>] internal sealed partial class ModelFirst;

[Linear<Rep16x0e16x1o, Rep16x0e16x1o>] internal sealed partial class ModelSecond;
