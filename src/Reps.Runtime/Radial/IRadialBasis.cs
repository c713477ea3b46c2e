using System;
using System.Numerics;

namespace Reps;

/// <summary>Functions B_n(r) of a distance, into which a model expands edge lengths.</summary>
public interface IRadialBasis
{
    /// <summary>How many functions there are.</summary>
    public int Count { get; }

    /// <summary>Evaluates all functions at all distances.</summary>
    /// <param name="distances">[E].</param>
    /// <param name="values">[E, <see cref="Count"/>] row-major; overwritten, and must not overlap the distances.</param>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    public void Evaluate<T>(ReadOnlySpan<T> distances, Span<T> values)
        where T : IFloatingPointIeee754<T>;

    /// <summary>Evaluates the derivatives dB_n/dr of all functions at all distances.</summary>
    /// <param name="distances">[E].</param>
    /// <param name="derivatives">[E, <see cref="Count"/>] row-major; overwritten, and must not overlap the distances.</param>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    public void Derivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T>;

    /// <summary>Evaluates the second derivatives d²B_n/dr² of all functions at all distances.</summary>
    /// <param name="distances">[E].</param>
    /// <param name="derivatives">[E, <see cref="Count"/>] row-major; overwritten, and must not overlap the distances.</param>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    public void SecondDerivative<T>(ReadOnlySpan<T> distances, Span<T> derivatives)
        where T : IFloatingPointIeee754<T>;
}
