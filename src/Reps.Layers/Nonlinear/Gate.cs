using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Nonlinear;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Functions of scalars, and features multiplied by functions of other scalars, their gates: e3nn's Gate. An odd gate changes the parity of
/// what it gates.
/// </summary>
/// <remarks>
/// The input has scalars, gates and gated features sorted by irrep and merged: of equal irreps first the scalars, then the gates, then the
/// gated features. The output has the scalars, then the gated features, in the order in which they were given.
/// </remarks>
public sealed class Gate : nn.Module<Tensor, Tensor>
{
    private readonly GatePlan _plan;

    /// <summary>Makes a module.</summary>
    /// <param name="scalars">The scalars, of degree 0.</param>
    /// <param name="scalarFunctions">A function for each entry of the scalars; null for those that stay as they are.</param>
    /// <param name="gates">The gates, of degree 0: as many as there are gated irreps.</param>
    /// <param name="gateFunctions">A function for each entry of the gates; null for those that stay as they are.</param>
    /// <param name="gated">The features that are multiplied by the gates, one irrep by one gate.</param>
    /// <param name="moments">The constants that scale the functions to second moment one: e3nn's or exact ones.</param>
    /// <exception cref="ArgumentException">
    /// Scalars or gates are not of degree 0, there are other than one gate for each gated irrep, the groups differ, or functions do not fit
    /// their scalars.
    /// </exception>
    public Gate(
        Irreps scalars,
        IReadOnlyList<ActivationFunction?> scalarFunctions,
        Irreps gates,
        IReadOnlyList<ActivationFunction?> gateFunctions,
        Irreps gated,
        MomentSource moments = MomentSource.E3nn
    )
        : base(nameof(Gate))
    {
        ArgumentNullException.ThrowIfNull(scalars);
        ArgumentNullException.ThrowIfNull(gates);
        ArgumentNullException.ThrowIfNull(gated);
        if (scalars.Group != gates.Group || gates.Group != gated.Group)
            throw new ArgumentException($"Scalars, gates and gated features are of {scalars.Group.Name()}, {gates.Group.Name()} and {gated.Group.Name()}: they must be of one group.", nameof(gates));
        RequireScalars(scalars, nameof(scalars));
        RequireScalars(gates, nameof(gates));
        if (gates.NumIrreps != gated.NumIrreps)
            throw new ArgumentException($"There are {gates.NumIrreps} gates ({gates}) for the {gated.NumIrreps} irreps of {gated}: there must be as many.", nameof(gates));
        _plan = new GatePlan(
            scalars,
            new ScalarFunctions(scalars, scalarFunctions, moments, nameof(scalarFunctions)),
            new ScalarFunctions(gates, gateFunctions, moments, nameof(gateFunctions)),
            gated
        );
    }

    /// <summary>The representation of the input: scalars, gates and gated features, sorted and merged.</summary>
    public Irreps Input => _plan.Input;

    /// <summary>The representation of the output: the scalars, then the gated features.</summary>
    public Irreps Output => _plan.Output;

