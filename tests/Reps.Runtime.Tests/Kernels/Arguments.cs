using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Tests.Kernels;

/// <summary>The spans of one call by name, in order: those that are read and those that are written.</summary>
/// <param name="Run">The call.</param>
/// <param name="Names">The parameters.</param>
/// <param name="Lengths">Valid lengths.</param>
/// <param name="Written">The first parameter that is written; all that follow are, too.</param>
/// <param name="Rows">The parameter whose length says how many rows there are.</param>
internal sealed record Arguments(Action<Memory<double>[]> Run, string[] Names, int[] Lengths, int Written, string Rows)
{
    private const double Sentinel = 12345;

    public static IEnumerable<Arguments> OfProduct(bool shared)
    {
        const int rows = 3;
        TensorProduct layer = TensorProduct.Create("4x0e + 2x1o", "0e + 1o", "4x1o + 2x0e");
        (int left, int right, int output) = (rows * layer.Plan.Left.Dim, rows * layer.Plan.Right.Dim, rows * layer.Plan.Output.Dim);
        int weights = (shared ? 1 : rows) * layer.WeightCount;
        ProductLayer calls = new(layer);
        yield return new(a => calls.Forward(a[..3], a[3]), ["left", "right", "weights", "output"], [left, right, weights, output], 3, "output");
        yield return new(
            a => calls.Backward(a[..3], a[3], a[4..7]),
            ["left", "right", "weights", "gradOutput", "gradLeft", "gradRight", "gradWeights"],
            [left, right, weights, output, left, right, weights],
            4,
            "gradOutput"
        );
        yield return new(
            a => calls.DoubleBackward(a[..3], a[3], a[4..7], a[7..10], a[10]),
            [
                "left",
                "right",
                "weights",
                "gradOutput",
                "cotangentLeft",
                "cotangentRight",
                "cotangentWeights",
                "gradLeft",
                "gradRight",
                "gradWeights",
                "gradGradOutput",
            ],
            [left, right, weights, output, left, right, weights, left, right, weights, output],
            7,
            "gradOutput"
        );
    }

    public static IEnumerable<Arguments> OfLinear(bool shared)
    {
        const int rows = 3;
        Linear layer = Linear.Create("4x0e + 2x1o", "3x0e + 5x1o");
        (int input, int output) = (rows * layer.Plan.Input.Dim, rows * layer.Plan.Output.Dim);
        int weights = (shared ? 1 : rows) * layer.WeightCount;
        LinearLayer calls = new(layer);
        yield return new(a => calls.Forward(a[..2], a[2]), ["input", "weights", "output"], [input, weights, output], 2, "output");
        yield return new(
            a => calls.Backward(a[..2], a[2], a[3..5]),
            ["input", "weights", "gradOutput", "gradInput", "gradWeights"],
            [input, weights, output, input, weights],
            3,
            "gradOutput"
        );
        yield return new(
            a => calls.DoubleBackward(a[..2], a[2], a[3..5], a[5..7], a[7]),
            ["input", "weights", "gradOutput", "cotangentInput", "cotangentWeights", "gradInput", "gradWeights", "gradGradOutput"],
            [input, weights, output, input, weights, input, weights, output],
            5,
            "gradOutput"
        );
    }

    /// <summary>Separate memory for every span.</summary>
    public Memory<double>[] Memories() => [.. Lengths.Select(Memory)];

    /// <summary>So many numbers.</summary>
    public static Memory<double> Memory(int length)
    {
        double[] values = new double[length];
        Array.Fill(values, Sentinel);
        return values;
    }

    /// <summary>Requires the exception that names a parameter, and that nothing was written.</summary>
    public void RequireRefusal(Memory<double>[] spans, params string[] names)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(() => Run(spans));
        Assert.Contains(exception.ParamName, names);
        Assert.Contains($"'{exception.ParamName}'", exception.Message);
        for (int n = 0; n < spans.Length; n++) Assert.True(spans[n].ToArray().All(v => v == Sentinel), $"{Names[n]} was written");
    }
}
