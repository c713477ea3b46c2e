using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Potential.Plotting;

/// <summary>The range of an axis, its ticks, and where values are on it.</summary>
public sealed class AxisScale
{
    private readonly bool _logarithmic;

    /// <summary>A scale on which all values fit.</summary>
    /// <param name="values">Those that <see cref="Fits"/>; without any, the scale goes from 1 to 10.</param>
    /// <param name="logarithmic">Whether equal factors are equal distances.</param>
    public AxisScale(IEnumerable<double> values, bool logarithmic)
    {
        _logarithmic = logarithmic;
        double[] fitting = [.. values.Where(value => Fits(value, logarithmic))];
        (double low, double high) = fitting.Length == 0 ? (1, 10) : (fitting.Min(), fitting.Max());
        Ticks = logarithmic ? Decades(low, high) : Steps(low, high);
        (Low, High) = (Math.Min(low, Ticks[0]), Math.Max(high, Ticks[^1]));
    }

    /// <summary>The least value on the axis.</summary>
    public double Low { get; }

    /// <summary>The greatest value on the axis.</summary>
    public double High { get; }

    /// <summary>Round numbers, ascending: at least two.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Whether an axis can show a value.</summary>
    public static bool Fits(double value, bool logarithmic) => double.IsFinite(value) && (!logarithmic || value > 0);

    /// <summary>0 at the low end, 1 at the high end.</summary>
    public double Place(double value) => _logarithmic ? Math.Log(value / Low) / Math.Log(High / Low) : (value - Low) / (High - Low);

    /// <summary>A tick as text.</summary>
    public static string Text(double tick) =>
        tick != 0 && Math.Abs(tick) is < 1e-3 or >= 1e6
            ? tick.ToString("0.##e+0", CultureInfo.InvariantCulture)
            : tick.ToString("0.######", CultureInfo.InvariantCulture);

    // 1, 2 and 5 times powers of ten; powers alone where those would be many.
    private static List<double> Decades(double low, double high)
    {
        double[] digits = high / low > 1e4 ? [1] : [1, 2, 5];
        double[] all =
        [
            .. Enumerable.Range((int)Math.Floor(Math.Log10(low)) - 1, (int)Math.Ceiling(Math.Log10(high / low)) + 4)
                .SelectMany(power => digits.Select(digit => digit * Math.Pow(10, power))),
        ];
        int first = Array.FindLastIndex(all, tick => tick <= low * (1 + 1e-12));
        int last = Array.FindIndex(all, tick => tick >= high * (1 - 1e-12));
        return [.. all[first..(Math.Max(last, first + 1) + 1)]];
    }

    // 1, 2 or 5 times a power of ten apart, five to ten of them.
    private static List<double> Steps(double low, double high)
    {
        double range = high > low ? high - low : Math.Max(1, Math.Abs(low));
        double power = Math.Pow(10, Math.Floor(Math.Log10(range / 5)));
        double step = power * ((range / 5 / power) switch { < 2 => 1, < 5 => 2, _ => 5 });
        double first = Math.Floor((low / step) + 1e-9);
        int count = Math.Max(2, (int)(Math.Ceiling((high / step) - 1e-9) - first) + 1);
        return [.. Enumerable.Range(0, count).Select(n => (first + n) * step)];
    }
}
