using System;
using Reps.Layers.Nonlinear;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>The length of each irrep: e3nn's Norm. Derivatives of the length of a zero vector are zero.</summary>
public sealed class Norm : nn.Module<Tensor, Tensor>
{
    private readonly bool _squared;

    /// <summary>Makes a module.</summary>
    /// <param name="input">The representation of the input.</param>
    /// <param name="squared">Whether to give squares.</param>
    public Norm(Irreps input, bool squared = false)
        : base(nameof(Norm))
    {
        ArgumentNullException.ThrowIfNull(input);
        (Input, Output, _squared) = (input, IrrepNorms.Invariants(input), squared);
    }

    /// <summary>The representation of the input.</summary>
    public Irreps Input { get; }

    /// <summary>The representation of the output: one invariant for each irrep of the input.</summary>
    public Irreps Output { get; }

    /// <summary>Makes a module for a signature.</summary>
    /// <param name="input">The signature of the input.</param>
    /// <param name="squared">Whether to give squares.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    public static Norm Create(string input, bool squared = false) => new(Signature.Parse(input).Irreps, squared);

    /// <summary>Computes the lengths.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>[..., number of irreps].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation.</exception>
    public override Tensor forward(Tensor input)
    {
        Arguments.Features(GetName(), Input, input, nameof(input));
        using DisposeScope scope = NewDisposeScope();
        Tensor squares = IrrepNorms.Squares(Input, input);
        return scope.MoveToOuter(_squared ? squares : IrrepNorms.SafeRoot(squares));
    }
}
