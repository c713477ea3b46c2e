using System.Collections.Generic;
using Reps.Algebra;

namespace Reps.Generators.Emission;

/// <summary>The literals of a path's coefficients. A coupling tensor has few distinct values, and the gradients share them.</summary>
/// <param name="scalar">The number type.</param>
/// <param name="scale">The path's scale, multiplied in before the one rounding.</param>
internal sealed class CoefficientTexts(ScalarType scalar, Surd scale)
{
    private readonly Dictionary<Surd, (int Sign, string Magnitude)> _texts = [];

    /// <summary>The sign and the literal of the absolute value; the literal is empty for one.</summary>
    public (int Sign, string Magnitude) Of(Surd value)
    {
        if (_texts.TryGetValue(value, out (int Sign, string Magnitude) text)) return text;
        Surd scaled = scale * value;
        text = (scaled.Sign, scaled.Abs() == Surd.One ? "" : scalar.Literal(scaled.Abs()));
        _texts.Add(value, text);
        return text;
    }
}
