using System;
using Reps;
using TorchSharp;
using static TorchSharp.torch;

namespace Corpus;

/// <summary>Numbers of tensors in memory and back.</summary>
public static class Memory
{
    [AssumeEquivariant("the numbers are copied")]
    public static double[] Of(Tensor x) => x.contiguous().data<double>().ToArray();

    public static RepArray<Hidden, double> OfHidden(Tensor x) => new((int)x.shape[0], Of(x));
}

public static class NumbersActivated
{
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        Activate(numbers);
        return tensor(numbers).reshape(4, 16).narrow(-1, 4, 12).pow(2).sum(-1);
    }

    private static void Activate([Rep("4x0e + 4x1o")] Span<double> x)
    {
        for (int i = 0; i < x.Length; i++) x[i] = Math.Max(x[i], 0); // REPS3106
    }
}

public static class ScalarNumbersActivated
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        for (int row = 0; row < 4; row++) Activate(numbers.AsSpan(row * 16, 16));
        return tensor(numbers).reshape(4, 16);
    }

    private static void Activate([Rep("4x0e + 4x1o")] Span<double> x)
    {
        for (int i = 0; i < 4; i++) x[i] = Math.Max(x[i], 0);
    }
}

public static class NumbersOfRowsActivated
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        Activate(numbers, 4);
        return tensor(numbers).reshape(4, 16);
    }

    private static void Activate([Rep("4x0e + 4x1o")] double[] x, int rows)
    {
        for (int row = 0; row < rows; row++)
            for (int i = 4; i < 16; i++) x[row * 16 + i] = Math.Tanh(x[row * 16 + i]); // REPS3106
    }
}

public static class ScalarsOfRowsActivated
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        Activate(numbers, 4);
        return tensor(numbers).reshape(4, 16);
    }

    private static void Activate([Rep("4x0e + 4x1o")] double[] x, int rows)
    {
        for (int row = 0; row < rows; row++)
            for (int i = 0; i < 4; i++) x[row * 16 + i] = Math.Tanh(x[row * 16 + i]);
    }
}

public static class NumbersScaled
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        Scale(numbers, 2);
        return tensor(numbers).reshape(4, 12);
    }

    private static void Scale([Rep("4x1o")] Span<double> x, double factor)
    {
        for (int i = 0; i < x.Length; i++) x[i] *= factor;
        foreach (ref double value in x) value = -3 * value / 2;
    }
}

public static class NumbersShifted
{
    [return: Rep("4x1o")]
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        Shift(numbers);
        return tensor(numbers).reshape(4, 12);
    }

    private static void Shift([Rep("4x1o")] Span<double> x)
    {
        foreach (ref double value in x) value += 1; // REPS3101
    }
}

public static class OneNumberShifted
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        for (int row = 0; row < 4; row++) Shift(numbers.AsSpan(3 * row, 3));
        return tensor(numbers).reshape(4, 3);
    }

    private static void Shift([Rep("1o")] Span<double> x) => x[2] += 0.5; // REPS3101
}

public static class OneScalarShifted
{
    [return: Rep("2x0e + 1o")]
    public static Tensor Run([Rep("2x0e + 1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        for (int row = 0; row < 4; row++) Shift(numbers.AsSpan(5 * row, 5));
        return tensor(numbers).reshape(4, 5);
    }

    private static void Shift([Rep("2x0e + 1o")] Span<double> x) => x[1] += 0.5;
}

public static class ArrayOfFeaturesActivated
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        RepArray<Hidden, double> hidden = Memory.OfHidden(x);
        foreach (ref double value in hidden.Values) value = value > 0 ? value : 0; // REPS3106
        return tensor(hidden.Values.ToArray()).reshape(4, 16);
    }
}

public static class ScalarsOfArrayActivated
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        RepArray<Hidden, double> hidden = Memory.OfHidden(x);
        for (int row = 0; row < hidden.Rows; row++)
            foreach (ref double value in hidden.Values.Slice(row * Hidden.Dim, Hidden.Dim)[Hidden.L0e])
                value /= 1 + Math.Exp(-value);
        return tensor(hidden.Values.ToArray()).reshape(4, 16);
    }
}

public static class VectorsOfArrayActivated
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        RepArray<Hidden, double> hidden = Memory.OfHidden(x);
        for (int row = 0; row < hidden.Rows; row++)
            foreach (ref double value in hidden.Values.Slice(row * Hidden.Dim, Hidden.Dim)[Hidden.L1o])
                value /= 1 + Math.Exp(-value); // REPS3106
        return tensor(hidden.Values.ToArray()).reshape(4, 16);
    }
}

public static class SegmentOfArrayActivated
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        RepArray<Hidden, double> hidden = Memory.OfHidden(x);
        for (int row = 0; row < hidden.Rows; row++)
        {
            Span<double> segment = hidden.Segment(row, 1);
            for (int i = 0; i < segment.Length; i++)
                if (segment[i] < 0) segment[i] *= 0.1;
        }
        for (int row = 0; row < hidden.Rows; row++)
        {
            Span<double> segment = hidden.Segment(row, 1);
            for (int i = 0; i < segment.Length; i++)
                if (segment[i] < 0) segment[i] = 0; // REPS3106
        }
        return tensor(hidden.Values.ToArray()).reshape(4, 16);
    }
}

