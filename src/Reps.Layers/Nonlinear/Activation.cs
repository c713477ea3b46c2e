using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Nonlinear;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Functions of scalars, entry by entry, each scaled to second moment one: e3nn's Activation. An odd function leaves odd scalars odd, an even one
/// makes them even, and any other is refused on them.
/// </summary>
public sealed class Activation : nn.Module<Tensor, Tensor>
{
    private readonly ScalarFunctions _functions;

    /// <summary>Makes a module.</summary>
    /// <param name="input">The representation of the input.</param>
    /// <param name="functions">One for each entry; null for those that stay as they are, as all that are no scalars must.</param>
    /// <param name="moments">The constants that scale the functions: e3nn's or exact ones.</param>
    /// <exception cref="ArgumentException">There are other than one function for each entry, or one is not equivariant on its entry.</exception>
    public Activation(Irreps input, IReadOnlyList<ActivationFunction?> functions, MomentSource moments = MomentSource.E3nn)
        : base(nameof(Activation))
    {
        ArgumentNullException.ThrowIfNull(input);
        _functions = new ScalarFunctions(input, functions, moments, nameof(functions));
    }

    /// <summary>The representation of the input.</summary>
    public Irreps Input => _functions.Input;

    /// <summary>The representation of the output: that of the input with the parities that the functions leave.</summary>
    public Irreps Output => _functions.Output;

    /// <summary>Makes a module for a signature.</summary>
    /// <param name="input">The signature of the input.</param>
    /// <param name="functions">One for each entry; null for those that stay as they are.</param>
    /// <param name="moments">The constants that scale the functions.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentException">There are other than one function for each entry, or one is not equivariant on its entry.</exception>
    public static Activation Create(string input, IReadOnlyList<ActivationFunction?> functions, MomentSource moments = MomentSource.E3nn) =>
        new(Signature.Parse(input).Irreps, functions, moments);

    /// <summary>Applies the functions.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>[..., dim].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation.</exception>
    public override Tensor forward(Tensor input)
    {
        Arguments.Features(GetName(), Input, input, nameof(input));
        if (_functions.Functions.All(f => f.Function is null)) return input.alias();
        using DisposeScope scope = NewDisposeScope();
        List<Tensor> parts = [];
        for (int n = 0; n < Input.Count; n++)
            parts.Add(ActivationFunction.Apply(_functions.Functions[n], input.narrow(-1, Input.Offsets[n], Input[n].Dim)));
        return scope.MoveToOuter(parts.Count == 1 ? parts[0] : cat(parts, -1));
    }
}
