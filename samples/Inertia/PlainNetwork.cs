using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Inertia;

/// <summary>A multilayer perceptron, which knows nothing of rotations: for comparison.</summary>
public sealed class PlainNetwork : InertiaNetwork
{
    private const int Width = 64;
    private readonly Sequential _layers = nn.Sequential(
        nn.Linear(4 * Bodies.Points, Width), nn.SiLU(), nn.Linear(Width, Width), nn.SiLU(), nn.Linear(Width, 9));

    /// <summary>Makes a network with random weights.</summary>
    public PlainNetwork()
        : base("plain MLP") => RegisterComponents();

    /// <inheritdoc/>
    public override Tensor forward(Tensor bodies) => _layers.forward(bodies);
}
