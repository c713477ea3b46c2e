using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>The steps that make all halves of one side of a layer, each once, parents first.</summary>
/// <param name="spaces">The spaces.</param>
/// <param name="outputs">Whether it is the side of the outputs.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class HalfSteps(EquatableArray<TensorSpace> spaces, bool outputs, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, int> _known = [];
    private readonly List<HalfStep> _steps = [];

    /// <summary>The steps.</summary>
    public IReadOnlyList<HalfStep> Steps => _steps;

    /// <summary>The step that makes a half.</summary>
    public int Of(HalfDiagram half)
    {
        if (_known.TryGetValue(half.Key, out int known)) return known;
        cancellationToken.ThrowIfCancellationRequested();
        _steps.Add(Step(half));
        return _known[half.Key] = _steps.Count - 1;
    }

    private HalfStep Step(HalfDiagram half)
    {
        // The last space first: then the choices of the first space are the outermost.
        for (int space = spaces.Count - 1; space >= 0; space--)
            if (half.Symbols[space] is AlternatingSymbol symbol)
                return Alternation(half, space, symbol);
        int closed = Array.LastIndexOf(half.Fates, BlockFate.Closed);
        if (closed >= 0)
        {
            GroupFamily? family = spaces[half.SpaceOf(closed)].Family;
            bool partition = family is GroupFamily.Symmetric or GroupFamily.Alternating;
            HalfDiagram parent = partition ? half.Keeping(closed) : half.Opening(closed);
            int[] axes = partition ? [closed] : [parent.Blocks[half.AxesOf(closed)[0]], parent.Blocks[half.AxesOf(closed)[1]]];
            HalfOperation operation = partition ? HalfOperation.Sum : family == GroupFamily.Symplectic ? HalfOperation.SymplecticTrace : HalfOperation.Trace;
            return Closing(half, parent, operation, axes, 1, []);
        }
        bool whole = half.Fates.Length == half.Blocks.Length;
        return new(
            whole ? HalfOperation.Whole : HalfOperation.Diagonal,
            half.Term,
            -1,
            [.. half.Kept.Select(block => (half.SpaceOf(block), half.AxesOf(block).Sum(static axis => 1 << axis)))],
            [],
            1,
            []);
    }

    private HalfStep Alternation(HalfDiagram half, int space, AlternatingSymbol symbol)
    {
        int[] blocks = half.Alternating(space);
        int[] through = [.. half.Through.Where(blocks.Contains)];
        int[] own = [.. blocks.Except(through)];
        List<int> list = AlternatingLists.Of(symbol, outputs, own.Length, cancellationToken);
        return Closing(half, half.WithoutSymbol(space), HalfOperation.Alternation, [.. through, .. own], AlternatingLists.Choices(symbol), list);
    }

    // Blocks have the same numbers in the parent, but for arcs that it has opened; axes of the parent are found by their first axis of the tensor.
    private HalfStep Closing(HalfDiagram half, HalfDiagram parent, HalfOperation operation, int[] closed, int choices, List<int> list)
    {
        int[] kept = parent.Kept;
        int Axis(int block) => Array.IndexOf(kept, block);
        return new(
            operation,
            half.Term,
            Of(parent),
            [.. half.Kept.Select(block => (half.SpaceOf(block), 1 << Axis(parent.Blocks[half.AxesOf(block)[0]])))],
            [.. closed.Select(Axis)],
            choices,
            list);
    }
}
