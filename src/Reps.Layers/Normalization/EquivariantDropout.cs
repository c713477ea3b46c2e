using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Sets whole irreps to zero in training, and scales the others so that the mean stays: e3nn's Dropout.</summary>
public sealed class EquivariantDropout : nn.Module<Tensor, Tensor>
{
    /// <summary>Makes a module.</summary>
    /// <param name="representation">The representation of input and output.</param>
    /// <param name="probability">The probability of an irrep to become zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not from 0 to 1.</exception>
    public EquivariantDropout(Irreps representation, double probability = 0.5)
        : base(nameof(EquivariantDropout))
    {
        ArgumentNullException.ThrowIfNull(representation);
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1.");
        (Representation, Probability) = (representation, probability);
    }

    /// <summary>The representation of input and output.</summary>
    public Irreps Representation { get; }

    /// <summary>The probability of an irrep to become zero.</summary>
    public double Probability { get; }

    /// <summary>Makes a module for a signature.</summary>
    /// <param name="representation">The signature of input and output.</param>
    /// <param name="probability">The probability of an irrep to become zero.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not from 0 to 1.</exception>
    public static EquivariantDropout Create(string representation, double probability = 0.5) =>
        new(Signature.Parse(representation).Irreps, probability);

    /// <summary>In training sets irreps to zero: for each row its own, for all dimensions between first and last the same.</summary>
    /// <param name="input">[rows, ..., dim], or [dim].</param>
    /// <returns>The same shape; in evaluation the input's numbers.</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation.</exception>
    public override Tensor forward(Tensor input)
    {
        Arguments.Features(GetName(), Representation, input, nameof(input));
        if (!training || Probability == 0) return input.alias();
        using DisposeScope scope = NewDisposeScope();
        if (Probability == 1) return scope.MoveToOuter(input.Times(0));
        long[] shape = input.shape;
        long rows = shape.Length == 1 ? 1 : shape[0];
        Tensor kept = rand(rows, Representation.NumIrreps, dtype: input.dtype, device: input.device).IsAtLeast(Probability);
        Tensor factors = IrrepsLayout.Spread(Representation, kept.to(input.dtype).Over(1 - Probability));
        long[] spread = new long[shape.Length];
        Array.Fill(spread, 1);
        (spread[0], spread[^1]) = (rows, Representation.Dim);
        return scope.MoveToOuter(input * (shape.Length == 1 ? factors.flatten() : factors.reshape(spread)));
    }
}
