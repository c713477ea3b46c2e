using System;
using System.Linq;
using System.Runtime.Intrinsics;
using Reps.Kernels.Matrix;
using Reps.Kernels.Simd;

namespace Reps.Tests.Radial;

/// <summary>The network against its definition, and its derivatives of both orders against numerical ones.</summary>
public sealed class RadialNetworkTests
{
    private static readonly double s_scale = new RadialNetwork(1, 1).ActivationScale;

    [Fact]
    public void TheActivationHasSecondMomentOne()
    {
        double moment = 0;
        foreach ((double z, double weight) in Quadrature.Simpson(-12, 12, 4000))
            moment += weight * Math.Pow(s_scale * z / (1 + Math.Exp(-z)), 2) * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        Assert.Equal(1, moment, 1e-13);
        // e3nn averages a million samples.
        Assert.Equal(1.6790, s_scale, 3e-3);
        double[] output = new double[1];
        new RadialNetwork(1, 1, 1) { ActivationScale = 2 }.Forward<double>([1], [1, 1], output);
        Assert.Equal(2 / (1 + Math.Exp(-1)), output[0], 1e-15);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(8, 64, 64, 33)]
    [InlineData(1, 5, 1)]
    public void ValuesAreThoseOfTheDefinition(params int[] sizes)
    {
        RadialNetwork network = new(sizes);
        double[] weights = Normal(network.WeightCount, 1);
        foreach (int rows in new[] { 0, 1, 2, 3, 4, 5, 7, 63, 64, 65, 130 })
        {
            double[] input = Normal(rows * sizes[0], rows);
            double[] expected = Define(sizes, input, weights);
            double[] output = new double[expected.Length];
            float[] single = new float[expected.Length];
            network.Forward<double>(input, weights, output);
            network.Forward<float>([.. input.Select(v => (float)v)], [.. weights.Select(v => (float)v)], single);
            Reference.Near(expected, output, 1e-14, "output");
            Reference.Near(expected, [.. single.Select(v => (double)v)], 3e-6, "float");
            RadialNetworkCall<double> call = new(0, s_scale, sizes, rows, input, weights) { Output = output };
            output.AsSpan().Clear();
            RadialNetworkKernel.Run<Double512, Vector512<double>, Gemm<double, Double512, Vector512<double>, Double128, Vector128<double>, Double1>, double>(call);
            Reference.Near(expected, output, 1e-14, "wide");
            output.AsSpan().Clear();
            RadialNetworkKernel.Run<Double1, double, Gemm<double, Double1, double, Double1, double, Double1>, double>(call);
            Reference.Near(expected, output, 1e-14, "scalar");
        }
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(3, 5, 4)]
    [InlineData(2, 6, 3, 5)]
    public void GradientsAreTheDerivatives(params int[] sizes)
    {
        const int Rows = 67;
        RadialNetwork network = new(sizes);
        double[] input = Normal(Rows * sizes[0], 2);
        double[] weights = Normal(network.WeightCount, 3);
        double[] g = Normal(Rows * sizes[^1], 4);
        double[] u = Normal(input.Length, 5);
        double[] w = Normal(weights.Length, 6);
        double[] gradInput = new double[input.Length];
        double[] gradWeights = new double[weights.Length];
        network.Backward<double>(input, weights, g, gradInput, gradWeights);
        Compare(input, gradInput, v => Dot(Forward(v, weights), g));
        Compare(weights, gradWeights, v => Dot(Forward(input, v), g));

        double[] secondInput = new double[input.Length];
        double[] secondWeights = new double[weights.Length];
        double[] secondOutput = new double[g.Length];
        network.DoubleBackward<double>(input, weights, g, u, w, secondInput, secondWeights, secondOutput);
        Compare(input, secondInput, v => Product(v, weights, g, u, w));
        Compare(weights, secondWeights, v => Product(input, v, g, u, w));
        Compare(g, secondOutput, v => Product(input, weights, v, u, w));
        network.DoubleBackward<double>(input, weights, g, u, default, secondInput, secondWeights, secondOutput);
        Compare(weights, secondWeights, v => Product(input, v, g, u, new double[w.Length]));
        network.DoubleBackward<double>(input, weights, g, default, w, secondInput, default, default);
        Compare(input, secondInput, v => Product(v, weights, g, new double[u.Length], w));

        double[] Forward(double[] v, double[] matrices)
        {
            double[] output = new double[g.Length];
            network.Forward<double>(v, matrices, output);
            return output;
        }

        double Product(double[] v, double[] matrices, double[] gradient, double[] byInput, double[] byWeights)
        {
            double[] first = new double[v.Length];
            double[] second = new double[matrices.Length];
            network.Backward<double>(v, matrices, gradient, first, second);
            return Dot(first, byInput) + Dot(second, byWeights);
        }
    }

