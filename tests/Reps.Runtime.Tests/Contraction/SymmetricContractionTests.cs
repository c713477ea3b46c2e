using System;
using System.Linq;
using System.Runtime.Intrinsics;
using Reps.Interpreter;
using Reps.Kernels;
using Reps.Kernels.Simd;

namespace Reps.Tests.Contraction;

/// <summary>The kernel against the interpreter, its derivatives against numerical ones, and its symmetries.</summary>
public sealed class SymmetricContractionTests
{
    private const string Input = "0e + 1o + 2e";
    private const string Output = "0e + 1o";

    public static TheoryData<int, int> Sizes
    {
        get
        {
            TheoryData<int, int> sizes = new() { { 5, 0 }, { 5, 1 }, { 64, 2 }, { 100, 1 } };
            for (int channels = 1; channels <= 33; channels++) sizes.Add(channels, 3);
            return sizes;
        }
    }

    public static TheoryData<string, string, int> Signatures =>
        new()
        {
            { Input, Output, 3 },
            { Input, "1o", 1 },
            { "1o + 2e", "0e + 1o + 2e + 1e", 2 },
            { "0e + 0o + 1o + 1e", "0o + 1e + 2e", 3 },
            { "1o + 0e + 1o", "1o + 0e + 1o", 3 },
            { "3o", "3o + 9o", 3 },
            { "SO(3): 0 + 1 + 2", "SO(3): 1 + 2 + 3", 3 },
        };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void KernelEqualsInterpreter(int channels, int rows)
    {
        SymmetricContraction layer = Create(Input, Output, 3, channels);
        Batch batch = new(layer, rows, 2, new Random(channels));
        double[] output = batch.NewOutput();
        layer.Forward(batch.X, batch.Weights, batch.Elements, output);
        Reference.Near(batch.Interpret(), output, 1e-13, "output");
        double[] gradInput = batch.NewInput();
        double[] gradWeights = batch.NewWeights();
        layer.Backward(batch.X, batch.Weights, batch.Elements, batch.G, gradInput, gradWeights);
        Reference.Near(batch.InterpretGradient(0), gradInput, 1e-13, "gradInput");
        Reference.Near(batch.InterpretGradient(1), gradWeights, 1e-13, "gradWeights");

        float[] single = new float[output.Length];
        layer.Forward(Single(batch.X), Single(batch.Weights), batch.Elements, single);
        Reference.Near(output, [.. single.Select(v => (double)v)], 1e-5, "float output");
        float[] singleInput = new float[gradInput.Length];
        float[] singleWeights = new float[gradWeights.Length];
        layer.Backward(Single(batch.X), Single(batch.Weights), batch.Elements, Single(batch.G), singleInput, singleWeights);
        Reference.Near(gradInput, [.. singleInput.Select(v => (double)v)], 1e-5, "float gradInput");
        Reference.Near(gradWeights, [.. singleWeights.Select(v => (double)v)], 1e-5, "float gradWeights");
    }

