using System;
using System.Linq;

namespace Reps;

/// <summary>
/// A function applied to scalars, with what an equivariant network needs to know of it: its parity, and the constant that gives it second
/// moment one for normally distributed arguments.
/// </summary>
public sealed partial class ScalarActivation
{
    private const double Tolerance = 1e-5;

    private readonly Func<double, ActivationTerms> _terms;
    private readonly Lazy<double> _exact;
    private readonly double? _sampled;

    private ScalarActivation(string name, Func<double, ActivationTerms> terms, double? sampled = null)
    {
        (Name, _terms, _sampled) = (name, terms, sampled);
        _exact = new(() => SecondMoment.Constant(Value));
        Parity = ParityOf(Value, Constant(MomentSource.E3nn));
    }

    /// <summary>The name, for example <c>silu</c>.</summary>
    public string Name { get; }

    /// <summary>Whether the function is even, odd or neither, found as e3nn finds it.</summary>
    public ActivationParity Parity { get; }

    /// <summary>Finds the parity of any function as e3nn's <c>Activation</c> does: at 256 points from 0 to 10, within 1e-5.</summary>
    /// <param name="function">The function.</param>
    /// <param name="constant">The factor by which the function is normalised.</param>
    /// <returns>Even, odd or neither; a function that is zero counts as even.</returns>
    public static ActivationParity ParityOf(Func<double, double> function, double constant = 1)
    {
        ArgumentNullException.ThrowIfNull(function);
        (double even, double odd) = (0, 0);
        for (int n = 0; n < 256; n++)
        {
            double z = 10 * n / 255.0;
            (double plus, double minus) = (constant * function(z), constant * function(-z));
            even = Math.Max(even, Math.Abs(plus - minus));
            odd = Math.Max(odd, Math.Abs(plus + minus));
        }
        // A NaN is larger than no tolerance, and so is no parity.
        return even < Tolerance ? ActivationParity.Even : odd < Tolerance ? ActivationParity.Odd : ActivationParity.Neither;
    }

    /// <summary>The activation of a name.</summary>
    /// <param name="name">One of the names of <see cref="All"/>.</param>
    /// <returns>The activation.</returns>
    /// <exception cref="ArgumentException">There is none of that name; the message lists those there are.</exception>
    public static ScalarActivation Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(activation => activation.Name == name)
            ?? throw new ArgumentException(
                $"There is no activation {Quoting.Quote(name)}: the names are {string.Join(", ", All.Select(activation => activation.Name))}.",
                nameof(name)
            );
    }

    /// <summary>The factor that gives the function second moment one.</summary>
    /// <param name="source">e3nn's sampled constant or the integral.</param>
    /// <returns>The constant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is no source.</exception>
    public double Constant(MomentSource source) => source switch
    {
        MomentSource.E3nn => _sampled ?? _exact.Value,
        MomentSource.Exact => _exact.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "The source must be E3nn or Exact."),
    };

    /// <summary>The function's value, not normalised.</summary>
    public double Value(double z) => _terms(z).Value;

    /// <summary>
    /// The function's value and its first three derivatives, not normalised. At a kink they are those from the left, as in torch; of |z| they
    /// are 0.
    /// </summary>
    public ActivationTerms At(double z) => _terms(z);

    /// <summary>Applies the function to numbers.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="values">As many; may be the same memory.</param>
    /// <param name="factor">A factor of the result, for example the constant.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the memory overlaps but is not the same.</exception>
    public void Apply(ReadOnlySpan<double> arguments, Span<double> values, double factor = 1)
    {
        RadialArguments.Spans(arguments, values, 1);
        for (int n = 0; n < values.Length; n++) values[n] = factor * Value(arguments[n]);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
