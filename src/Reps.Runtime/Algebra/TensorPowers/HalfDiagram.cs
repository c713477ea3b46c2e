using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps.Algebra;

/// <summary>What becomes of a block of a row of vertices.</summary>
internal enum BlockFate
{
    /// <summary>It goes on to the other row.</summary>
    Kept,

    /// <summary>It ends here: summed over at the inputs, repeated at the outputs.</summary>
    Closed,

    /// <summary>It enters a Levi-Civita symbol, with blocks of either row.</summary>
    Alternating,
}

/// <summary>
/// A Levi-Civita symbol on R^n that joins the halves of a diagram: its arguments are the colours of blocks that go through, then those of blocks
/// of outputs, then those of blocks of inputs, and the missing colour if there is one less.
/// </summary>
/// <param name="N">n.</param>
/// <param name="Through">The number of blocks that go through.</param>
/// <param name="Outputs">The number of blocks of outputs alone.</param>
internal sealed record AlternatingSymbol(int N, int Through, int Outputs);

/// <summary>
/// The part of a diagram at its inputs, or at its outputs: what is done to one tensor before, or after, channels are mixed. Many diagrams share
/// a half, and its work is done once.
/// </summary>
internal sealed class HalfDiagram
{
    /// <summary>A half.</summary>
    /// <param name="term">The term of the input, or of the output.</param>
    /// <param name="spaces">The space of each axis.</param>
    /// <param name="blocks">The block of each axis, numbered by their first axes.</param>
    /// <param name="fates">What becomes of each block.</param>
    /// <param name="symbols">The symbol of each space; null where there is none.</param>
    /// <param name="through">Of the alternating blocks, those that go through, in the order of the symbols' arguments.</param>
    public HalfDiagram(int term, int[] spaces, int[] blocks, BlockFate[] fates, AlternatingSymbol?[] symbols, int[] through)
    {
        (Term, Spaces, Blocks, Fates, Symbols, Through) = (term, spaces, blocks, fates, symbols, through);
        Key = string.Join("/", term.ToString(CultureInfo.InvariantCulture), Join(blocks), Join(fates.Select(static fate => (int)fate)), Join(symbols), Join(through));
    }

    /// <summary>The term of the input, or of the output.</summary>
    public int Term { get; }

    /// <summary>The space of each axis.</summary>
    public int[] Spaces { get; }

    /// <summary>The block of each axis.</summary>
    public int[] Blocks { get; }

    /// <summary>What becomes of each block.</summary>
    public BlockFate[] Fates { get; }

    /// <summary>The symbol of each space.</summary>
    public AlternatingSymbol?[] Symbols { get; }

    /// <summary>The alternating blocks that go through.</summary>
    public int[] Through { get; }

    /// <summary>Equal for equal halves.</summary>
    public string Key { get; }

    /// <summary>The blocks that are axes of the result, in the order of their first axes.</summary>
    public int[] Kept => [.. Enumerable.Range(0, Fates.Length).Where(block => Fates[block] == BlockFate.Kept)];

    /// <summary>What halves of inputs and of outputs must share to be joined.</summary>
    public string Joint => Join(Kept.Select(SpaceOf)) + "/" + Join(Symbols);

    /// <summary>The space of a block.</summary>
    public int SpaceOf(int block) => Spaces[Array.IndexOf(Blocks, block)];

    /// <summary>The axes of a block.</summary>
    public int[] AxesOf(int block) => [.. Enumerable.Range(0, Blocks.Length).Where(axis => Blocks[axis] == block)];

    /// <summary>The half in which more blocks are kept.</summary>
    public HalfDiagram Keeping(params IReadOnlyCollection<int> more)
    {
        BlockFate[] fates = [.. Fates.Select((fate, block) => more.Contains(block) ? BlockFate.Kept : fate)];
        bool Alternates(int space) => Enumerable.Range(0, fates.Length).Any(block => fates[block] == BlockFate.Alternating && SpaceOf(block) == space);
        AlternatingSymbol?[] symbols = [.. Symbols.Select((symbol, space) => Alternates(space) ? symbol : null)];
        return new(Term, Spaces, Blocks, fates, symbols, [.. Through.Where(block => !more.Contains(block))]);
    }

    /// <summary>The half without the symbol of a space that has no blocks here.</summary>
    public HalfDiagram WithoutSymbol(int space) =>
        new(Term, Spaces, Blocks, Fates, [.. Symbols.Select((symbol, s) => s == space ? null : symbol)], Through);

    /// <summary>The half in which the arc of a closed block is two kept axes.</summary>
    public HalfDiagram Opening(int arc)
    {
        int[] labels = [.. Blocks];
        int second = AxesOf(arc)[1];
        labels[second] = Fates.Length;
        int[] order = [.. labels.Distinct()];
        return new(
            Term,
            Spaces,
            [.. labels.Select(label => Array.IndexOf(order, label))],
            [.. order.Select(label => label == arc || label == Fates.Length ? BlockFate.Kept : Fates[label])],
            Symbols,
            [.. Through.Select(block => Array.IndexOf(order, block))]);
    }

    private static string Join<T>(IEnumerable<T> values) => string.Join(",", values.Select(static value => value is null ? "" : value.ToString()));
}
