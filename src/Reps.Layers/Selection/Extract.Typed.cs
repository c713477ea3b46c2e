using System;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Takes segments out of typed features.</summary>
/// <typeparam name="TInput">The representation of the input.</typeparam>
/// <typeparam name="TOutput">The segments that are taken, in their order.</typeparam>
public sealed class Extract<TInput, TOutput> : nn.Module<Feature<TInput>, Feature<TOutput>>
    where TInput : struct, IRep<TInput>
    where TOutput : struct, IRep<TOutput>
{
    private readonly int[] _segments;

    /// <summary>Makes a module.</summary>
    /// <param name="segments">The segments of the input that follow one another in the output.</param>
    /// <exception cref="ArgumentException">A segment does not exist, or the output is of another representation; the message says of which.</exception>
    public Extract(params int[] segments)
        : base(nameof(Extract))
    {
        ArgumentNullException.ThrowIfNull(segments);
        Irreps input = Rep<TInput>.Irreps;
        foreach (int segment in segments)
            if (segment < 0 || segment >= input.Count)
                throw new ArgumentException($"There is no segment {segment}: {TInput.Signature} has segments 0 to {input.Count - 1}.", nameof(segments));
        TypedSignature.Require<TOutput>(new Irreps(input.Group, segments.Select(segment => input[segment])), "output", $"segments {string.Join(", ", segments)} of {TInput.Signature}");
        _segments = [.. segments];
    }

    /// <summary>All segments of one irrep.</summary>
    /// <param name="irrep">The irrep.</param>
    /// <exception cref="ArgumentException">The output is of another representation; the message says of which.</exception>
    public Extract(Irrep irrep)
        : this(ExtractIrrep.SegmentsOf(Rep<TInput>.Irreps, irrep)) { }

    /// <summary>Takes the segments.</summary>
    /// <param name="input">[..., input dim].</param>
    /// <returns>[..., output dim].</returns>
    public override Feature<TOutput> forward(Feature<TInput> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new(Extract.Take(Rep<TInput>.Irreps, _segments, input.Tensor));
    }
}
