using System;
using System.Collections.Generic;
using System.Linq;
using Reps.Layers.Nonlinear;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Takes segments out of features, into one or more results: e3nn's Extract.</summary>
public sealed class Extract : nn.Module<Tensor, Tensor[]>
{
    private readonly int[][] _segments;

    /// <summary>Makes a module.</summary>
    /// <param name="input">The representation of the input.</param>
    /// <param name="outputs">The representation of each result.</param>
    /// <param name="segments">For each result the segments of the input that follow one another in it, of its irreps and multiplicities.</param>
    /// <exception cref="ArgumentException">A result is of another representation than its segments, or a segment does not exist.</exception>
    public Extract(Irreps input, IReadOnlyList<Irreps> outputs, IReadOnlyList<IReadOnlyList<int>> segments)
        : base(nameof(Extract))
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(segments);
        if (outputs.Count != segments.Count)
            throw new ArgumentException($"There are {outputs.Count} results, but segments for {segments.Count}: give a list for each.", nameof(segments));
        for (int n = 0; n < outputs.Count; n++)
        {
            foreach (int segment in segments[n])
                if (segment < 0 || segment >= input.Count)
                    throw new ArgumentException($"Result {n} takes segment {segment}, but {input} has segments 0 to {input.Count - 1}.", nameof(segments));
            Irreps taken = new(input.Group, segments[n].Select(segment => input[segment]));
            if (taken != outputs[n])
                throw new ArgumentException($"Result {n} is {outputs[n]}, but its segments are {taken}.", nameof(outputs));
        }
        (Input, Outputs, _segments) = (input, [.. outputs], [.. segments.Select(list => list.ToArray())]);
    }

    /// <summary>The representation of the input.</summary>
    public Irreps Input { get; }

    /// <summary>The representation of each result.</summary>
    public IReadOnlyList<Irreps> Outputs { get; }

    /// <summary>Makes a module for a signature.</summary>
    /// <param name="input">The signature of the input.</param>
    /// <param name="segments">For each result the segments of the input that follow one another in it.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentException">A segment does not exist.</exception>
    public static Extract Create(string input, params IReadOnlyList<int>[] segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        Irreps irreps = Signature.Parse(input).Irreps;
        foreach (int segment in segments.SelectMany(list => list))
            if (segment < 0 || segment >= irreps.Count)
                throw new ArgumentException($"A result takes segment {segment}, but {irreps} has segments 0 to {irreps.Count - 1}.", nameof(segments));
        return new Extract(irreps, [.. segments.Select(list => new Irreps(irreps.Group, list.Select(segment => irreps[segment])))], segments);
    }

    /// <summary>Takes the segments.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>For each result [..., its dim].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation.</exception>
    public override Tensor[] forward(Tensor input)
    {
        Arguments.Features(GetName(), Input, input, nameof(input));
        return [.. _segments.Select(list => Take(Input, list, input))];
    }

    internal static Tensor Take(Irreps irreps, IReadOnlyList<int> segments, Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        List<Tensor> parts = [];
        for (int n = 0; n < segments.Count; )
        {
            // Segments that are neighbours stay together.
            int first = n++;
            while (n < segments.Count && segments[n] == segments[n - 1] + 1) n++;
            int last = segments[n - 1];
            parts.Add(input.narrow(-1, irreps.Offsets[segments[first]], irreps.Offsets[last] + irreps[last].Dim - irreps.Offsets[segments[first]]));
        }
        return scope.MoveToOuter(IrrepNorms.Joined(parts, input));
    }
}