public static class NormsOfNumbers
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        double[] norms = new double[16];
        for (int row = 0; row < 4; row++) Norms(numbers.AsSpan(12 * row, 12), norms.AsSpan(4 * row, 4));
        return tensor(norms).reshape(4, 4);
    }

    private static void Norms([Rep("4x1o")] ReadOnlySpan<double> x, [Rep("4x0e")] Span<double> norms)
    {
        for (int component = 0; component < 3; component++)
        {
            ReadOnlySpan<double> channels = x.Slice(component * 4, 4);
            for (int u = 0; u < 4; u++) norms[u] += channels[u] * channels[u];
        }
        foreach (ref double norm in norms) norm = Math.Sqrt(norm);
    }
}

public static class CrossProductOfNumbers
{
    [return: Rep("1e")]
    public static Tensor Run([Rep("1o")] Tensor x, [Rep("1o")] Tensor y)
    {
        (double[] a, double[] b) = (Memory.Of(x), Memory.Of(y));
        double[] cross = new double[12];
        for (int row = 0; row < 4; row++) Cross(a.AsSpan(3 * row, 3), b.AsSpan(3 * row, 3), cross.AsSpan(3 * row, 3));
        return tensor(cross).reshape(4, 3);
    }

    private static void Cross([Rep("1o")] ReadOnlySpan<double> a, [Rep("1o")] ReadOnlySpan<double> b, [Rep("1e")] Span<double> result)
    {
        for (int n = 0; n < 3; n++)
        {
            int p = (n + 1) % 3;
            int q = (n + 2) % 3;
            result[n] = a[p] * b[q] - a[q] * b[p];
        }
    }
}

public static class FirstVectorByWrongSlice
{
    public static Tensor Run([Rep("4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        return tensor(new[] { Length(numbers) });
    }

    private static double Length([Rep("4x1o")] ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> first = x.Slice(0, 3); // REPS3003
        return Math.Sqrt(first[0] * first[0] + first[1] * first[1] + first[2] * first[2]);
    }
}

public static class FirstVectorByWrongRange
{
    public static Tensor Run([Rep("2x0e + 4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        return tensor(new[] { Length(numbers) });
    }

    private static double Length([Rep("2x0e + 4x1o")] ReadOnlySpan<double> x)
    {
        ReadOnlySpan<double> first = x[2..5]; // REPS3003
        return Math.Sqrt(first[0] * first[0] + first[1] * first[1] + first[2] * first[2]);
    }
}

public static class PseudoscalarNumbersActivated
{
    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        Activate(numbers);
        return tensor(numbers).reshape(4, 4);
    }

    private static void Activate([Rep("4x0o")] Span<double> x)
    {
        for (int i = 0; i < x.Length; ++i) x[i] = Math.Exp(x[i]); // REPS3102
    }
}

public static class PseudoscalarNumbersActivatedOddly
{
    [return: Rep("4x0o")]
    public static Tensor Run([Rep("4x0o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        Activate(numbers);
        return tensor(numbers).reshape(4, 4);
    }

    private static void Activate([Rep("4x0o")] Span<double> x)
    {
        for (int i = 0; i < x.Length; ++i) x[i] = x[i] + Math.Tanh(2 * x[i]);
    }
}

public static class HelperActivatesNumbers
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        RepArray<Hidden, double> hidden = Memory.OfHidden(x);
        Activate(hidden.Values); // REPS3106
        return tensor(hidden.Values.ToArray()).reshape(4, 16);
    }

    private static void Activate(Span<double> x)
    {
        for (int i = 0; i < x.Length; i++) x[i] = Math.Clamp(x[i], -1, 1);
    }
}

public static class HelperActivatesScalarNumbers
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        RepArray<Hidden, double> hidden = Memory.OfHidden(x);
        for (int row = 0; row < 4; row++) Activate(hidden.Segment(row, 0));
        return tensor(hidden.Values.ToArray()).reshape(4, 16);
    }

    private static void Activate(Span<double> x)
    {
        for (int i = 0; i < x.Length; i++) x[i] = Math.Clamp(x[i], -1, 1);
    }
}

public static class NumbersDividedByTheirNorm
{
    [return: Rep("1o")]
    public static Tensor Run([Rep("1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        for (int row = 0; row < 4; row++) Normalize(numbers.AsSpan(3 * row, 3));
        return tensor(numbers).reshape(4, 3);
    }

    private static void Normalize([Rep("1o")] Span<double> x)
    {
        double norm = 0;
        for (int i = 0; i < x.Length; i++) norm += x[i] * x[i];
        norm = Math.Sqrt(norm);
        for (int i = 0; i < x.Length; i++) x[i] = x[i] * Math.Tanh(norm) / norm;
    }
}

public static class NumbersLoopedByHalves
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        Activate(numbers);
        return tensor(numbers).reshape(4, 16);
    }

    private static void Activate([Rep("4x0e + 4x1o")] Span<double> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            if (i % 16 >= 4) continue;
            x[i] = Math.Max(x[i], 0);
        }
        for (int i = 0; i < x.Length; i++)
            if (i % 16 < 4) x[i] = Math.Tanh(x[i]);
        for (int i = 0; i < x.Length; i++) x[i] = i % 16 < 4 ? Math.Tanh(x[i]) : x[i];
    }
}

public static class NumbersReversed
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        double[] numbers = Memory.Of(x);
        Reverse(numbers);
        return tensor(numbers).reshape(4, 16).flip(0);
    }

    private static void Reverse([Rep("4x0e + 4x1o")] Span<double> x) => x.Reverse(); // REPS3005
}

public static class NumbersSquared
{
    [return: Rep("4x0e + 4x1o")]
    public static Tensor Run([Rep("4x0e + 4x1o")] Tensor x)
    {
        RepArray<Hidden, double> hidden = Memory.OfHidden(x);
        foreach (ref double number in hidden.Values) number *= number; // REPS3106
        return tensor(hidden.Values.ToArray()).reshape(4, 16);
    }
}
