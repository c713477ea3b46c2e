using System;
using System.Linq;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Interpreter;

/// <summary>One path with its coefficients rounded and its channel letters resolved.</summary>
internal sealed class InterpretedPath
{
    private readonly PlanPath _path;
    private readonly double[] _coefficients;
    private readonly Segment[] _segments;
    private readonly Segment _output;

    // For each factor the axis of the coefficient tensor that its component index runs along, or −1 for weights.
    private readonly int[] _axes;
    private readonly int _outputAxis;

    public InterpretedPath(SegmentedPlan plan, PlanPath path)
    {
        _path = path;
        _coefficients = [.. Enumerable.Range(0, path.Coefficients.Count).Select(n => (path.Scale * path.Coefficients.Value(n)).ToDouble())];
        _segments = [.. path.Factors.Select(f => plan.Inputs[f.Operand].Segments[f.Segment])];
        _output = plan.Output.Segments[path.Output.Segment];
        int axis = 0;
        _axes = [.. path.Factors.Select(f => plan.Inputs[f.Operand].Role == OperandRole.Feature ? axis++ : -1)];
        _outputAxis = plan.Output.Role == OperandRole.Feature ? axis : -1;
    }

    public bool Uses(int operand) => _path.Factors.Any(factor => factor.Operand == operand);

    public void Add<T>(PlanArguments<T> arguments, ReadOnlySpan<int> strides, int row, Span<T> output)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int pair = 0;
        for (int u = 0; u < Math.Max(1, _path.Extent('u')); u++)
        for (int v = _path.Pairs ? u + 1 : 0; v < Math.Max(1, _path.Extent('v')); v++, pair++)
        for (int w = 0; w < Math.Max(1, _path.Extent('w')); w++)
            AddChannel(arguments, strides, row, output, new Channels(u, v, w, pair));
    }

    private void AddChannel<T>(PlanArguments<T> arguments, ReadOnlySpan<int> strides, int row, Span<T> output, Channels channels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int outputChannel = Index(_path.Output.Channels, channels);
        for (int n = 0; n < _coefficients.Length; n++)
        {
            T product = T.CreateTruncating(_coefficients[n]);
            for (int f = 0; f < _segments.Length; f++)
            {
                PlanFactor factor = _path.Factors[f];
                int component = _axes[f] < 0 ? 0 : _path.Coefficients.Index(n, _axes[f]);
                int position = _segments[f].Offset + component * _segments[f].Channels + Index(factor.Channels, channels);
                product *= arguments[factor.Operand][row * strides[factor.Operand] + position];
            }
            int outputComponent = _outputAxis < 0 ? 0 : _path.Coefficients.Index(n, _outputAxis);
            output[_output.Offset + outputComponent * _output.Channels + outputChannel] += product;
        }
    }

    private int Index(string letters, Channels channels)
    {
        int index = 0;
        foreach (char letter in letters)
            index = letter switch
            {
                'u' => index * _path.Extent('u') + channels.U,
                'v' => index * _path.Extent('v') + channels.V,
                'w' => index * _path.Extent('w') + channels.W,
                _ => channels.Pair, // always the first letter
            };
        return index;
    }

    private readonly record struct Channels(int U, int V, int W, int Pair);
}
