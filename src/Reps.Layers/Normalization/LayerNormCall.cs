using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Nonlinear;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers.Normalization;

/// <summary>What both forms of EquivariantLayerNorm compute.</summary>
internal sealed class LayerNormCall
{
    public LayerNormCall(Irreps representation, LayerNormOptions? options)
    {
        ArgumentNullException.ThrowIfNull(representation);
        (Representation, Options) = (representation, options ?? LayerNormOptions.Default);
        Options.Check();
        InvariantCount = representation.Where(entry => entry.Irrep.IsScalar).Sum(entry => entry.Mul);
    }

    public Irreps Representation { get; }

    public LayerNormOptions Options { get; }

    /// <summary>The number of irreps: of weights.</summary>
    public int Count => Representation.NumIrreps;

    /// <summary>The number of invariants: of biases.</summary>
    public int InvariantCount { get; }

    public Tensor Evaluate(Tensor input, Tensor? weight, Tensor? bias)
    {
        Arguments.Features(nameof(EquivariantLayerNorm), Representation, input, nameof(input));
        using DisposeScope scope = NewDisposeScope();
        Tensor[] fields = new Tensor[Representation.Count];
        for (int s = 0; s < fields.Length; s++)
        {
            fields[s] = IrrepsLayout.Cut(Representation, s, input);
            if (Options.Center && Representation[s].Irrep.IsScalar && Representation[s].Mul > 0) fields[s] = fields[s] - fields[s].mean([-1], keepdim: true);
        }
        Tensor?[] squares = MeanSquares(fields);
        List<Tensor> parts = [];
        (long channel, long invariant) = (0, 0);
        for (int s = 0; s < fields.Length; s++)
        {
            (int mul, Irrep irrep) = Representation[s];
            if (squares[s] is not Tensor square) continue;
            Tensor factor = square.Plus(Options.Epsilon).rsqrt();
            if (weight is not null) factor = factor * weight.narrow(0, channel, mul);
            Tensor field = fields[s] * factor;
            if (irrep.IsScalar && bias is not null) field = field.Plus(bias.narrow(0, invariant, mul));
            parts.Add(field.flatten(-2));
            channel += mul;
            if (irrep.IsScalar) invariant += mul;
        }
        return scope.MoveToOuter(parts.Count == 0 ? input.clone() : IrrepNorms.Joined(parts, input));
    }

    // For each segment that has channels what its numbers are divided by, squared: [..., 1, 1].
    private Tensor?[] MeanSquares(Tensor[] fields)
    {
        Tensor?[] own = new Tensor?[fields.Length];
        for (int s = 0; s < own.Length; s++)
        {
            if (Representation[s].Mul == 0) continue;
            Tensor square = (fields[s] * fields[s]).sum([-2, -1], keepdim: true);
            bool components = Options.Normalization == IrrepNormalization.Component;
            own[s] = square.Over(components ? Representation[s].Dim : Representation[s].Mul);
        }
        if (Options.Kind == LayerNormKind.PerSegment) return own;
        bool[] together = [.. own.Select((square, s) => square is not null && (Options.Kind == LayerNormKind.Joint || !Representation[s].Irrep.IsScalar))];
        if (!together.Contains(true)) return own;
        Tensor joint = stack([.. own.Where((_, s) => together[s]).Select(square => square!)]).mean([0]);
        return [.. own.Select((square, s) => together[s] ? joint : square)];
    }
}
