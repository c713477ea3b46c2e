using System;
using System.Linq;
using System.Text.Json;
using Reps.Algebra;

namespace Reps.Tests.Plans;

/// <summary>The square of a feature vector: e3nn's values, its identities and its derivatives.</summary>
public sealed class TensorSquareTests
{
    [Fact]
    public void WholeSquareOfGolden() => CheckGolden(TensorSquare.Create("2x0e+2x1o"), "tensor_square");

    [Fact]
    public void ConnectedSquareOfGolden() => CheckGolden(TensorSquare.Create("3x0e+2x1o", "2x0e+2x1o+1x2e"), "tensor_square_fc");

    [Theory]
    [InlineData("2x0e + 2x1o + 1x2e + 3x1e", IrrepNormalization.Component)]
    [InlineData("2x0e + 2x1o + 1x2e + 3x1e", IrrepNormalization.Norm)]
    [InlineData("SO(3): 3x1 + 1x3", IrrepNormalization.None)]
    public void NormOfTheSquareIsTheSquareOfTheNorm(string input, IrrepNormalization normalization)
    {
        TensorSquare square = TensorSquare.Create(input, options: new TensorProductOptions { IrrepNormalization = normalization, PathNormalization = PathNormalization.None });
        Irreps irreps = square.Plan.Left;
        double[] x = Normal(irreps.Dim, new Random(3));
        double[] output = new double[square.Plan.Output.Dim];
        square.Forward<double>(x, [], output);

        // A coupling of Frobenius norm one keeps, times √(2l+1), the norm of a product of two irreps.
        double actual = 0;
        foreach (TensorProductInstruction path in square.Plan.Instructions)
        {
            (int offset, int length) = square.Plan.Output.Slice(path.Output);
            actual += output[offset..(offset + length)].Sum(v => v * v) * square.Plan.Output[path.Output].Irrep.Dim / path.PathWeight;
        }
        double[] norms =
        [
            .. Enumerable
                .Range(0, irreps.Count)
                .SelectMany(s =>
                    Enumerable
                        .Range(0, irreps[s].Mul)
                        .Select(u => Enumerable.Range(0, irreps[s].Irrep.Dim).Sum(i => Math.Pow(x[irreps.Offsets[s] + i * irreps[s].Mul + u], 2)))
                ),
        ];
        double expected = 0;
        for (int a = 0; a < norms.Length; a++)
        for (int b = a; b < norms.Length; b++)
            expected += norms[a] * norms[b];
        Assert.Equal(expected, actual, 1e-11 * expected);
    }

    // In the mean over standard normal inputs, every component of the output has variance one.
    [Fact]
    public void VarianceIsOne()
    {
        TensorSquare square = TensorSquare.Create("2x0e + 2x1o + 1x2e");
        const int Rows = 40000;
        double[] output = new double[Rows * square.Plan.Output.Dim];
        square.Forward<double>(Normal(Rows * square.Plan.Left.Dim, new Random(1)), [], output);
        foreach (TensorProductInstruction path in square.Plan.Instructions)
        {
            (int offset, int length) = square.Plan.Output.Slice(path.Output);
            double sum = 0;
            for (int row = 0; row < Rows; row++)
            for (int n = 0; n < length; n++)
                sum += Math.Pow(output[row * square.Plan.Output.Dim + offset + n], 2);
            Assert.Equal(1, sum / Rows / length, 0.08);
        }
    }

    [Fact]
    public void SquareOfOneChannelIsTheProductWithItself()
    {
        TensorSquare square = TensorSquare.Create("1x2e", options: new TensorProductOptions { IrrepNormalization = IrrepNormalization.None });
        TensorProduct product = TensorProduct.Full("1x2e", "1x2e", options: new TensorProductOptions { IrrepNormalization = IrrepNormalization.None });
        Assert.Equal("1x0e+1x2e+1x4e", square.Plan.Output.ToString());
        double[] x = Normal(5, new Random(2));
        double[] actual = new double[15];
        double[] full = new double[25];
        square.Forward<double>(x, [], actual);
        product.Forward<double>(x, x, [], full);
        // The full product holds 0e to 4e: the odd ones vanish on the diagonal.
        Reference.Near([.. full[..1], .. full[4..9], .. full[16..]], actual, 1e-14, "square");
        Assert.All([.. full[1..4], .. full[9..16]], v => Assert.Equal(0, v, 1e-14));
    }

