using System;
using System.Collections.Generic;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Functions of scalars, entry by entry, for typed features; see <see cref="Activation"/>.</summary>
/// <typeparam name="TInput">The representation of the input.</typeparam>
/// <typeparam name="TOutput">The representation of the output: that of the input, but for odd scalars that an even function makes even.</typeparam>
public sealed class Activation<TInput, TOutput> : nn.Module<Feature<TInput>, Feature<TOutput>>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IRep<TOutput>
{
    private readonly Activation _activation;

    /// <summary>Makes a module.</summary>
    /// <param name="functions">One for each segment of the input; null for those that stay as they are.</param>
    /// <param name="moments">The constants that scale the functions.</param>
    /// <exception cref="ArgumentException">
    /// There are other than one function for each segment, one is not equivariant on its segment, or the result is not of the output's
    /// representation; the message says of which it is.
    /// </exception>
    public Activation(IReadOnlyList<ActivationFunction?> functions, MomentSource moments = MomentSource.E3nn)
        : base(nameof(Activation))
    {
        _activation = new Activation(Rep<TInput>.Irreps, functions, moments);
        TypedSignature.Require<TOutput>(_activation.Output, "output", "this activation");
    }

    /// <summary>Applies the functions.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <returns>[..., output dim].</returns>
    public override Feature<TOutput> forward(Feature<TInput> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(_activation.forward(input.Tensor));
    }
}
