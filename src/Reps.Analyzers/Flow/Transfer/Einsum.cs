using System.Collections.Generic;
using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Einsums with a written formula.</summary>
internal static class Einsum
{
    public static FlowValue Apply(TensorCall call)
    {
        if (call.Self is not TextValue { Text: string formula } || call.At(1) is not SequenceValue operands) return FlowValue.Unknown;
        string[] sides = formula.Replace(" ", "").Split(["->"], System.StringSplitOptions.None);
        if (sides.Length != 2) return FlowValue.Unknown;
        string[] inputs = sides[0].Split(',');
        bool dots = sides[1].StartsWith("...", System.StringComparison.Ordinal);
        for (int n = 0; n < inputs.Length && n < operands.Items.Count; n++)
        {
            if (!inputs[n].StartsWith("...", System.StringComparison.Ordinal)) continue;
            inputs[n] = inputs[n].Substring(3);
            // What the dots stand for comes before the letters, and goes nowhere else.
            if (operands.Items[n] is not TensorValue tensor) continue;
            if (!dots || tensor.Axes.Take(tensor.Axes.Count - inputs[n].Length).Any(static axis => axis is not FreeAxis)) return FlowValue.Unknown;
            operands = Shortened(operands, n, tensor, inputs[n].Length);
        }
        if (dots) sides[1] = sides[1].Substring(3);
        if (formula.Replace("...", "").Contains('.') || inputs.Append(sides[1]).Any(static letters => letters.Contains('.'))) return FlowValue.Unknown;
        if (inputs.Length != operands.Items.Count || !operands.Items.All(static item => item is TensorValue)) return FlowValue.Unknown;
        Dictionary<char, List<(TensorValue Tensor, Axis Axis)>> letters = [];
        bool odd = false;
        for (int n = 0; n < inputs.Length; n++)
        {
            TensorValue tensor = (TensorValue)operands.Items[n];
            if (Translations.Moves(call, tensor) || Products.Misused(call, tensor) || Actions.HasMixed(tensor)) return FlowValue.Unknown;
            odd ^= tensor.IsOdd;
            for (int k = 0; k < inputs[n].Length; k++)
            {
                int at = k + tensor.Axes.Count - inputs[n].Length;
                if (at < 0 && !tensor.IsOpen) return FlowValue.Unknown;
                if (inputs[n].Length < tensor.Axes.Count) return FlowValue.Unknown;
                if (!letters.TryGetValue(inputs[n][k], out List<(TensorValue, Axis)>? met)) letters[inputs[n][k]] = met = [];
                met.Add((tensor, at < 0 ? FreeAxis.Unknown : tensor.Axes[at]));
            }
        }
        foreach (KeyValuePair<char, List<(TensorValue Tensor, Axis Axis)>> letter in letters)
        {
            if (Letter(call, letter.Value, sides[1].Contains(letter.Key)) is not bool sign) return FlowValue.Unknown;
            odd ^= sign;
        }
        if (sides[1].Any(letter => !letters.ContainsKey(letter))) return FlowValue.Unknown;
        return TensorValue.Of(
            sides[1].Select(letter => letters[letter].Select(static met => met.Axis).OrderBy(static axis => axis is FreeAxis).First()),
            dots,
            odd
        );
    }

    private static SequenceValue Shortened(SequenceValue operands, int at, TensorValue tensor, int count)
    {
        TensorValue last = tensor with { Axes = new(tensor.Axes.Skip(System.Math.Max(0, tensor.Axes.Count - count))), IsOpen = true };
        return new(new(operands.Items.Select((item, n) => n == at ? last : item)));
    }

    // An axis that is kept may occur once as a representation; one that is summed, twice.
    private static bool? Letter(TensorCall call, List<(TensorValue Tensor, Axis Axis)> met, bool isKept)
    {
        if (met.All(static m => m.Axis is FreeAxis) || met.All(static m => m.Axis is NodeAxis)) return false;
        if (met[0].Axis is PointsAxis && met.All(m => m.Axis == met[0].Axis)) return false;
        if (met.Count == 1)
        {
            if (isKept || met[0].Axis is not IrrepsAxis axis) return isKept ? false : null;
            call.Report(Rules.ReductionAlong, Describe.Irreps(axis.Irreps), Witness.For(met[0].Tensor));
            return null;
        }
        if (met.Count == 2 && !isKept) return Contractions.Contract(call, met[0].Tensor, met[1].Tensor, met[0].Axis, met[1].Axis);
        if (met.Count == 2 && met.All(static m => Actions.IsMixing(m.Axis)))
            call.Report(Rules.ComponentProduct, Describe.Tensor(met[0].Tensor), Describe.Tensor(met[1].Tensor), Witness.For(met[0].Tensor));
        return null;
    }
}