    [Theory]
    [InlineData("2x0e + 2x1o + 1x2e", "2x0e + 3x1o + 1x2e")]
    [InlineData("3x1o + 1x0o", null)]
    public void Equivariant(string input, string? output)
    {
        TensorSquare square = output is null ? TensorSquare.Create(input) : TensorSquare.Create(input, output);
        double[] weights = Normal(square.WeightCount, new Random(1));
        EquivarianceCheck.Run([square.Plan.Left], square.Plan.Output, (inputs, values) => square.Forward<double>(inputs[0], weights, values)).Require(1e-12);
    }

    [Theory]
    [InlineData("2x0e + 2x1o", "2x0e + 3x1o + 1x2e")]
    [InlineData("3x1o + 1x0o", null)]
    public void GradientsAreNumericalOnes(string input, string? output)
    {
        TensorSquare square = output is null ? TensorSquare.Create(input) : TensorSquare.Create(input, output);
        Random random = new(5);
        double[] x = Normal(2 * square.Plan.Left.Dim, random);
        double[] w = Normal(square.WeightCount, random);
        double[] g = Normal(2 * square.Plan.Output.Dim, random);
        double[][] gradients = [new double[x.Length], new double[w.Length]];
        square.Backward<double>(x, w, g, gradients[0], gradients[1]);
        double[] alone = new double[x.Length];
        square.Backward<double>(x, w, g, alone, default);
        Assert.Equal(gradients[0], alone);
        double[][] arguments = [x, w];
        for (int n = 0; n < 2; n++)
        for (int e = 0; e < arguments[n].Length; e++)
            Assert.Equal(Derivative(shift => Loss(arguments[n], e, shift)), gradients[n][e], 1e-9);

        // The square is quadratic: central differences are exact but for rounding.
        static double Derivative(Func<double, double> f) => (f(0.25) - f(-0.25)) / 0.5;

        double Loss(double[] moved, int element, double shift)
        {
            double old = moved[element];
            moved[element] += shift;
            double[] result = new double[g.Length];
            square.Forward<double>(x, w, result);
            moved[element] = old;
            return result.Zip(g, (a, b) => a * b).Sum();
        }
    }

    [Theory]
    [InlineData("2x0e + 2x1o", "2x0e + 3x1o + 1x2e")]
    [InlineData("3x1o + 1x0o", null)]
    public void SecondOrderGradientsAreNumericalOnes(string input, string? output)
    {
        TensorSquare square = output is null ? TensorSquare.Create(input) : TensorSquare.Create(input, output);
        Random random = new(6);
        double[][] arguments = [Normal(2 * square.Plan.Left.Dim, random), Normal(square.WeightCount, random), Normal(2 * square.Plan.Output.Dim, random)];
        (double[] x, double[] w, double[] g) = (arguments[0], arguments[1], arguments[2]);
        double[] cotangentX = Normal(x.Length, random);
        double[] cotangentWeights = Normal(w.Length, random);
        double[][] gradients = [new double[x.Length], new double[w.Length], new double[g.Length]];
        square.DoubleBackward<double>(x, w, g, cotangentX, cotangentWeights, gradients[0], gradients[1], gradients[2]);
        for (int n = 0; n < 3; n++)
        for (int e = 0; e < arguments[n].Length; e++)
            Assert.Equal((Product(n, e, 0.25) - Product(n, e, -0.25)) / 0.5, gradients[n][e], 1e-9);
        Assert.Throws<ArgumentException>(() => square.DoubleBackward<double>(x, w, g, cotangentX, default, gradients[0], default, gradients[0].AsSpan(0, 1)));

        // Gradients are of second degree at most: central differences are exact but for rounding.
        double Product(int argument, int element, double shift)
        {
            double old = arguments[argument][element];
            arguments[argument][element] += shift;
            double[] gradX = new double[x.Length];
            double[] gradWeights = new double[w.Length];
            square.Backward<double>(x, w, g, gradX, gradWeights);
            arguments[argument][element] = old;
            return gradX.Zip(cotangentX, (a, b) => a * b).Sum() + gradWeights.Zip(cotangentWeights, (a, b) => a * b).Sum();
        }
    }

