namespace Reps;

/// <summary>A function's value and derivatives at a point.</summary>
/// <param name="Value">f.</param>
/// <param name="First">f′.</param>
/// <param name="Second">f″.</param>
/// <param name="Third">f‴.</param>
public readonly record struct ActivationTerms(double Value, double First, double Second, double Third)
{
    /// <summary>The argument itself.</summary>
    internal static ActivationTerms Argument(double z) => new(z, 1, 0, 0);

    /// <summary>The rule of Leibniz.</summary>
    public static ActivationTerms operator *(ActivationTerms f, ActivationTerms g) =>
        new(
            f.Value * g.Value,
            f.First * g.Value + f.Value * g.First,
            f.Second * g.Value + 2 * f.First * g.First + f.Value * g.Second,
            f.Third * g.Value + 3 * (f.Second * g.First + f.First * g.Second) + f.Value * g.Third
        );

    /// <summary>A multiple.</summary>
    public static ActivationTerms operator *(double factor, ActivationTerms f) =>
        new(factor * f.Value, factor * f.First, factor * f.Second, factor * f.Third);

    /// <summary>The chain rule: this function of another, evaluated at that one's value.</summary>
    internal ActivationTerms Of(ActivationTerms g) =>
        new(
            Value,
            First * g.First,
            Second * g.First * g.First + First * g.Second,
            Third * g.First * g.First * g.First + 3 * Second * g.First * g.Second + First * g.Third
        );
}
