using System;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>Takes all segments of one irrep out of features: e3nn's ExtractIr.</summary>
public sealed class ExtractIrrep : nn.Module<Tensor, Tensor>
{
    private readonly int[] _segments;

    /// <summary>Makes a module.</summary>
    /// <param name="input">The representation of the input.</param>
    /// <param name="irrep">The irrep.</param>
    /// <exception cref="ArgumentException">The irrep is of another group.</exception>
    public ExtractIrrep(Irreps input, Irrep irrep)
        : base(nameof(ExtractIrrep))
    {
        ArgumentNullException.ThrowIfNull(input);
        (Input, _segments) = (input, SegmentsOf(input, irrep));
        Output = new Irreps(input.Group, _segments.Select(segment => input[segment]));
    }

    /// <summary>The representation of the input.</summary>
    public Irreps Input { get; }

    /// <summary>The representation of the output: the segments of that irrep.</summary>
    public Irreps Output { get; }

    /// <summary>Makes a module for a signature.</summary>
    /// <param name="input">The signature of the input.</param>
    /// <param name="irrep">The irrep.</param>
    /// <returns>The module.</returns>
    /// <exception cref="SignatureException">The signature is not valid.</exception>
    /// <exception cref="ArgumentException">The irrep is of another group.</exception>
    public static ExtractIrrep Create(string input, Irrep irrep) => new(Signature.Parse(input).Irreps, irrep);

    /// <summary>Takes the segments.</summary>
    /// <param name="input">[..., dim].</param>
    /// <returns>[..., output dim].</returns>
    /// <exception cref="ArgumentException">The last dimension is not that of the representation.</exception>
    public override Tensor forward(Tensor input)
    {
        Arguments.Features(GetName(), Input, input, nameof(input));
        return Extract.Take(Input, _segments, input);
    }

    internal static int[] SegmentsOf(Irreps input, Irrep irrep)
    {
        if (irrep.Group != input.Group)
            throw new ArgumentException($"{irrep} is an irrep of {irrep.Group.Name()}, but the features are of {input.Group.Name()}.", nameof(irrep));
        return [.. Enumerable.Range(0, input.Count).Where(segment => input[segment].Irrep == irrep)];
    }
}
