using System;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Sets whole irreps to zero in training, for typed features; see <see cref="EquivariantDropout"/>.</summary>
/// <typeparam name="TRep">The representation of input and output.</typeparam>
public sealed class EquivariantDropout<TRep> : nn.Module<Feature<TRep>, Feature<TRep>>
    where TRep : struct, IRep<TRep>
{
    private readonly EquivariantDropout _dropout;

    /// <summary>Makes a module.</summary>
    /// <param name="probability">The probability of an irrep to become zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not from 0 to 1.</exception>
    public EquivariantDropout(double probability = 0.5)
        : base(nameof(EquivariantDropout))
    {
        _dropout = new EquivariantDropout(Rep<TRep>.Irreps, probability);
        RegisterComponents();
    }

    /// <summary>The probability of an irrep to become zero.</summary>
    public double Probability => _dropout.Probability;

    /// <summary>In training sets irreps to zero: for each row its own, for all dimensions between first and last the same.</summary>
    /// <param name="input">[rows, ..., dim], or [dim].</param>
    /// <returns>The same shape; in evaluation the input's numbers.</returns>
    public override Feature<TRep> forward(Feature<TRep> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(_dropout.forward(input.Tensor));
    }
}
