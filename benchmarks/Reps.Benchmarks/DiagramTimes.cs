using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Reps.Algebra;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Benchmarks;

/// <summary>
/// Diagram layers beside the product with their dense matrix and beside one einsum for each diagram, both by libtorch, and how all of them grow
/// with n. One row, float, one thread.
/// </summary>
internal static class DiagramTimes
{
    private const long MostMatrix = 300_000_000;
    private const double SecondsEach = 0.4;

    private static readonly string[] s_columns =
        ["layer", "channels", "diagrams", "dense, ms", "einsums, ms", "ours, ms", "dense/ours", "einsums/ours", "backward, ms"];

    private static readonly (string Group, int N, int K, int L, int Channels)[] s_cases =
    [
        ("S(n)", 32, 2, 2, 16), ("S(n)", 32, 2, 2, 1), ("S(n)", 64, 2, 2, 16), ("S(n)", 64, 2, 2, 1), ("S(n)", 16, 3, 3, 16), ("S(n)", 16, 3, 3, 1),
        ("O(n)", 16, 3, 3, 16), ("O(n)", 16, 3, 3, 1),
    ];

    private static readonly (string Group, int K, int L, int[] N, int[] Dense)[] s_growth =
    [
        ("S(n)", 1, 1, [512, 1024, 2048], [512, 1024, 2048]),
        ("S(n)", 2, 2, [32, 64, 128], [16, 32, 64]),
        ("S(n)", 3, 3, [18, 22, 26, 30], [6, 12, 24]),
        ("S(n)", 3, 1, [14, 18, 22, 26], [16, 32, 64]),
        ("O(n)", 3, 3, [18, 22, 26, 30], [6, 12, 24]),
    ];

    private static readonly (string Group, int K, int L)[] s_enumerations = [("S(n)", 5, 5), ("O(n)", 7, 7), ("SO(7)", 6, 7)];

    private static readonly (string Group, int N, int[] Powers, int[] Dense)[] s_powers =
    [
        ("S(n)", 32, [1, 2, 3], [1, 2]), ("O(n)", 16, [1, 2, 3, 4], [1, 2, 3]),
    ];

    /// <summary><c>diagrams</c></summary>
    public static int Report()
    {
        Parallelism.MaxThreads = 1;
        set_num_threads(1);
        List<string[]> rows = [];
        foreach ((string group, int n, int k, int l, int channels) in s_cases)
        {
            Layer layer = new(group, n, k, l, channels);
            double ours = Time(layer.Forward), back = Time(layer.Backward), einsums = Time(layer.Einsums);
            double? dense = layer.MatrixSize <= MostMatrix ? Time(layer.Dense()) : null;
            rows.Add(
                [
                    $"{group} n = {n}, {k} to {l}", Text(channels, "0"), Text(layer.Diagrams, "0"), dense is double d ? Text(d * 1e3, "0.000") : "too large",
                    Text(einsums * 1e3, "0.000"), Text(ours * 1e3, "0.000"), dense is double e ? Text(e / ours, "0") : "", Text(einsums / ours, "0.0"), Text(back * 1e3, "0.000"),
                ]);
        }
        RooflineReport.Print(s_columns, rows);

        rows.Clear();
        foreach ((string group, int k, int l, int[] sizes, int[] denseSizes) in s_growth)
        {
            double[] ours = [.. sizes.Select(n => Time(new Layer(group, n, k, l, 8).Forward))];
            double[] dense = [.. denseSizes.Select(n => Time(new Layer(group, n, k, l, 1).Dense()))];
            rows.Add(
                [
                    $"{group}, {k} to {l}", string.Join(", ", sizes), string.Join(", ", ours.Select(t => Text(t * 1e3, "0.000"))), Text(Slope(sizes, ours), "0.00"),
                    Text(Math.Max(k, l), "0"), string.Join(", ", denseSizes), string.Join(", ", dense.Select(t => Text(t * 1e3, "0.000"))), Text(Slope(denseSizes, dense), "0.00"),
                    Text(k + l, "0"),
                ]);
        }
        RooflineReport.Print(["layer, 8 channels", "n", "ours, ms", "exponent", "theory", "dense, 1 channel: n", "ms", "exponent", "theory"], rows);

        rows.Clear();
        foreach ((string group, int n, int[] powers, int[] densePowers) in s_powers)
        {
            double[] ours = [.. powers.Select(k => Time(new Layer(group, n, k, k, 8).Forward))];
            double[] dense = [.. densePowers.Select(k => Time(new Layer(group, n, k, k, 1).Dense()))];
            // Times n to that power, from one k to the next.
            double Growth(double[] times) => Math.Log(times[^1] / times[^2]) / Math.Log(n);
            // Most of the work is that of the diagrams without contractions: k! of them, on n^k positions.
            double theory = 1 + (Math.Log(powers[^1]) / Math.Log(n));
            rows.Add(
                [
                    $"{group}, n = {n}", string.Join(", ", powers), string.Join(", ", ours.Select(t => Text(t * 1e3, "0.000"))), Text(Growth(ours), "0.00"), Text(theory, "0.00"),
                    string.Join(", ", densePowers), string.Join(", ", dense.Select(t => Text(t * 1e3, "0.000"))), Text(Growth(dense), "0.00"), "2",
                ]);
        }
        RooflineReport.Print(["layer, 8 channels", "k = l", "ours, ms", "powers of n", "theory", "dense, 1 channel: k = l", "ms", "powers of n", "theory"], rows);

        rows.Clear();
        foreach ((string group, int k, int l) in s_enumerations)
        {
            HomSpace hom = TensorSpace.Parse(group).Category(k + l).Hom(k, l);
            long start = Stopwatch.GetTimestamp();
            int count = hom.Spanning().Count;
            rows.Add([$"{group}, {k} to {l}", Text(count, "0"), Text(Stopwatch.GetElapsedTime(start).TotalMilliseconds, "0")]);
        }
        RooflineReport.Print(["diagrams", "count", "enumeration, ms"], rows);
        return 0;
    }

