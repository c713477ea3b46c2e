using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Reps.Algebra;

namespace Reps.Analyzers.Layers;

/// <summary>Which segments of the operands of a tensor product its paths connect, and which they could.</summary>
internal sealed class Coverage
{
    private readonly Irreps[] _operands;
    private readonly Irrep[][] _irreps;
    private readonly bool[][] _covered;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Looks at the paths of a valid product.</summary>
    /// <param name="operands">Left, right and output.</param>
    /// <param name="paths">The paths.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public Coverage(Irreps[] operands, IReadOnlyList<TensorProductInstruction> paths, CancellationToken cancellationToken)
    {
        _operands = operands;
        _irreps = [.. operands.Select(static irreps => Distinct(irreps).ToArray())];
        _covered = [.. operands.Select(static irreps => new bool[irreps.Count])];
        _cancellationToken = cancellationToken;
        foreach (TensorProductInstruction path in paths)
        {
            if (!Contributes(path)) continue;
            _covered[0][path.Left] = _covered[1][path.Right] = _covered[2][path.Output] = IsAnyCovered = true;
        }
    }

    /// <summary>Whether any path contributes.</summary>
    public bool IsAnyCovered { get; private set; }

    /// <summary>The irreps that occur in a representation, in order.</summary>
    public static IEnumerable<Irrep> Distinct(Irreps irreps) =>
        irreps.Where(static entry => entry.Mul > 0).Select(static entry => entry.Irrep).Distinct().OrderBy(static irrep => irrep);

    /// <summary>The segments with channels that no path connects: those that the selection rules allow to be connected, and the others.</summary>
    /// <param name="operand">0 left, 1 right, 2 output.</param>
    public (SegmentSet Allowed, SegmentSet Impossible) Uncovered(int operand)
    {
        Irreps irreps = _operands[operand];
        List<int> uncovered = [.. Enumerable.Range(0, irreps.Count).Where(n => irreps[n].Mul > 0 && !_covered[operand][n])];
        Dictionary<Irrep, bool> couples = [];
        foreach (Irrep irrep in uncovered.Select(n => irreps[n].Irrep))
            if (!couples.ContainsKey(irrep))
                couples.Add(irrep, Couples(operand, irrep));
        return (new([.. uncovered.Where(n => couples[irreps[n].Irrep])]), new([.. uncovered.Where(n => !couples[irreps[n].Irrep])]));
    }

    /// <summary>The irreps in the product of the inputs, in order.</summary>
    public IEnumerable<Irrep> Reachable()
    {
        HashSet<Irrep> reached = [];
        foreach (Irrep a in _irreps[0])
        foreach (Irrep b in _irreps[1])
        {
            _cancellationToken.ThrowIfCancellationRequested();
            reached.UnionWith(a.Product(b));
        }
        return reached.OrderBy(static irrep => irrep);
    }

    /// <summary>Why the mode skips a segment that the selection rules allow: the first triple with it, and what its multiplicities lack.</summary>
    /// <param name="operand">0 left, 1 right, 2 output.</param>
    /// <param name="segment">The index of the segment.</param>
    /// <param name="mode">The mode of all paths.</param>
    /// <param name="hasWeights">Whether paths have weights.</param>
    public string Reason(int operand, int segment, Mode mode, bool hasWeights)
    {
        foreach ((MulIrrep a, MulIrrep b, MulIrrep c) in Triples(operand, segment))
        {
            string? mismatch = ConnectionRule.Of(mode).Mismatch(a.Mul, b.Mul, c.Mul, hasWeights);
            return $"{a} ⊗ {b} → {c} is allowed; " + (mismatch ?? "there are no pairs of different channels");
        }
        return "";
    }

    private IEnumerable<(MulIrrep Left, MulIrrep Right, MulIrrep Output)> Triples(int operand, int segment)
    {
        IEnumerable<MulIrrep>[] entries = [.. _operands.Select((irreps, n) => n == operand ? [irreps[segment]] : irreps.Where(static entry => entry.Mul > 0))];
        foreach (MulIrrep a in entries[0])
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach (MulIrrep b in entries[1])
            foreach (MulIrrep c in entries[2])
                if (TensorProductRules.Couples(a.Irrep, b.Irrep, c.Irrep))
                    yield return (a, b, c);
        }
    }

    // Whether a path adds anything: it needs channels everywhere, and two channels where it pairs different ones.
    private bool Contributes(TensorProductInstruction path)
    {
        (int u, int v, int w) = (_operands[0][path.Left].Mul, _operands[1][path.Right].Mul, _operands[2][path.Output].Mul);
        return u > 0 && v > 0 && w > 0 && path.PathWeight > 0 && (path.Mode is not (Mode.UvuLessV or Mode.ULessVw) || u > 1);
    }

    private bool Couples(int operand, Irrep irrep)
    {
        Irrep[][] irreps = [.. _irreps.Select((all, n) => n == operand ? [irrep] : all)];
        foreach (Irrep a in irreps[0])
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach (Irrep b in irreps[1])
            foreach (Irrep c in irreps[2])
                if (TensorProductRules.Couples(a, b, c))
                    return true;
        }
        return false;
    }
}
