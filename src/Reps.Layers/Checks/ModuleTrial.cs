using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>A function of tensors as the map that <see cref="EquivarianceCheck"/> tries, with translations and permutations.</summary>
internal sealed class ModuleTrial
{
    private readonly Func<IReadOnlyList<Tensor>, Tensor> _map;
    private readonly ModuleEquivarianceOptions _options;
    private readonly Irreps[] _inputs;
    private readonly bool[] _points;
    private readonly Irreps _output;
    private readonly bool _outputPoints;
    private readonly Random _random;
    private int _calls;

    public ModuleTrial(Func<IReadOnlyList<Tensor>, Tensor> map, IReadOnlyList<string> inputs, string output, ModuleEquivarianceOptions options)
    {
        (_map, _options, _random) = (map, options, new Random(options.Seed + 1));
        _points = [.. inputs.Select(IsPoints)];
        _outputPoints = IsPoints(output);
        Signature[] known = [.. inputs.Append(output).Where(text => !IsPoints(text)).Select(Signature.Parse)];
        Irreps vector = known.Length > 0 && known[0].Group == Group.SO3 ? Irreps.Parse("1", Group.SO3) : Irreps.Parse("1o");
        _inputs = [.. inputs.Select(text => IsPoints(text) ? vector : Signature.Parse(text).Irreps)];
        _output = _outputPoints ? vector : Signature.Parse(output).Irreps;
    }

    public EquivarianceReport Run() => EquivarianceCheck.Run(_inputs, _output, Evaluate, _options.Rows, _options.Trials, _options.Seed);

    private static bool IsPoints(string text) => text == ModuleEquivariance.CartesianPoints;

    private void Evaluate(double[][] inputs, double[] output)
    {
        // The first call is with the features as they are; in all others they have been acted on, and are moved and permuted on top.
        bool first = _calls++ == 0;
        int[] order = [.. Enumerable.Range(0, _options.Rows)];
        double[] shift = new double[3];
        if (!first)
        {
            if (_options.Permutations) _random.Shuffle(order);
            for (int n = 0; n < 3; n++) shift[n] = 2 * _random.NextDouble() - 1;
        }
        using (no_grad())
        using (NewDisposeScope())
        {
            Tensor rows = tensor([.. order.Select(n => (long)n)], ScalarType.Int64);
            Tensor move = tensor(shift, ScalarType.Float64);
            Device device = _options.Device ?? CPU;
            List<Tensor> arguments = [];
            for (int n = 0; n < inputs.Length; n++)
            {
                Tensor x = tensor(inputs[n], ScalarType.Float64).reshape(_options.Rows, _inputs[n].Dim);
                if (_points[n]) x = x.Plus(move);
                arguments.Add(x.index_select(0, rows).to(_options.Type ?? ScalarType.Float64, device));
            }
            Tensor result = Shaped(_map(arguments)).to(ScalarType.Float64).cpu();
            if (_outputPoints) result = result - move;
            double[] values = TensorNumbers.Doubles(result);
            // Row n of the result belongs to row order[n] of the features.
            int dim = _output.Dim;
            for (int n = 0; n < order.Length; n++) values.AsSpan(n * dim, dim).CopyTo(output.AsSpan(order[n] * dim, dim));
        }
    }

    // The result as [rows, dim]; what was pooled stands in every row.
    private Tensor Shaped(Tensor result)
    {
        long[] shape = result.shape;
        bool pooled = shape.Length == 1 || (shape.Length == 2 && shape[0] == 1);
        if (shape.Length is 0 or > 2 || shape[^1] != _output.Dim || (!pooled && shape[0] != _options.Rows))
            throw new ArgumentException($"The output has the shape [{string.Join(", ", shape)}], but features of {_output} in {_options.Rows} rows are [{_options.Rows}, {_output.Dim}].");
        return pooled ? result.reshape(1, _output.Dim).expand(_options.Rows, _output.Dim) : result;
    }
}
