using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers.Nonlinear;

/// <summary>What both forms of NormActivation compute.</summary>
internal sealed class NormActivationCall
{
    private readonly ActivationFunction _function;
    private readonly double? _epsilon;

    public NormActivationCall(Irreps representation, ActivationFunction function, bool normalize, double? epsilon)
    {
        ArgumentNullException.ThrowIfNull(representation);
        ArgumentNullException.ThrowIfNull(function);
        if (epsilon is not null && !normalize)
            throw new ArgumentException("An epsilon says what lengths are divided by, but without 'normalize' nothing is divided: leave it out.", nameof(epsilon));
        if (epsilon is double given && !(given > 0 && double.IsFinite(given)))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "The epsilon must be positive.");
        (Representation, _function, _epsilon) = (representation, function, normalize ? epsilon ?? 1e-8 : null);
    }

    public Irreps Representation { get; }

    public Tensor Evaluate(Tensor input, Tensor? biases)
    {
        Arguments.Features(nameof(NormActivation), Representation, input, nameof(input));
        using DisposeScope scope = NewDisposeScope();
        Tensor squares = IrrepNorms.Squares(Representation, input);
        Tensor norms;
        if (_epsilon is double epsilon)
        {
            double least = epsilon * epsilon;
            norms = where(squares.IsBelow(least), squares.Filled(least), squares).sqrt();
        }
        else
        {
            norms = IrrepNorms.SafeRoot(squares);
        }
        Tensor factors = _function.Apply(biases is null ? norms : norms.Plus(biases));
        if (_epsilon is not null) factors = factors / norms;
        return scope.MoveToOuter(IrrepNorms.Scale(Representation, input, factors));
    }
}
