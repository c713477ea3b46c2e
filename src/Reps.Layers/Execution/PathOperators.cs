using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;
using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>
/// One path of a plan as an Einstein summation: the coefficients first, then the features one after the other, the weights last, so that
/// nothing larger than one feature's share of channels is held.
/// </summary>
internal sealed class PathOperators
{
    private readonly SegmentedPlan _plan;
    private readonly PlanPath _path;
    private readonly DeviceConstant _coefficients;
    private readonly DeviceConstant? _firstOfPair;
    private readonly DeviceConstant? _secondOfPair;

    public PathOperators(SegmentedPlan plan, PlanPath path)
    {
        (_plan, _path) = (plan, path);
        _coefficients = new DeviceConstant(path.Coefficients.Scale(path.Scale).ToDense(), [.. path.Coefficients.Shape.Select(n => (long)n)]);
        if (!path.Pairs) return;
        List<(long U, long V)> pairs = [];
        for (int u = 0; u < path.Extent('u'); u++)
            for (int v = u + 1; v < path.Extent('u'); v++)
                pairs.Add((u, v));
        _firstOfPair = new DeviceConstant([.. pairs.Select(p => p.U)]);
        _secondOfPair = new DeviceConstant([.. pairs.Select(p => p.V)]);
    }

    /// <summary>The segment of the output that the path adds to.</summary>
    public int Output => _path.Output.Segment;

    /// <summary>The share of the path: [rows, components, channels].</summary>
    /// <param name="inputs">The plan's inputs: features [rows, dim], weights [count] or [rows, count].</param>
    public Tensor Evaluate(IReadOnlyList<Tensor> inputs)
    {
        Tensor like = inputs[0];
        // Component axes are a, b, c, d in the order of the features; rows are z; channel letters are the path's own.
        char component = 'a';
        int features = _path.Factors.Count(f => _plan.Inputs[f.Operand].Role == OperandRole.Feature);
        string left = string.Concat(Enumerable.Range(0, features + 1).Select(n => (char)('a' + n)));
        char outputComponent = left[^1];
        Tensor product = _coefficients.On(like);
        foreach (PlanFactor factor in _path.Factors.Where(f => _plan.Inputs[f.Operand].Role == OperandRole.Feature))
        {
            (Tensor values, string channels) = Feature(factor, inputs[factor.Operand]);
            string right = "z" + component + channels;
            string result = Union(left, right).Replace(component.ToString(), "");
            // A channel that occurs nowhere else is summed at once.
            result = string.Concat(result.Where(letter => letter is < 'q' or 'z' || IsNeeded(letter, factor)));
            product = einsum($"{left},{right}->{result}", product, values);
            (left, component) = (result, (char)(component + 1));
        }
        string output = "z" + outputComponent + Letters(_path.Output.Channels);
        foreach (PlanFactor factor in _path.Factors.Where(f => _plan.Inputs[f.Operand].Role == OperandRole.Weight))
        {
            (Tensor values, string subscripts) = Weight(factor, inputs[factor.Operand]);
            product = einsum($"{left},{subscripts}->{output}", product, values);
            left = output;
        }
        if (left != output) product = einsum($"{left}->{output}", product);
        return product.flatten(2);
    }

    private (Tensor Values, string Channels) Feature(PlanFactor factor, Tensor input)
    {
        Segment segment = _plan.Inputs[factor.Operand].Segments[factor.Segment];
        Tensor values = input.narrow(-1, segment.Offset, segment.Size).reshape(input.size(0), segment.Components, segment.Channels);
        if (factor.Channels.Length == 0) return (values.squeeze(-1), "");
        if (!_path.Pairs) return (values, factor.Channels);
        DeviceConstant which = factor.Channels == "u" ? _firstOfPair! : _secondOfPair!;
        return (values.index_select(-1, which.On(input)), "q");
    }

    private (Tensor Values, string Subscripts) Weight(PlanFactor factor, Tensor input)
    {
        Segment segment = _plan.Inputs[factor.Operand].Segments[factor.Segment];
        List<long> shape = [.. factor.Channels.Select(Extent)];
        Tensor values = input.narrow(-1, segment.Offset, segment.Size);
        if (input.dim() == 1) return (values.reshape([.. shape]), factor.Channels);
        return (values.reshape([input.size(0), .. shape]), "z" + factor.Channels);
    }

    private long Extent(char letter) => letter == 'q' ? (long)_path.Extent('u') * (_path.Extent('u') - 1) / 2 : _path.Extent(letter);

    private string Letters(string channels) => _path.Pairs && channels is "u" or "v" ? "q" : channels;

    private bool IsNeeded(char letter, PlanFactor after) =>
        Letters(_path.Output.Channels).Contains(letter)
        || _path.Factors.Any(f => _plan.Inputs[f.Operand].Role == OperandRole.Weight && f.Channels.Contains(letter))
        || _path.Factors.SkipWhile(f => !ReferenceEquals(f, after)).Skip(1).Any(f => Letters(f.Channels).Contains(letter));

    private static string Union(string left, string right) => string.Concat(left.Concat(right).Distinct());
}