    [Fact]
    public void IrrepsCanBeKept() =>
        Assert.Equal("1x0e+2x0e", TensorSquare.Create("2x1o", keep: [Irrep.O3(0, 1)]).Plan.Output.ToString());

    [Fact]
    public void WhatIsWrongIsSaid()
    {
        Irreps vectors = Irreps.Parse("2x1o");
        Assert.Contains("pass one of them", Assert.Throws<ArgumentException>(() => TensorProductFamily.Square(vectors, vectors, [Irrep.O3(0, 1)])).Message);
        Assert.Contains("a product needs one group", Assert.Throws<ArgumentException>(() => TensorSquare.Create("2x1o", "SO(3): 2x1")).Message);
        Assert.Contains("A square has one input", Assert.Throws<ArgumentException>(() => new TensorSquare(TensorProductFamily.Full(vectors, Irreps.Parse("1x1o")))).Message);
        TensorSquare square = TensorSquare.Create("2x1o", "1x0e");
        double[] output = [7];
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => square.Forward<double>(new double[5], new double[3], output)).Message);
        Assert.Contains("'weights'", Assert.Throws<ArgumentException>(() => square.Forward<double>(new double[6], new double[2], output)).Message);
        Assert.Contains("'gradX'", Assert.Throws<ArgumentException>(() => square.Backward<double>(new double[6], new double[3], output, new double[5], default)).Message);
        Assert.Equal(7, output[0]);
    }

    private static void CheckGolden(TensorSquare square, string name)
    {
        JsonElement c = Reference.Load("so3_golden").GetProperty(name);
        TensorProductPlan plan = square.Plan;
        JsonElement modes = c.GetProperty("modes");
        Assert.Equal(modes.GetArrayLength(), plan.Instructions.Count);
        for (int n = 0; n < plan.Instructions.Count; n++)
        {
            TensorProductInstruction path = plan.Instructions[n];
            Assert.Equal((modes[n][0].GetInt32(), modes[n][1].GetInt32(), modes[n][2].GetInt32()), (path.Left, path.Right, path.Output));
            Assert.Equal(modes[n][3].GetString(), ConnectionRule.Of(path.Mode).Name);
        }
        if (c.TryGetProperty("irreps_out", out JsonElement output)) Assert.Equal(output.GetString(), plan.Output.ToString());
        Reference.Near(Reference.Vector(c.GetProperty("path_coeffs")), [.. plan.PathCoefficients.Select(p => p.ToDouble())], 1e-15, "path coefficient");
        double[] weights = c.GetProperty("params").TryGetProperty("weight", out JsonElement weight) ? Reference.Data(weight) : [];
        Assert.Equal(weights.Length, square.WeightCount);
        double[] source = Reference.Data(c.GetProperty("inputs")[0]);
        double[] x = new double[source.Length];
        E3nnLayout.FromE3nn<double>(plan.Left, source, x);
        double[] values = new double[c.GetProperty("out").GetProperty("shape")[0].GetInt32() * plan.Output.Dim];
        square.Forward<double>(x, weights, values);
        double[] actual = new double[values.Length];
        E3nnLayout.ToE3nn<double>(plan.Output, values, actual);
        Reference.Near(Reference.Data(c.GetProperty("out")), actual, 1e-13, "output");
    }

    private static double[] Normal(int count, Random random) => [.. Enumerable.Range(0, count).Select(_ => Gaussian.Next(random))];
}
