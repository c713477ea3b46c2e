using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// The lowering of bilinear plans in which one operand and the output carry the channels and the other operand has a single one: the
/// convolutions of message passing. A row's small operand y is folded into the coefficients once, A[i,k] = Σ_j C[i,j,k] y[j], and then
/// output[k,u] += w[u] Σ_i A[i,k] x[i,u] runs over vectors of channels u. Every nonzero (i, k) is one pair.
/// </summary>
/// <remarks>
/// Header: form, flags of <see cref="LayerProgram"/>, then the numbers of paths, pairs, extra terms, values of the channel operand, of the
/// small operand, of the output, of the weights, the most channels of a path, and the numbers of ranges of the output, of the channel
/// operand and of the weights that no path reaches. Sections: paths, the pairs' i, the pairs' k, pairs for each k, pairs for each i, the pairs sorted by
/// (i, k), their k, the j of each pair's first term, pair and j of every further term, the three lists of ranges (offset, length).
/// Coefficients: first terms, then further ones.
/// </remarks>
public static class ChannelwiseProgram
{
    /// <summary>The number of integers in the header.</summary>
    public const int HeaderSize = 13;

    /// <summary>
    /// The number of integers of a path: offset and components of the channel operand, offset and components of the output, weight offset
    /// (−1 without), channels, first pair, number of pairs, straight-line kernels of the path and of its transpose (−1 without), whether the
    /// path is the first into its output, and the first into its channel segment, and the first and
    /// the number of its further terms. Paths stand in the order of their weights.
    /// </summary>
    public const int PathSize = 14;

    /// <summary>Paths with fewer channels than two vectors of 256 bits hold have no use for a straight-line kernel.</summary>
    public const int StraightLineChannels = 16;

    /// <summary>The pattern of nonzero pairs of a path or its transpose: what a straight-line kernel is written for.</summary>
    /// <param name="Inputs">The components that are multiplied.</param>
    /// <param name="Outputs">The components that are added to.</param>
    /// <param name="Pairs">input + 256 · output, sorted by output and input.</param>
    public sealed record Shape(int Inputs, int Outputs, EquatableArray<int> Pairs);

    /// <summary>Lowers a plan with inputs left, right and weights.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="straightLineLimit">The most pairs of a path for which a straight-line kernel is asked; 0 for none.</param>
    /// <param name="shapes">Filled with the patterns that straight-line kernels are needed for; paths refer to them by position.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The program, or null where the plan is not of this kind.</returns>
    public static LayerProgram? TryLower(SegmentedPlan plan, int straightLineLimit, List<Shape> shapes, CancellationToken cancellationToken)
    {
        if (ChannelOperand(plan) is not int lane) return null;
        Builder builder = new(plan, lane, straightLineLimit, shapes);
        // In the order of the weights: they come from memory, once, and the hardware foresees what is read without jumps. Sums stay in the caches.
        foreach (PlanPath path in plan.Paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            builder.Add(path);
        }
        return builder.Build();
    }

    // The operand with the channels, or null: every path must have them on the same side, and on average fill a vector.
    private static int? ChannelOperand(SegmentedPlan plan)
    {
        if (plan.Paths.Count == 0) return null;
        long work = 0;
        long channelWork = 0;
        bool left = true;
        bool right = true;
        foreach (PlanPath path in plan.Paths)
        {
            if (path.Pairs) return null;
            string letters = Letters(path, path.Output);
            if (letters.Length > 1) return null;
            int channels = letters.Length == 0 ? 1 : path.Extent(letters[0]);
            foreach (PlanFactor factor in path.Factors)
            {
                string own = Letters(path, factor);
                if (factor.Operand == 2 ? own != letters : own != letters && own.Length > 0) return null;
                left &= factor.Operand != 0 || own == letters;
                right &= factor.Operand != 1 || own == letters;
                if (letters.Length > 0 && factor.Operand == 0) right &= own.Length == 0;
                if (letters.Length > 0 && factor.Operand == 1) left &= own.Length == 0;
            }
            work += path.Coefficients.Count;
            channelWork += (long)path.Coefficients.Count * channels;
        }
        if (channelWork < 4 * work) return null;
        return left ? 0 : right ? 1 : null;
    }

    private static string Letters(PlanPath path, PlanFactor factor)
    {
        string letters = "";
        foreach (char letter in factor.Channels)
            if (letter == 'q' || path.Extent(letter) > 1)
                letters += letter;
        return letters;
    }

    private sealed class Builder(SegmentedPlan plan, int lane, int straightLineLimit, List<Shape> shapes)
    {
        private readonly List<int> _paths = [];
        private readonly List<int> _pairLane = [];
        private readonly List<int> _pairOut = [];
        private readonly List<int> _outCounts = [];
        private readonly List<int> _laneCounts = [];
        private readonly List<int> _transposed = [];
        private readonly List<int> _transposedOut = [];
        private readonly List<int> _foldIndex = [];
        private readonly List<int> _extra = [];
        private readonly List<Surd> _coefficients = [];
        private readonly List<Surd> _extraCoefficients = [];
        private readonly HashSet<int> _reachedOut = [];
        private readonly HashSet<int> _reachedLane = [];
        private readonly HashSet<int> _reachedWeights = [];
        private int _maxChannels;
        private int _pathCount;

