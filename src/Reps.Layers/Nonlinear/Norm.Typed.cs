using System;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>The length of each irrep, for typed features; see <see cref="Norm"/>.</summary>
/// <typeparam name="TInput">The representation of the input.</typeparam>
/// <typeparam name="TOutput">One invariant for each irrep of the input.</typeparam>
public sealed class Norm<TInput, TOutput> : nn.Module<Feature<TInput>, Feature<TOutput>>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IInvariantRep<TOutput>
{
    private readonly Norm _norm;

    /// <summary>Makes a module.</summary>
    /// <param name="squared">Whether to give squares.</param>
    /// <exception cref="ArgumentException">The output has other than one invariant for each irrep; the message says how many it must have.</exception>
    public Norm(bool squared = false)
        : base(nameof(Norm))
    {
        _norm = new Norm(Rep<TInput>.Irreps, squared);
        TypedSignature.Require<TOutput>(_norm.Output, "output", $"the norms of {TInput.Signature}");
    }

    /// <summary>Computes the lengths.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <returns>[..., number of irreps].</returns>
    public override Feature<TOutput> forward(Feature<TInput> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(_norm.forward(input.Tensor));
    }
}
