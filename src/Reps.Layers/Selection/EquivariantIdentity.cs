using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// The identity between representations that are equal once neighbouring segments of one irrep are merged: e3nn's Identity. Where segments are
/// cut differently the numbers change their places, because channels are inner here.
/// </summary>
public sealed class EquivariantIdentity : nn.Module<Tensor, Tensor>
{
    private readonly bool _moves;

    /// <summary>Makes a module.</summary>
    /// <param name="input">The representation of the input.</param>
    /// <param name="output">The representation of the output.</param>
    /// <exception cref="ArgumentException">The representations are not equal once simplified.</exception>
    public EquivariantIdentity(Irreps input, Irreps output)
        : base(nameof(EquivariantIdentity))
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        if (input.Simplify() != output.Simplify())
            throw new ArgumentException($"{input} and {output} are not the same representation: simplified they are {input.Simplify()} and {output.Simplify()}.", nameof(output));
        (Input, Output, _moves) = (input, output, !TypedSignature.SameStorage(input, output));
    }

    /// <summary>The representation of the input.</summary>
    public Irreps Input { get; }

    /// <summary>The representation of the output.</summary>
    public Irreps Output { get; }

    /// <summary>Makes a module for signatures.</summary>
    /// <param name="input">The signature of the input.</param>
    /// <param name="output">The signature of the output.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">The representations are not equal once simplified.</exception>
    public static EquivariantIdentity Create(string input, string output) => new(Signature.Parse(input).Irreps, Signature.Parse(output).Irreps);

    /// <summary>Gives the features, cut as the output is.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>[..., dim].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation.</exception>
    public override Tensor forward(Tensor input)
    {
        Arguments.Features(GetName(), Input, input, nameof(input));
        if (!_moves) return input.alias();
        using DisposeScope scope = NewDisposeScope();
        // In e3nn's order, channels outside, cuts move nothing.
        return scope.MoveToOuter(IrrepsLayout.FromE3nn(Output, IrrepsLayout.ToE3nn(Input, input)));
    }
}