    /// <summary>Makes a module for signatures.</summary>
    /// <param name="scalars">The scalars; empty for none.</param>
    /// <param name="scalarFunctions">A function for each entry of the scalars; null for those that stay as they are.</param>
    /// <param name="gates">The gates; empty for none.</param>
    /// <param name="gateFunctions">A function for each entry of the gates; null for those that stay as they are.</param>
    /// <param name="gated">The gated features; empty for none.</param>
    /// <param name="moments">The constants that scale the functions.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">A signature is not valid.</exception>
    /// <exception cref="ArgumentException">As for the constructor.</exception>
    public static Gate Create(
        string scalars,
        IReadOnlyList<ActivationFunction?> scalarFunctions,
        string gates,
        IReadOnlyList<ActivationFunction?> gateFunctions,
        string gated,
        MomentSource moments = MomentSource.E3nn
    )
    {
        string[] texts = [scalars, gates, gated];
        Irreps[] known = [.. texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => Signature.Parse(text).Irreps)];
        Irreps none = Irreps.Empty(known.Length > 0 ? known[0].Group : Group.O3);
        Irreps[] all = [.. texts.Select(text => string.IsNullOrWhiteSpace(text) ? none : Signature.Parse(text).Irreps)];
        return new Gate(all[0], scalarFunctions, all[1], gateFunctions, all[2], moments);
    }

    /// <summary>The gate with a given output: its scalars through functions, everything else gated by even scalars.</summary>
    /// <param name="output">The representation of the output: scalars first.</param>
    /// <param name="even">The function of even scalars; SiLU if null.</param>
    /// <param name="odd">The function of odd scalars, an odd one; tanh if null.</param>
    /// <param name="gate">The function of gates; the logistic function if null.</param>
    /// <param name="moments">The constants that scale the functions.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The output has scalars after other irreps, or the function of odd scalars is not odd.</exception>
    public static Gate For(
        Irreps output,
        ActivationFunction? even = null,
        ActivationFunction? odd = null,
        ActivationFunction? gate = null,
        MomentSource moments = MomentSource.E3nn
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        if (odd is not null && odd.Parity != ActivationParity.Odd)
            throw new ArgumentException($"{odd} is no odd function, so that odd scalars would not stay odd: take one such as tanh.", nameof(odd));
        int first = output.TakeWhile(entry => entry.Irrep.TwoJ == 0).Count();
        Irreps scalars = new(output.Group, output.Take(first));
        Irreps gated = new(output.Group, output.Skip(first));
        if (gated.Any(entry => entry.Irrep.TwoJ == 0))
            throw new ArgumentException($"The output {output} has scalars after other irreps, but a gate gives its scalars first: put them first.", nameof(output));
        Irrep trivial = output.Group.HasParity() ? Irrep.O3(0, 1) : output.Group == Group.SO3 ? Irrep.SO3(0) : Irrep.SU2(0);
        Irreps gates = gated.NumIrreps == 0 ? Irreps.Empty(output.Group) : new(output.Group, [new MulIrrep(gated.NumIrreps, trivial)]);
        ActivationFunction silu = even ?? ScalarActivation.Silu;
        ActivationFunction tanh = odd ?? ScalarActivation.Tanh;
        ActivationFunction sigmoid = gate ?? ScalarActivation.Sigmoid;
        return new Gate(scalars, [.. scalars.Select(entry => entry.Irrep.Parity > 0 ? silu : tanh)], gates, [.. gates.Select(_ => sigmoid)], gated, moments);
    }

    /// <summary>Applies the functions and the gates.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <returns>[..., output dim].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation.</exception>
    public override Tensor forward(Tensor input)
    {
        Arguments.Features(GetName(), Input, input, nameof(input));
        using DisposeScope scope = NewDisposeScope();
        List<Tensor> parts = Evaluate(_plan.Scalars, input);
        if (_plan.Gated.Count > 0)
        {
            List<Tensor> gateParts = Evaluate(_plan.Gates, input);
            Tensor gates = (gateParts.Count == 1 ? gateParts[0] : cat(gateParts, -1)).unsqueeze(-2);
            foreach (GatePlan.GatedCut cut in _plan.Gated)
            {
                Tensor features = IrrepsLayout.Cut(Input, cut.Segment, input).narrow(-1, cut.Channel, cut.Channels);
                parts.Add((features * gates.narrow(-1, cut.Gate, cut.Channels)).flatten(-2));
            }
        }
        return scope.MoveToOuter(parts.Count == 0 ? input.clone() : cat(parts, -1));
    }

    private static List<Tensor> Evaluate(IReadOnlyList<GatePlan.ScalarCut> cuts, Tensor input) =>
        [.. cuts.Select(cut => ActivationFunction.Apply(cut.Function, input.narrow(-1, cut.Offset, cut.Count)))];

    private static void RequireScalars(Irreps irreps, string name)
    {
        foreach (MulIrrep entry in irreps)
            if (entry.Mul > 0 && entry.Irrep.TwoJ != 0)
                throw new ArgumentException($"'{name}' has {entry}, but scalars and gates are of degree 0: pass it with the gated features.", name);
    }
}
