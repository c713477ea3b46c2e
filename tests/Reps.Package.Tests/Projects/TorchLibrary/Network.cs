using Reps;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace TorchLibrary;

[Rep("4x0e + 4x1o")]
public readonly partial struct Hidden;

[Rep("0e + 1o")]
public readonly partial struct Direction;

[SphericalHarmonics<Direction>]
public sealed partial class Embed;

[TensorProduct<Hidden, Direction, Hidden>(Mode.Uvu)]
public sealed partial class Convolve;

[Linear<Hidden, Hidden>]
public sealed partial class Mix;

public sealed class Network : nn.Module<Feature<Hidden>, Tensor, Feature<Hidden>>
{
    private readonly Embed _embed = new();
    private readonly Convolve _convolve = new();
    private readonly Mix _mix = new(biases: true);

    public Network()
        : base("Network") => RegisterComponents();

    public override Feature<Hidden> forward(Feature<Hidden> x, Tensor vectors) => _mix.call(_convolve.call(x, _embed.call(vectors)));
}
