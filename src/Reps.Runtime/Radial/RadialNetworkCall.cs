using System;
using System.Numerics;

namespace Reps;

/// <summary>The checked arguments of one evaluation of a <see cref="RadialNetwork"/>.</summary>
internal ref struct RadialNetworkCall<T>(
    int order,
    double scale,
    ReadOnlySpan<int> sizes,
    int rows,
    ReadOnlySpan<T> input,
    ReadOnlySpan<T> weights
)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>0 for values, 1 for gradients, 2 for gradients of gradients.</summary>
    public readonly int Order = order;

    /// <summary>The factor of the activation.</summary>
    public readonly double Scale = scale;
    public readonly ReadOnlySpan<int> Sizes = sizes;
    public readonly int Rows = rows;
    public readonly ReadOnlySpan<T> Input = input;
    public readonly ReadOnlySpan<T> Weights = weights;

    public ReadOnlySpan<T> GradOutput { get; init; }

    public ReadOnlySpan<T> CotangentInput { get; init; }

    public ReadOnlySpan<T> CotangentWeights { get; init; }

    public Span<T> Output { get; init; }

    public Span<T> GradInput { get; init; }

    public Span<T> GradWeights { get; init; }
}
