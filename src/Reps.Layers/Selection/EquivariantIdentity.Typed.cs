using System;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>The identity between representations that differ in their cuts only, for typed features; see <see cref="EquivariantIdentity"/>.</summary>
/// <typeparam name="TInput">The representation of the input.</typeparam>
/// <typeparam name="TOutput">The representation of the output.</typeparam>
public sealed class EquivariantIdentity<TInput, TOutput> : nn.Module<Feature<TInput>, Feature<TOutput>>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IRep<TOutput>
{
    private readonly EquivariantIdentity _identity;

    /// <summary>Makes a module.</summary>
    /// <exception cref="ArgumentException">The representations are not equal once simplified.</exception>
    public EquivariantIdentity()
        : base(nameof(EquivariantIdentity)) => _identity = new EquivariantIdentity(Rep<TInput>.Irreps, Rep<TOutput>.Irreps);

    /// <summary>Gives the features, cut as the output is.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>[..., dim].</returns>
    public override Feature<TOutput> forward(Feature<TInput> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(_identity.forward(input.Tensor));
    }
}