    [Theory]
    [InlineData(8, 64, 64, 40)]
    [InlineData(3, 5)]
    public void ThreadsAgree(params int[] sizes)
    {
        const int Rows = 1501;
        RadialNetwork network = new(sizes);
        double[] input = Normal(Rows * sizes[0], 2);
        double[] weights = Normal(network.WeightCount, 3);
        double[] g = Normal(Rows * sizes[^1], 4);
        double[] u = Normal(input.Length, 5);
        double[] w = Normal(weights.Length, 6);
        ThreadCounts.Agree(() =>
        {
            double[][] results =
            [
                new double[g.Length], new double[input.Length], new double[weights.Length],
                new double[input.Length], new double[weights.Length], new double[g.Length], new double[input.Length],
            ];
            network.Forward<double>(input, weights, results[0]);
            network.Backward<double>(input, weights, g, results[1], results[2]);
            network.DoubleBackward<double>(input, weights, g, u, w, results[3], results[4], results[5]);
            network.DoubleBackward<double>(input, weights, g, u, w, results[6], default, default);
            return results;
        });
    }

    [Fact]
    public void LargeArgumentsStayFinite()
    {
        RadialNetwork network = new(1, 1, 1);
        float[] output = new float[2];
        float[] gradient = new float[2];
        network.Forward<float>([-1000, 1000], [1, 1], output);
        Assert.Equal(0, output[0]);
        Assert.Equal(1000 * s_scale, output[1], 1e-2);
        network.Backward<float>([-1000, 1000], [1, 1], [1, 1], gradient, default);
        Assert.Equal(0, gradient[0]);
        Assert.Equal(s_scale, gradient[1], 1e-5);
    }

    [Fact]
    public void NothingIsAllocated()
    {
        RadialNetwork network = new(8, 64, 16);
        float[] input = new float[800];
        float[] gradInput = new float[800];
        float[] weights = new float[network.WeightCount];
        float[] gradWeights = new float[network.WeightCount];
        float[] output = new float[1600];
        float[] other = new float[1600];
        Assert.Equal(0, Allocation.Of(Evaluate));

        void Evaluate()
        {
            network.Forward<float>(input, weights, output);
            network.Backward<float>(input, weights, output, gradInput, gradWeights);
            network.DoubleBackward<float>(input, weights, output, input, default, gradInput, gradWeights, other);
        }
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        Assert.Throws<ArgumentException>(() => new RadialNetwork(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RadialNetwork(3, 0));
        RadialNetwork network = new(3, 4, 2);
        Assert.Equal(20, network.WeightCount);
        Assert.Throws<ArgumentException>(() => network.Forward<double>(new double[4], new double[20], new double[2]));
        Assert.Throws<ArgumentException>(() => network.Forward<double>(new double[3], new double[19], new double[2]));
        Assert.Throws<ArgumentException>(() => network.Forward<double>(new double[3], new double[20], new double[3]));
        Assert.Throws<ArgumentException>(() => network.Backward<double>(new double[3], new double[20], new double[2], new double[2], default));
    }

    private static double[] Define(int[] sizes, double[] input, double[] weights)
    {
        int rows = input.Length / sizes[0];
        int offset = 0;
        for (int n = 1; n < sizes.Length; n++)
        {
            double[] next = new double[rows * sizes[n]];
            for (int row = 0; row < rows; row++)
            for (int j = 0; j < sizes[n]; j++)
            {
                double z = 0;
                for (int i = 0; i < sizes[n - 1]; i++) z += input[row * sizes[n - 1] + i] * weights[offset + i * sizes[n] + j];
                z /= Math.Sqrt(sizes[n - 1]);
                next[row * sizes[n] + j] = n == sizes.Length - 1 ? z : s_scale * z / (1 + Math.Exp(-z));
            }
            offset += sizes[n - 1] * sizes[n];
            input = next;
        }
        return input;
    }

    private static void Compare(double[] point, double[] gradient, Func<double[], double> f)
    {
        for (int n = 0; n < point.Length; n += 1 + point.Length / 40)
        {
            double Difference(double h)
            {
                double[] moved = [.. point];
                moved[n] += h;
                double above = f(moved);
                moved[n] -= 2 * h;
                return (above - f(moved)) / (2 * h);
            }
            double numeric = (4 * Difference(5e-4) - Difference(1e-3)) / 3;
            Assert.Equal(numeric, gradient[n], 1e-7 * Math.Max(1, gradient.Max(Math.Abs)));
        }
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double[] Normal(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Gaussian.Next(random))];
    }
}
