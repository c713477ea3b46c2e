using System;
using System.Collections.Generic;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The polynomials in one feature vector that are equivariant: for every degree up to the correlation, every map from the symmetric power
/// of the input to an irrep of the output, channel by channel, with a weight for each map and channel (the product basis of MACE).
/// Inputs of <see cref="Segmented"/>: input, weights.
/// </summary>
/// <param name="Input">The representation of the input; all entries have the same multiplicity.</param>
/// <param name="Output">The representation of the output, of that multiplicity too.</param>
/// <param name="Correlation">The highest degree.</param>
/// <param name="Paths">The maps in weight order: output segment outermost, then degree, then segments.</param>
/// <param name="PathCoefficients">The scale of each path.</param>
/// <param name="Segmented">
/// The map. The coefficients of a path are those of an orthonormal basis: as a symmetric tensor of [V, …, V] every component of every path
/// has norm one, and those of different paths are orthogonal. Each monomial is stored once, with the sum over the orders of its factors.
/// </param>
public sealed record SymmetricContractionPlan(
    Irreps Input,
    Irreps Output,
    int Correlation,
    EquatableArray<ContractionTerm> Paths,
    EquatableArray<Surd> PathCoefficients,
    SegmentedPlan Segmented
)
{
    /// <summary>The highest degree that can be asked for.</summary>
    public const int MaxCorrelation = 3;

    // Products of segments looked at, whether or not they hold an output: a bound on the time of a refusal.
    private const int MaxProducts = 1 << 20;

    /// <summary>The multiplicity of all segments.</summary>
    public int Channels => Input.Count > 0 ? Input[0].Mul : Output.Count > 0 ? Output[0].Mul : 0;

    /// <summary>The number of weights of one element: one for each path and channel.</summary>
    public int WeightCount => Segmented.Inputs[1].Size;

    /// <summary>Derives the contraction.</summary>
    /// <param name="input">The input representation, every entry with the same multiplicity.</param>
    /// <param name="output">The output representation, every entry with that multiplicity.</param>
    /// <param name="correlation">The highest degree of the polynomials, 1 to 3.</param>
    /// <param name="normalization">
    /// Whether paths into the same output share its variance: a path of degree n is divided by √(n!·paths), or, for
    /// <see cref="PathNormalization.None"/>, not at all.
    /// </param>
    /// <param name="cancellationToken">Stops the evaluation of tables.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">The representations do not fit, or the map is beyond the budget.</exception>
    public static SymmetricContractionPlan Create(
        Irreps input,
        Irreps output,
        int correlation = MaxCorrelation,
        PathNormalization normalization = PathNormalization.Element,
        CancellationToken cancellationToken = default
    )
    {
        PlanError.ThrowIfAny(Check(input, output, correlation, cancellationToken));
        int channels = input.Count > 0 ? input[0].Mul : 0;
        List<ContractionTerm> terms = [];
        List<Surd> scales = [];
        List<PlanPath> paths = [];
        for (int o = 0; o < output.Count; o++)
        {
            int first = terms.Count;
            List<SparseTensor> tensors = [];
            for (int degree = 1; degree <= correlation; degree++)
                foreach (int[] segments in SymmetricPower.Products(input, degree))
                {
                    if (SymmetricPower.Multiplicity(input, segments, output[o].Irrep) == 0) continue;
                    IReadOnlyList<SparseTensor> basis = SymmetricPower.Basis(input, segments, output[o].Irrep, cancellationToken);
                    for (int n = 0; n < basis.Count; n++) terms.Add(new ContractionTerm(EquatableArray<int>.Of(segments), o, n));
                    tensors.AddRange(basis);
                }
            for (int n = 0; n < tensors.Count; n++)
            {
                ContractionTerm term = terms[first + n];
                scales.Add(normalization == PathNormalization.None ? Surd.One : Surd.Sqrt(new Rational(BigInteger.One, Factorial(term.Segments.Count) * tensors.Count)));
                if (channels > 0) paths.Add(Path(term, first + n, channels, tensors[n], scales[first + n]));
            }
        }
        long[] sizes = new long[terms.Count];
        for (int n = 0; n < sizes.Length; n++) sizes[n] = channels;
        SegmentedPlan plan = new(
            FormattableString.Invariant($"Sym^{correlation}({input}) → {output}"),
            EquatableArray<PlanOperand>.Of(PlanOperand.Features("input", input), PlanOperand.Weights("weights", sizes)),
            PlanOperand.Features("output", output),
            new(paths)
        );
        return new SymmetricContractionPlan(input, output, correlation, new(terms), new(scales), plan);
    }

    /// <summary>Says why there is no such map, or why it is too large.</summary>
    internal static IReadOnlyList<PlanError> Check(Irreps input, Irreps output, int correlation, CancellationToken cancellationToken = default)
    {
        List<PlanError> errors = [];
        if (input.Group != output.Group)
            errors.Add(
                new PlanError(
                    "REPS2001",
                    $"The input is a representation of {input.Group.Name()} and the output of {output.Group.Name()}: an equivariant map needs one group."
                )
            );
        else if (input.Group == Group.SU2)
            errors.Add(new PlanError("REPS2007", "A symmetric contraction multiplies real components, and the irreps of SU(2) have none: write SO(3) for integer degrees."));
        if (CheckCorrelation(correlation) is PlanError error) errors.Add(error);
        if (Odd(input, output) is (MulIrrep first, MulIrrep odd))
            errors.Add(
                new PlanError(
                    "REPS2003",
                    $"A symmetric contraction works channel by channel, but {odd} has other channels than {first}: give every segment of both sides one multiplicity."
                )
            );
        if (errors.Count == 0 && IsTooLarge(input, output, correlation, cancellationToken))
            errors.Add(
                new PlanError(
                    "REPS1012",
                    $"The contraction may have more than {Budget.MaxPaths} paths, {Budget.MaxWeights} weights or {Budget.MaxCoefficients} coefficients: lower the degrees, the number of segments or the correlation."
                )
            );
        return errors;
    }

    /// <summary>Says why there is no such correlation; null if there is.</summary>
    internal static PlanError? CheckCorrelation(int correlation) =>
        correlation is >= 1 and <= MaxCorrelation
            ? null
            : new PlanError("REPS2004", FormattableString.Invariant($"The correlation is the highest degree of the polynomials: it must be 1 to {MaxCorrelation}, not {correlation}."));

    private static PlanPath Path(ContractionTerm term, int number, int channels, SparseTensor tensor, Surd scale)
    {
        List<PlanFactor> factors = [new PlanFactor(1, number, "u")];
        foreach (int segment in term.Segments) factors.Add(new PlanFactor(0, segment, "u"));
        return new PlanPath(new(factors), new PlanFactor(0, term.Output, "u"), EquatableArray<int>.Of(channels, 0, 0), tensor, scale);
    }

    // The first segment, and one with other channels.
    private static (MulIrrep First, MulIrrep Odd)? Odd(Irreps input, Irreps output)
    {
        List<MulIrrep> entries = [.. input, .. output];
        foreach (MulIrrep entry in entries)
            if (entry.Mul != entries[0].Mul)
                return (entries[0], entry);
        return null;
    }

    private static bool IsTooLarge(Irreps input, Irreps output, int correlation, CancellationToken cancellationToken)
    {
        (long products, long paths, long coefficients) = (0, 0, 0);
        for (int degree = 1; degree <= correlation; degree++)
            foreach (int[] segments in SymmetricPower.Products(input, degree))
            {
                cancellationToken.ThrowIfCancellationRequested();
                products += output.Count;
                foreach (MulIrrep entry in output)
                {
                    int multiplicity = SymmetricPower.Multiplicity(input, segments, entry.Irrep);
                    paths += multiplicity;
                    coefficients += multiplicity * SymmetricPower.CoefficientBound(input, segments, entry.Irrep);
                }
                if (products > MaxProducts || paths > Budget.MaxPaths || paths * input[0].Mul > Budget.MaxWeights || coefficients > Budget.MaxCoefficients) return true;
            }
        return false;
    }

    private static int Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
