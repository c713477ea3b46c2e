using System.Linq;
using Reps;
using static TorchSharp.torch;

namespace Inertia;

/// <summary>A network from masses and positions to inertia tensors.</summary>
/// <param name="title">What the network is called in tables.</param>
public abstract class InertiaNetwork(string title) : nn.Module<Tensor, Tensor>(title)
{
    /// <summary>What the network is called in tables.</summary>
    public string Title { get; } = title;

    /// <summary>The number of weights and biases.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>Predicts inertia tensors.</summary>
    /// <param name="bodies">[bodies, 20]; see <see cref="Bodies.Inputs"/>.</param>
    /// <returns>[bodies, 9].</returns>
    public abstract override Tensor forward([Rep("O(3): 5xV^0 + 5xV", Rank = 2)] Tensor bodies);
}