    // The slope of the straight line through the logarithms.
    private static double Slope(int[] sizes, double[] times)
    {
        double[] x = [.. sizes.Select(n => Math.Log(n))], y = [.. times.Select(t => Math.Log(t))];
        (double mx, double my) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / x.Sum(a => (a - mx) * (a - mx));
    }

    private static double Time(Action action)
    {
        action();
        action();
        double best = double.MaxValue;
        long start = Stopwatch.GetTimestamp();
        int count = 1;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < SecondsEach || count < 4)
        {
            long begin = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalSeconds);
            count++;
        }
        return best;
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed class Layer
    {
        private readonly DiagramLinear _layer;
        private readonly int[] _sizes;
        private readonly (int N, int K, int L, int Channels) _shape;
        private readonly float[] _input, _weights, _output, _gradInput, _gradWeights;
        private readonly Tensor _x, _y, _w;
        private readonly (string Equation, long[] Shape, long[] Strides, long[] Expanded)[] _einsums;

        public Layer(string group, int n, int k, int l, int channels)
        {
            _layer = DiagramLinear.Create($"{group}: {channels}xV^{k}", $"{group}: {channels}xV^{l}");
            (_sizes, _shape) = ([n], (n, k, l, channels));
            int dimIn = Power(n, k) * channels, dimOut = Power(n, l) * channels;
            Random random = new(1);
            _input = [.. Enumerable.Range(0, dimIn).Select(_ => random.NextSingle() - 0.5f)];
            _weights = [.. Enumerable.Range(0, _layer.WeightCount).Select(_ => random.NextSingle() - 0.5f)];
            (_output, _gradInput, _gradWeights) = (new float[dimOut], new float[dimIn], new float[_weights.Length]);
            _x = tensor(_input).reshape([.. Enumerable.Repeat((long)n, k), channels]);
            _w = tensor(_weights).reshape(-1, channels, channels);
            _y = zeros(dimOut);
            _einsums = [.. _layer.Plan.Paths.Select(path => Einsum(path.Diagrams[0]))];
            Forward();
            Einsums();
            float largest = _output.Max(Math.Abs);
            float error = (_y - tensor(_output)).abs().max().item<float>();
            if (error > 1e-3f * largest) throw new ArgumentException($"The two ways to compute {group}, n = {n}, {k} to {l} differ by {error}.");
        }

        public int Diagrams => _layer.Plan.Paths.Count;

        public long MatrixSize => (long)_input.Length * _output.Length;

        public void Forward() => _layer.Forward<float>(_sizes, _input, _weights, [], _output);

        public void Backward() => _layer.Backward<float>(_sizes, _input, _weights, _output, _gradInput, _gradWeights, []);

        public void Einsums()
        {
            using DisposeScope scope = NewDisposeScope();
            using IDisposable ungraded = no_grad();
            _y.zero_();
            for (int n = 0; n < _einsums.Length; n++)
            {
                (string equation, long[] shape, long[] strides, long[] expanded) = _einsums[n];
                Tensor result = einsum(equation, _x, _w[n]).reshape(expanded);
                _y.as_strided(shape, strides).add_(result);
            }
        }

        // The matrix is only as large as it has to be: what stands in it does not matter for the time.
        public Action Dense()
        {
            Tensor matrix = rand(_output.Length, _input.Length), x = _x.reshape(-1);
            return () =>
            {
                using DisposeScope scope = NewDisposeScope();
                matrix.matmul(x);
            };
        }

        // Contract and mix channels with one einsum; then repeat over the blocks of outputs alone, by a view of the output.
        private (string, long[], long[], long[]) Einsum(Diagram diagram)
        {
            (int n, _, _, int channels) = _shape;
            string Letters(IEnumerable<int> blocks) => new([.. blocks.Select(block => (char)('a' + block))]);
            int[] above = [.. Enumerable.Range(0, diagram.Outputs).Select(diagram.BlockOf)];
            int[] below = [.. Enumerable.Range(diagram.Outputs, diagram.Inputs).Select(diagram.BlockOf)];
            int[] cross = [.. above.Distinct().Where(below.Contains)];
            long stride = channels;
            long[] strides = new long[diagram.Outputs];
            for (int axis = diagram.Outputs - 1; axis >= 0; axis--, stride *= n) strides[axis] = stride;
            int[] blocks = [.. above.Distinct()];
            return (
                $"{Letters(below)}y,yz->{Letters(cross)}z",
                [.. blocks.Select(_ => (long)n), channels],
                [.. blocks.Select(block => Enumerable.Range(0, above.Length).Where(axis => above[axis] == block).Sum(axis => strides[axis])), 1],
                [.. blocks.Select(block => cross.Contains(block) ? (long)n : 1L), channels]);
        }

        private static int Power(int n, int exponent) => (int)Math.Pow(n, exponent);
    }
}
