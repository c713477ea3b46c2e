using System;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Comparisons of tensors with plain numbers.</summary>
internal static class Expect
{
    /// <summary>The elements are these, up to rounding.</summary>
    public static void Values(Tensor actual, params double[] expected) => Close(actual, 1e-12, expected);

    /// <summary>The elements are these, up to a relative error.</summary>
    public static void Close(Tensor actual, double tolerance, params double[] expected)
    {
        double[] values = Doubles(actual);
        Assert.Equal(expected.Length, values.Length);
        for (int n = 0; n < values.Length; n++)
        {
            if (expected[n].Equals(values[n])) continue;
            Assert.True(
                Math.Abs(expected[n] - values[n]) <= tolerance * Math.Max(1, Math.Abs(expected[n])),
                $"element {n} is {values[n]:R}, not {expected[n]:R}; all are [{string.Join(", ", values)}]");
        }
    }

    /// <summary>The shape and the elements are these.</summary>
    public static void Shaped(Tensor actual, long[] shape, params double[] expected)
    {
        Assert.Equal(shape, actual.shape);
        Values(actual, expected);
    }

    /// <summary>Shapes and elements are those of another tensor, up to an absolute error.</summary>
    public static void Same(Tensor expected, Tensor actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.shape, actual.shape);
        double[] a = Doubles(expected), b = Doubles(actual);
        Assert.True(a.Zip(b, (x, y) => x.Equals(y) ? 0 : Math.Abs(x - y)).All(d => d <= tolerance), $"[{string.Join(", ", a)}] and [{string.Join(", ", b)}]");
    }

    /// <summary>The elements as doubles, in row-major order.</summary>
    public static double[] Doubles(Tensor tensor) => tensor.detach().cpu().to(ScalarType.Float64).data<double>().ToArray();
}
