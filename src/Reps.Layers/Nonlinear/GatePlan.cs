using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Layers.Nonlinear;

/// <summary>Where a gate finds its scalars, gates and gated features in the sorted input, and what it makes of them.</summary>
internal sealed class GatePlan
{
    public GatePlan(Irreps scalars, ScalarFunctions scalarFunctions, ScalarFunctions gateFunctions, Irreps gated)
    {
        Irreps gates = gateFunctions.Input;
        Irreps[] parts = [scalars.Simplify(), gates.Simplify(), gated.Simplify()];
        (Irreps sorted, int[] positions, _) = (parts[0] + parts[1] + parts[2]).Sort();
        Input = sorted.Simplify();
        List<(int Segment, int Channel)> places = Places(sorted);
        int first = parts[0].Count;
        int second = first + parts[1].Count;
        Scalars = Functions(scalarFunctions, [.. Enumerable.Range(0, first).Select(n => places[positions[n]])]);
        Gates = Functions(gateFunctions, [.. Enumerable.Range(first, parts[1].Count).Select(n => places[positions[n]])]);
        Gated = Cuts(parts[2], [.. Enumerable.Range(second, parts[2].Count).Select(n => places[positions[n]])], gateFunctions.Output.Simplify());
        Output = scalarFunctions.Output + new Irreps(Input.Group, Gated.Select(cut => new MulIrrep(cut.Channels, cut.Irrep)));
    }

    /// <summary>Everything in sorted order, equal irreps merged: scalars before gates before gated.</summary>
    public Irreps Input { get; }

    /// <summary>The scalars, then the gated features with the parities of their gates.</summary>
    public Irreps Output { get; }

    /// <summary>The scalars of the output: where each is in the input, and its function.</summary>
    public IReadOnlyList<ScalarCut> Scalars { get; }

    /// <summary>The gates, likewise.</summary>
    public IReadOnlyList<ScalarCut> Gates { get; }

    /// <summary>The gated features: each is a segment of the output.</summary>
    public IReadOnlyList<GatedCut> Gated { get; }

    /// <summary>Neighbouring scalars with one function.</summary>
    public readonly record struct ScalarCut(int Offset, int Count, (ActivationFunction? Function, double Factor) Function);

    /// <summary>Some channels of a segment of the input, and the first of their gates.</summary>
    public readonly record struct GatedCut(int Segment, int Channel, int Channels, int Gate, Irrep Irrep);

    // Where each entry of the sorted list is after equal neighbours have been merged.
    private static List<(int Segment, int Channel)> Places(Irreps sorted)
    {
        List<(int, int)> places = [];
        (int segment, int channel) = (-1, 0);
        for (int n = 0; n < sorted.Count; n++)
        {
            if (n == 0 || sorted[n].Irrep != sorted[n - 1].Irrep) (segment, channel) = (segment + 1, 0);
            places.Add((segment, channel));
            channel += sorted[n].Mul;
        }
        return places;
    }

    private List<ScalarCut> Functions(ScalarFunctions functions, (int Segment, int Channel)[] places)
    {
        List<ScalarCut> cuts = [];
        (int place, int used) = (-1, 0);
        Irrep? before = null;
        for (int n = 0; n < functions.Input.Count; n++)
        {
            (int mul, Irrep irrep) = functions.Input[n];
            if (mul == 0) continue;
            if (before != irrep) (place, used) = (place + 1, 0);
            before = irrep;
            // Scalars have one component, so that channels are numbers side by side.
            cuts.Add(new ScalarCut(Input.Offsets[places[place].Segment] + places[place].Channel + used, mul, functions.Functions[n]));
            used += mul;
        }
        return cuts;
    }

    // Cuts the gated features wherever they, or the parities of their gates, change.
    private static List<GatedCut> Cuts(Irreps gated, (int Segment, int Channel)[] places, Irreps gates)
    {
        List<GatedCut> cuts = [];
        (int entry, int rest, int gate) = (0, gates.Count > 0 ? gates[0].Mul : 0, 0);
        for (int n = 0; n < gated.Count; n++)
            for (int channel = 0; channel < gated[n].Mul; )
            {
                if (rest == 0) rest = gates[++entry].Mul;
                int count = Math.Min(rest, gated[n].Mul - channel);
                Irrep irrep = gated[n].Irrep.Product(gates[entry].Irrep).Single();
                cuts.Add(new GatedCut(places[n].Segment, places[n].Channel + channel, count, gate, irrep));
                (channel, rest, gate) = (channel + count, rest - count, gate + count);
            }
        return cuts;
    }
}
