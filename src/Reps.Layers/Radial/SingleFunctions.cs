using System;
using System.Numerics;

namespace Reps.Layers.Radial;

/// <summary>A polynomial cutoff as a basis of one function.</summary>
internal sealed class CutoffBasis(PolynomialCutoff cutoff) : IRadialBasis
{
    public int Count => 1;

    public void Evaluate<T>(ReadOnlySpan<T> distances, Span<T> values)
        where T : IFloatingPointIeee754<T> => cutoff.Evaluate(distances, values);

    public void Derivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T> => cutoff.Derivative(distances, derivatives);

    public void SecondDerivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T> => cutoff.SecondDerivative(distances, derivatives);
}

/// <summary>The smooth step as a basis of one function.</summary>
internal sealed class StepBasis : IRadialBasis
{
    public int Count => 1;

    public void Evaluate<T>(ReadOnlySpan<T> distances, Span<T> values)
        where T : IFloatingPointIeee754<T> => SoftUnitStep.Evaluate(distances, values);

    public void Derivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T>
    {
        for (int n = 0; n < derivatives.Length; n++) derivatives[n] = SoftUnitStep.Derivative(distances[n]);
    }

    public void SecondDerivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T>
    {
        for (int n = 0; n < derivatives.Length; n++) derivatives[n] = SoftUnitStep.SecondDerivative(distances[n]);
    }
}
