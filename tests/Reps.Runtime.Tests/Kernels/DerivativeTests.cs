using System;
using System.Linq;

namespace Reps.Tests.Kernels;

/// <summary>Derivatives up to the third of a function built from a layer, against numerical ones and against each other.</summary>
public sealed class DerivativeTests
{
    private static readonly KernelLayer[] s_layers =
    [
        new ProductLayer(TensorProduct.Create("5x0e + 7x1o", "0e + 1o", "5x0e + 5x1o + 7x1o + 7x0e", Mode.Uvu)),
        new ProductLayer(TensorProduct.Create("3x0e + 2x1o", "2x0e + 1o", "3x0e + 4x1o + 1e")),
        new ProductLayer(TensorProduct.Create("3x1o", "3x1o", "3x1e + 3x2e", Mode.UvuLessV)),
        new ProductLayer(TensorProduct.Create("4x1o", "4x2e", "2x1o + 1x3o", Mode.Uuw)),
        new LinearLayer(Linear.Create("3x0e + 2x1o", "4x0e + 5x1o")),
    ];

    public static TheoryData<int, bool> Cases
    {
        get
        {
            TheoryData<int, bool> cases = [];
            for (int layer = 0; layer < s_layers.Length; layer++)
            {
                cases.Add(layer, true);
                cases.Add(layer, false);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheGradientIsTheNumericalOne(int layer, bool shared)
    {
        Random random = new(layer);
        LayerFunction f = new(s_layers[layer], 5, shared, random);
        double[][] x = f.Draw(random);
        double[][] v = f.Draw(random);
        Near(Numerical.Derivative(t => f.Value(Move(x, t, v))), Dot(f.Gradient(x), v));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheSecondDerivativeIsTheNumericalOneOfTheGradient(int layer, bool shared)
    {
        Random random = new(layer);
        LayerFunction f = new(s_layers[layer], 5, shared, random);
        double[][] x = f.Draw(random);
        double[][] v = f.Draw(random);
        double[] expected = Numerical.Derivative(t => Flat(f.Gradient(Move(x, t, v))));
        double[] actual = Flat(f.HessianTimes(x, v));
        Reference.Near(expected, actual, 1e-9, "second derivative");
        double[][] u = f.Draw(random);
        Near(Dot(f.HessianTimes(x, v), u), Dot(f.HessianTimes(x, u), v));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheThirdDerivativeIsTheNumericalOneOfTheSecond(int layer, bool shared)
    {
        Random random = new(layer);
        LayerFunction f = new(s_layers[layer], 5, shared, random);
        double[][] x = f.Draw(random);
        double[][][] directions = [f.Draw(random), f.Draw(random), f.Draw(random)];
        double expected = f.Third(x, directions[0], directions[1], directions[2]);
        foreach (int[] order in new int[][] { [0, 1, 2], [1, 2, 0], [2, 1, 0] })
        {
            (double[][] u, double[][] v, double[][] w) = (directions[order[0]], directions[order[1]], directions[order[2]]);
            Near(expected, Numerical.Derivative(t => Dot(f.HessianTimes(Move(x, t, u), v), w)));
        }
    }

    private static void Near(double expected, double actual) => Reference.Near([expected], [actual], 1e-9, "derivative");

    private static double[][] Move(double[][] x, double step, double[][] v) => [.. x.Select((values, n) => Numerical.Move(values, step, v[n]))];

    private static double Dot(double[][] x, double[][] y) => Numerical.Dot(Flat(x), Flat(y));

    private static double[] Flat(double[][] x) => [.. x.SelectMany(values => values)];
}