    // Widths that the processor does not have are emulated.
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(70)]
    public void EveryWidthGivesTheSame(int channels)
    {
        SymmetricContraction layer = Create(Input, Output, 3, channels);
        Batch batch = new(layer, 2, 2, new Random(channels));
        double[] expected = batch.SecondOrder(job => ContractionRunner<double, double, Double1>.Run(job));
        Reference.Near(expected, batch.SecondOrder(job => ContractionRunner<Vector128<double>, double, Double128>.Run(job)), 1e-13, "128");
        Reference.Near(expected, batch.SecondOrder(job => ContractionRunner<Vector256<double>, double, Double256>.Run(job)), 1e-13, "256");
        Reference.Near(expected, batch.SecondOrder(job => ContractionRunner<Vector512<double>, double, Double512>.Run(job)), 1e-13, "512");
        float[] single = batch.SingleForward(job => ContractionRunner<float, float, Single1>.Run(job));
        Near(single, batch.SingleForward(job => ContractionRunner<Vector128<float>, float, Single128>.Run(job)));
        Near(single, batch.SingleForward(job => ContractionRunner<Vector256<float>, float, Single256>.Run(job)));
        Near(single, batch.SingleForward(job => ContractionRunner<Vector512<float>, float, Single512>.Run(job)));
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void EverySignatureEqualsInterpreter(string input, string output, int correlation)
    {
        SymmetricContraction layer = Create(input, output, correlation, 5);
        Batch batch = new(layer, 4, 3, new Random(5));
        double[] actual = batch.NewOutput();
        layer.Forward(batch.X, batch.Weights, batch.Elements, actual);
        Reference.Near(batch.Interpret(), actual, 1e-13, "output");
        double[] gradInput = batch.NewInput();
        layer.Backward(batch.X, batch.Weights, batch.Elements, batch.G, gradInput, default);
        Reference.Near(batch.InterpretGradient(0), gradInput, 1e-13, "gradInput");
        double[] gradWeights = batch.NewWeights();
        layer.Backward(batch.X, batch.Weights, batch.Elements, batch.G, default, gradWeights);
        Reference.Near(batch.InterpretGradient(1), gradWeights, 1e-13, "gradWeights");
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Equivariant(string input, string output, int correlation)
    {
        SymmetricContraction layer = Create(input, output, correlation, 3);
        double[] weights = Normal(2 * layer.WeightCount, new Random(1));
        EquivarianceCheck
            .Run([layer.Plan.Input], layer.Plan.Output, (inputs, values) => layer.Forward(inputs[0], weights, Alternating(values.Length / layer.Plan.Output.Dim), values))
            .Require(1e-12);
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public void SecondDerivativesAreNumericalOnes(string input, string output, int correlation)
    {
        SymmetricContraction layer = Create(input, output, correlation, 3);
        Batch batch = new(layer, 3, 2, new Random(9));
        double[] a = Normal(batch.X.Length, new Random(2));
        double[] b = Normal(batch.Weights.Length, new Random(3));
        foreach ((bool hasA, bool hasB) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            double[] u = hasA ? a : [];
            double[] v = hasB ? b : [];
            double[][] gradients = [batch.NewInput(), batch.NewWeights(), batch.NewOutput()];
            layer.DoubleBackward(batch.X, batch.Weights, batch.Elements, batch.G, u, v, gradients[0], gradients[1], gradients[2]);
            double[][] arguments = [batch.X, batch.Weights, batch.G];
            for (int n = 0; n < 3; n++)
            {
                // One at a time gives the same as all together.
                double[] alone = new double[gradients[n].Length];
                layer.DoubleBackward(
                    batch.X,
                    batch.Weights,
                    batch.Elements,
                    batch.G,
                    u,
                    v,
                    n == 0 ? alone : default,
                    n == 1 ? alone : default,
                    n == 2 ? alone : default
                );
                Assert.Equal(gradients[n], alone);
                for (int e = 0; e < alone.Length; e += 1 + alone.Length / 11)
                {
                    double numeric = Derivative(shift => batch.FirstOrder(u, v, arguments[n], e, shift));
                    Assert.True(Math.Abs(numeric - alone[e]) <= 1e-8 * Math.Max(1, Math.Abs(numeric)), $"argument {n}, element {e}: {numeric:R} against {alone[e]:R}");
                }
            }
        }
    }

    [Fact]
    public void FirstDerivativesAreNumericalOnes()
    {
        SymmetricContraction layer = Create(Input, Output, 3, 2);
        Batch batch = new(layer, 2, 2, new Random(4));
        double[][] gradients = [batch.NewInput(), batch.NewWeights()];
        layer.Backward(batch.X, batch.Weights, batch.Elements, batch.G, gradients[0], gradients[1]);
        double[][] arguments = [batch.X, batch.Weights];
        for (int n = 0; n < 2; n++)
        for (int e = 0; e < arguments[n].Length; e++)
            Assert.Equal(Derivative(shift => batch.Loss(arguments[n], e, shift)), gradients[n][e], 1e-9);
    }

    [Fact]
    public void DoesNotDependOnTheOrderOfRows()
    {
        SymmetricContraction layer = Create(Input, Output, 3, 7);
        Batch batch = new(layer, 6, 3, new Random(8));
        double[] forward = batch.NewOutput();
        layer.Forward(batch.X, batch.Weights, batch.Elements, forward);
        (int i, int o) = (layer.Plan.Input.Dim, layer.Plan.Output.Dim);
        double[] x = [.. batch.X.Chunk(i).Reverse().SelectMany(row => row)];
        double[] reversed = batch.NewOutput();
        layer.Forward(x, batch.Weights, [.. batch.Elements.Reverse()], reversed);
        Assert.Equal(forward, reversed.Chunk(o).Reverse().SelectMany(row => row));
    }

    // A path of three equal segments is a symmetric trilinear form on the diagonal: polarised, it takes its factors in any order.
    [Fact]
    public void PolarisedFormIsSymmetric()
    {
        SymmetricContraction layer = SymmetricContraction.Create("1o + 2e", "1o", 3);
        Random random = new(6);
        double[] weights = Normal(layer.WeightCount, random);
        double[][] x = [.. Enumerable.Range(0, 3).Select(_ => Normal(8, random))];
        double[] first = Polarised(layer, weights, x[0], x[1], x[2]);
        Reference.Near(first, Polarised(layer, weights, x[2], x[0], x[1]), 1e-12, "polarised");
        Reference.Near(first, Polarised(layer, weights, x[1], x[0], x[2]), 1e-12, "polarised");
    }

    [Theory]
    [InlineData(17, 101)]
    [InlineData(100, 30)]
    public void ThreadsAgree(int channels, int rows)
    {
        SymmetricContraction layer = Create(Input, Output, 3, channels);
        Batch batch = new(layer, rows, 2, new Random(9));
        ThreadCounts.Agree(() =>
        {
            double[][] results =
            [
                batch.NewOutput(), batch.NewInput(), batch.NewWeights(), batch.NewInput(), batch.NewWeights(), batch.NewOutput(), batch.NewInput(),
            ];
            layer.Forward(batch.X, batch.Weights, batch.Elements, results[0]);
            layer.Backward(batch.X, batch.Weights, batch.Elements, batch.G, results[1], results[2]);
            layer.DoubleBackward(batch.X, batch.Weights, batch.Elements, batch.G, batch.X, batch.Weights, results[3], results[4], results[5]);
            layer.Backward(batch.X, batch.Weights, batch.Elements, batch.G, results[6], default);
            return results;
        });
    }

    [Fact]
    public void NothingIsAllocated()
    {
        SymmetricContraction layer = Create(Input, Output, 3, 17);
        Batch batch = new(layer, 3, 2, new Random(8));
        (double[] output, double[] input, double[] weights) = (batch.NewOutput(), batch.NewInput(), batch.NewWeights());
        Assert.Equal(0, Allocation.Of(Passes));

        void Passes()
        {
            layer.Forward(batch.X, batch.Weights, batch.Elements, output);
            layer.Backward(batch.X, batch.Weights, batch.Elements, batch.G, input, weights);
            layer.DoubleBackward(batch.X, batch.Weights, batch.Elements, batch.G, batch.X, batch.Weights, input, weights, output);
        }
    }

    [Theory]
    [InlineData(17, 36, 2, 8, 0, "input")]
    [InlineData(18, 35, 2, 8, 0, "weights")]
    [InlineData(18, 34, 1, 8, 0, "elements")]
    [InlineData(18, 34, 2, 8, 1, "elements")]
    [InlineData(18, 34, 2, 8, -1, "elements")]
    [InlineData(18, 34, 2, 7, 0, "output")]
    public void WrongLengthIsNamed(int input, int weights, int elements, int output, int element, string name)
    {
        SymmetricContraction layer = Create(Input, Output, 3, 1);
        // 17 paths: the weights of two elements are 34.
        double[] result = new double[output];
        Array.Fill(result, 7);
        int[] indices = new int[elements];
        if (elements > 1) indices[1] = element == 0 ? 0 : element > 0 ? 2 : -1;
        ArgumentException exception = Assert.Throws<ArgumentException>(() => layer.Forward(new double[input], new double[weights], indices, result));
        Assert.Contains($"'{name}'", exception.Message);
        Assert.All(result, value => Assert.Equal(7, value));
    }

    [Fact]
    public void OverlapIsRefused()
    {
        SymmetricContraction layer = SymmetricContraction.Create("1o", "1o", 1);
        double[] x = [1, 2, 3];
        Assert.Contains("'output' overlaps", Assert.Throws<ArgumentException>(() => layer.Forward(x, [1.0], [0], x)).Message);
        Assert.Contains("'gradInput' overlaps", Assert.Throws<ArgumentException>(() => layer.Backward(x, [1.0], [0], [1.0, 2, 3], x, default)).Message);
        Assert.Contains(
            "'gradGradOutput' overlaps",
            Assert.Throws<ArgumentException>(() => layer.DoubleBackward(x, [1.0], [0], [1.0, 2, 3], x, default, default, default, x)).Message
        );
    }

    [Fact]
    public void ContractionWithoutPathsIsZero()
    {
        SymmetricContraction layer = SymmetricContraction.Create("2x0e", "2x1o");
        double[] output = [1, 2, 3, 4, 5, 6];
        layer.Forward([1.0, 2], [], [0], output);
        Assert.All(output, value => Assert.Equal(0, value));
    }

    private static void Near(float[] expected, float[] actual) =>
        Reference.Near([.. expected.Select(v => (double)v)], [.. actual.Select(v => (double)v)], 1e-5, "float");

    private static double[] Polarised(SymmetricContraction layer, double[] weights, double[] a, double[] b, double[] c)
    {
        // The trilinear part of P(a + b + c): inclusion and exclusion remove all others.
        double[] sum = new double[3];
        for (int mask = 1; mask < 8; mask++)
        {
            double[] x = [.. a.Select((_, n) => (mask & 1) * a[n] + ((mask >> 1) & 1) * b[n] + ((mask >> 2) & 1) * c[n])];
            double[] value = new double[3];
            layer.Forward(x, weights, [0], value);
            double sign = int.PopCount(mask) % 2 == 1 ? 1 : -1;
            for (int n = 0; n < 3; n++) sum[n] += sign * value[n];
        }
        return sum;
    }

    private static SymmetricContraction Create(string input, string output, int correlation, int channels) =>
        SymmetricContraction.Create(WithChannels(input, channels), WithChannels(output, channels), correlation);

    private static string WithChannels(string signature, int channels)
    {
        string[] parts = signature.Split(": ");
        string terms = string.Join(" + ", parts[^1].Split(" + ").Select(term => $"{channels}x{term}"));
        return parts.Length == 1 ? terms : parts[0] + ": " + terms;
    }

    private static int[] Alternating(int rows) => [.. Enumerable.Range(0, rows).Select(n => n % 2)];

    private static double Derivative(Func<double, double> f)
    {
        const double H = 1e-2;
        double coarse = (f(H) - f(-H)) / (2 * H);
        double fine = (f(H / 2) - f(-H / 2)) / H;
        return (4 * fine - coarse) / 3;
    }

    private static float[] Single(double[] values) => [.. values.Select(v => (float)v)];

    private static double[] Normal(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Gaussian.Next(random))];

    /// <summary>Random inputs, and what the interpreter makes of them.</summary>
    private sealed class Batch(SymmetricContraction layer, int rows, int elements, Random random)
    {
        public double[] X { get; } = Normal(rows * layer.Plan.Input.Dim, random);

        public double[] Weights { get; } = Normal(elements * layer.WeightCount, random);

        public double[] G { get; } = Normal(rows * layer.Plan.Output.Dim, random);

        public int[] Elements { get; } = [.. Enumerable.Range(0, rows).Select(_ => random.Next(elements))];

        // Filled with rubbish, which has to be overwritten.
        public double[] NewOutput() => [.. G.Select(_ => 7.0)];

        public double[] NewInput() => [.. X.Select(_ => 7.0)];

        public double[] NewWeights() => [.. Weights.Select(_ => 7.0)];

        public double[] Interpret()
        {
            double[] output = new double[G.Length];
            new PlanInterpreter(layer.Plan.Segmented).Run(rows, new PlanArguments<double>(X, OfRows()), output);
            return output;
        }

        public double[] InterpretGradient(int input)
        {
            double[] gradient = new double[input == 0 ? X.Length : rows * layer.WeightCount];
            new PlanInterpreter(layer.Plan.Segmented.Transpose(input)).Run(rows, new PlanArguments<double>(X, OfRows(), G), gradient);
            if (input == 0) return gradient;
            double[] sum = new double[Weights.Length];
            for (int row = 0; row < rows; row++)
            for (int n = 0; n < layer.WeightCount; n++)
                sum[Elements[row] * layer.WeightCount + n] += gradient[row * layer.WeightCount + n];
            return sum;
        }

        public double Loss(double[] moved, int element, double shift)
        {
            double old = moved[element];
            moved[element] += shift;
            double[] output = new double[G.Length];
            layer.Forward(X, Weights, Elements, output);
            moved[element] = old;
            return Dot(output, G);
        }

        public double FirstOrder(double[] a, double[] b, double[] moved, int element, double shift)
        {
            double old = moved[element];
            moved[element] += shift;
            double[] gradInput = new double[X.Length];
            double[] gradWeights = new double[Weights.Length];
            layer.Backward(X, Weights, Elements, G, gradInput, gradWeights);
            moved[element] = old;
            return Dot(a, gradInput) + Dot(b, gradWeights);
        }

        public delegate void Runner<T>(ContractionCall<T> call);

        public double[] SecondOrder(Runner<double> run)
        {
            (double[] input, double[] weights, double[] output) = (NewInput(), NewWeights(), NewOutput());
            run(ContractionGuard.DoubleBackward<double>(layer.DoubleTable, X, Weights, Elements, G, X, Weights, input, weights, output));
            double[] forward = NewOutput();
            run(ContractionGuard.Forward<double>(layer.DoubleTable, X, Weights, Elements, forward));
            return [.. input, .. weights, .. output, .. forward];
        }

        public float[] SingleForward(Runner<float> run)
        {
            float[] output = new float[G.Length];
            run(ContractionGuard.Forward<float>(layer.SingleTable, Single(X), Single(Weights), Elements, output));
            return output;
        }

        private double[] OfRows() => [.. Elements.SelectMany(e => Weights.AsSpan(e * layer.WeightCount, layer.WeightCount).ToArray())];

        private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
    }
}
