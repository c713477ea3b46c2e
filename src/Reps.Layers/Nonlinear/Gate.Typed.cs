using System;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Functions of scalars and gated features, for typed features; see <see cref="Gate"/>.</summary>
/// <typeparam name="TInput">Scalars, gates and gated features, sorted by irrep.</typeparam>
/// <typeparam name="TOutput">The scalars, then the gated features.</typeparam>
public sealed class Gate<TInput, TOutput> : nn.Module<Feature<TInput>, Feature<TOutput>>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IRep<TOutput>
{
    private readonly Gate _gate;

    /// <summary>The gate with this output: its scalars through functions, everything else gated by even scalars.</summary>
    /// <param name="even">The function of even scalars; SiLU if null.</param>
    /// <param name="odd">The function of odd scalars, an odd one; tanh if null.</param>
    /// <param name="gate">The function of gates; the logistic function if null.</param>
    /// <param name="moments">The constants that scale the functions to second moment one.</param>
    /// <exception cref="ArgumentException">The input is not what such a gate takes; the message says what it is.</exception>
    public Gate(
        ActivationFunction? even = null,
        ActivationFunction? odd = null,
        ActivationFunction? gate = null,
        MomentSource moments = MomentSource.E3nn
    )
        : this(Gate.For(Rep<TOutput>.Irreps, even, odd, gate, moments)) { }

    /// <summary>Any gate, with types.</summary>
    /// <param name="gate">The gate.</param>
    /// <exception cref="ArgumentException">Input or output is of another representation; the message says of which.</exception>
    public Gate(Gate gate)
        : base(nameof(Gate))
    {
        ArgumentNullException.ThrowIfNull(gate);
        TypedSignature.Require<TInput>(gate.Input, "input", "this gate");
        TypedSignature.Require<TOutput>(gate.Output, "output", "this gate");
        _gate = gate;
    }

    /// <summary>Applies the functions and the gates.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <returns>[..., output dim].</returns>
    public override Feature<TOutput> forward(Feature<TInput> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(_gate.forward(input.Tensor));
    }
}
