using System;
using System.Numerics;

namespace Reps;

/// <summary>e3nn's smooth step s(x) = exp(−1/x) for x &gt; 0, and 0 elsewhere: all derivatives vanish at 0.</summary>
public static class SoftUnitStep
{
    /// <summary>s(x).</summary>
    public static T Value<T>(T x)
        where T : IFloatingPointIeee754<T> => x > T.Zero ? T.Exp(-T.One / x) : x <= T.Zero ? T.Zero : x;

    /// <summary>s′(x) = s(x)/x².</summary>
    public static T Derivative<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T value = Value(x);
        // Where the exponential underflows, so does the derivative, however small x is.
        return T.IsZero(value) ? value : value / x / x;
    }

    /// <summary>s″(x) = s(x)·(1 − 2x)/x⁴.</summary>
    public static T SecondDerivative<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T value = Value(x);
        return T.IsZero(value) ? value : value / x / x * ((T.One / x - T.CreateChecked(2)) / x);
    }

    /// <summary>Evaluates s.</summary>
    /// <param name="arguments">[E].</param>
    /// <param name="values">[E]; may be the same span.</param>
    /// <exception cref="ArgumentException">The lengths disagree, or the spans overlap and are not the same.</exception>
    public static void Evaluate<T>(ReadOnlySpan<T> arguments, Span<T> values)
        where T : IFloatingPointIeee754<T>
    {
        RadialArguments.Spans(arguments, values, 1);
        for (int n = 0; n < values.Length; n++) values[n] = Value(arguments[n]);
    }
}