        public void Add(PlanPath path)
        {
            PlanFactor laneFactor = path.Factors.First(f => f.Operand == lane);
            PlanFactor scalarFactor = path.Factors.First(f => f.Operand == 1 - lane);
            PlanFactor? weight = path.Factors.FirstOrDefault(f => f.Operand == 2);
            Segment laneSegment = plan.Inputs[lane].Segments[laneFactor.Segment];
            Segment scalarSegment = plan.Inputs[1 - lane].Segments[scalarFactor.Segment];
            Segment outSegment = plan.Output.Segments[path.Output.Segment];
            if (weight is not null) _reachedWeights.Add(weight.Segment);
            int first = _pairLane.Count;
            int firstExtra = _extra.Count / 2;
            AddPairs(path.Coefficients, path.Scale, scalarSegment.Offset, laneSegment.Components, outSegment.Components);
            int count = _pairLane.Count - first;
            int[] forward = [.. Enumerable.Range(first, count)];
            int[] backward = [.. forward.OrderBy(p => _pairLane[p]).ThenBy(p => _pairOut[p])];
            foreach (int p in backward)
            {
                _transposed.Add(p);
                _transposedOut.Add(_pairOut[p]);
            }
            for (int k = 0; k < outSegment.Components; k++) _outCounts.Add(forward.Count(p => _pairOut[p] == k));
            for (int i = 0; i < laneSegment.Components; i++) _laneCounts.Add(forward.Count(p => _pairLane[p] == i));
            _paths.AddRange(
                [
                    laneSegment.Offset,
                    laneSegment.Components,
                    outSegment.Offset,
                    outSegment.Components,
                    weight is null ? -1 : plan.Inputs[2].Segments[weight.Segment].Offset,
                    outSegment.Channels,
                    first,
                    count,
                    ShapeOf(outSegment.Channels, laneSegment.Components, outSegment.Components, forward.Select(p => _pairLane[p] + 256 * _pairOut[p])),
                    ShapeOf(outSegment.Channels, outSegment.Components, laneSegment.Components, backward.Select(p => _pairOut[p] + 256 * _pairLane[p])),
                    _reachedOut.Add(path.Output.Segment) ? 1 : 0,
                    _reachedLane.Add(laneFactor.Segment) ? 1 : 0,
                    firstExtra,
                    _extra.Count / 2 - firstExtra,
                ]
            );
            if (outSegment.Channels > _maxChannels) _maxChannels = outSegment.Channels;
            _pathCount++;
        }

        public LayerProgram Build()
        {
            List<int> emptyOut = LayerProgram.Unreached(plan.Output, _reachedOut);
            List<int> emptyLane = LayerProgram.Unreached(plan.Inputs[lane], _reachedLane);
            List<int> emptyWeights = LayerProgram.Unreached(plan.Inputs[2], _reachedWeights);
            int[] header =
            [
                (int)ProgramForm.Channelwise,
                LayerProgram.Flags(plan, lane == 0),
                _pathCount,
                _pairLane.Count,
                _extra.Count / 2,
                plan.Inputs[lane].Size,
                plan.Inputs[1 - lane].Size,
                plan.Output.Size,
                plan.Inputs[2].Size,
                _maxChannels,
                emptyOut.Count / 2,
                emptyLane.Count / 2,
                emptyWeights.Count / 2,
            ];
            EquatableArray<int> integers = LayerProgram.Join(
                header,
                _paths,
                _pairLane,
                _pairOut,
                _outCounts,
                _laneCounts,
                _transposed,
                _transposedOut,
                _foldIndex,
                _extra,
                emptyOut,
                emptyLane,
                emptyWeights
            );
            return new LayerProgram(ProgramForm.Channelwise, integers, EquatableArray<Surd>.Of([.. _coefficients, .. _extraCoefficients]));
        }

        // The axes of the coefficients are left, right, output.
        private void AddPairs(SparseTensor tensor, Surd scale, int scalarOffset, int inputs, int outputs)
        {
            List<(int J, Surd Value)>?[] terms = new List<(int, Surd)>?[inputs * outputs];
            for (int n = 0; n < tensor.Count; n++)
            {
                int pair = tensor.Index(n, 2) * inputs + tensor.Index(n, lane);
                (terms[pair] ??= []).Add((tensor.Index(n, 1 - lane), scale * tensor.Value(n)));
            }
            for (int pair = 0; pair < terms.Length; pair++)
            {
                if (terms[pair] is not { } sum) continue;
                for (int t = 1; t < sum.Count; t++)
                {
                    _extra.AddRange([_pairLane.Count, scalarOffset + sum[t].J]);
                    _extraCoefficients.Add(sum[t].Value);
                }
                _foldIndex.Add(scalarOffset + sum[0].J);
                _coefficients.Add(sum[0].Value);
                _pairLane.Add(pair % inputs);
                _pairOut.Add(pair / inputs);
            }
        }

        private int ShapeOf(int channels, int inputs, int outputs, IEnumerable<int> pairs)
        {
            Shape shape = new(inputs, outputs, new(pairs));
            if (channels < StraightLineChannels || shape.Pairs.Count > straightLineLimit) return -1;
            int known = shapes.IndexOf(shape);
            if (known >= 0) return known;
            shapes.Add(shape);
            return shapes.Count - 1;
        }
    }
}
