using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers.Normalization;

/// <summary>What both forms of EquivariantBatchNorm compute.</summary>
internal sealed class BatchNormCall
{
    public BatchNormCall(Irreps representation, BatchNormOptions? options)
    {
        ArgumentNullException.ThrowIfNull(representation);
        (Representation, Options) = (representation, options ?? BatchNormOptions.Default);
        Options.Check();
        InvariantCount = representation.Where(entry => entry.Irrep.IsScalar).Sum(entry => entry.Mul);
    }

    public Irreps Representation { get; }

    public BatchNormOptions Options { get; }

    /// <summary>The number of irreps: of weights and of variances.</summary>
    public int Count => Representation.NumIrreps;

    /// <summary>The number of invariants: of biases and of means.</summary>
    public int InvariantCount { get; }

    /// <summary>Normalizes, and in training moves the running averages.</summary>
    public Tensor Evaluate(Tensor input, Tensor? weight, Tensor? bias, Tensor? mean, Tensor? variance, bool training)
    {
        Arguments.Features(nameof(EquivariantBatchNorm), Representation, input, nameof(input));
        long[] shape = input.shape;
        if (shape.Length < 2)
            throw new ArgumentException(
                $"{nameof(EquivariantBatchNorm)}: 'input' has the shape [{shape[0]}], "
                    + $"but a batch has at least two dimensions, [rows, {Representation.Dim}].",
                nameof(input)
            );
        bool measures = training || Options.Instance;
        if (input.numel() == 0) return input.alias();
        using DisposeScope scope = NewDisposeScope();
        Tensor x = input.reshape(shape[0], -1, Representation.Dim);
        (List<Tensor> fields, List<Tensor> means, List<Tensor> variances) = ([], [], []);
        (long channel, long invariant) = (0, 0);
        for (int s = 0; s < Representation.Count; s++)
        {
            (int mul, Irrep irrep) = Representation[s];
            Tensor field = IrrepsLayout.Cut(Representation, s, x);
            if (irrep.IsScalar)
            {
                Tensor center = measures ? Mean(field) : mean!.narrow(0, invariant, mul);
                if (measures) means.Add(center);
                field = field - center;
            }
            Tensor square = measures ? MeanSquare(field) : variance!.narrow(0, channel, mul);
            if (measures) variances.Add(square);
            Tensor factor = square.Plus(Options.Epsilon).rsqrt();
            if (weight is not null) factor = factor * weight.narrow(0, channel, mul);
            field = field * factor;
            if (irrep.IsScalar && bias is not null) field = field.Plus(bias.narrow(0, invariant, mul));
            fields.Add(field.flatten(-2));
            channel += mul;
            if (irrep.IsScalar) invariant += mul;
        }
        if (training && !Options.Instance)
        {
            Move(mean, means);
            Move(variance, variances);
        }
        return scope.MoveToOuter((fields.Count == 1 ? fields[0] : cat(fields, -1)).reshape(shape));
    }

    // [rows, samples, 1, channels] to [channels], or [rows, 1, 1, channels] for each row.
    private Tensor Mean(Tensor field) => Options.Instance ? field.mean([1, 2], keepdim: true) : field.mean([0, 1, 2]);

    private Tensor MeanSquare(Tensor field)
    {
        Tensor squares = (field * field).sum(2, keepdim: true);
        if (Options.Normalization == IrrepNormalization.Component) squares = squares.Over(field.shape[2]);
        Tensor samples = Options.Reduction == BatchNormReduction.Mean ? squares.mean([1], keepdim: true) : squares.max(1, keepdim: true).values;
        return Options.Instance ? samples : samples.mean([0, 1, 2]);
    }

    private void Move(Tensor? average, List<Tensor> parts)
    {
        if (average is null || parts.Count == 0) return;
        using (no_grad())
            average.copy_(average.Times(1 - Options.Momentum).Plus(cat(parts).detach().Times(Options.Momentum)));
    }
}
