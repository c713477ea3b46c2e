using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Reps.Algebra;

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

    /// <summary>The half in which a closed block is kept.</summary>
    public HalfDiagram Keeping(int closed) =>
        new(Term, Spaces, Blocks, [.. Fates.Select((fate, block) => block == closed ? BlockFate.Kept : fate)], Symbols, Through);

    /// <summary>The alternating blocks of a space; there may be none, where the symbol has arguments in the other row alone.</summary>
    public int[] Alternating(int space) =>
        [.. Enumerable.Range(0, Fates.Length).Where(block => Fates[block] == BlockFate.Alternating && SpaceOf(block) == space)];

    /// <summary>The half in which a space has no symbol, and keeps the blocks that were its arguments.</summary>
    public HalfDiagram WithoutSymbol(int space)
    {
        int[] blocks = Alternating(space);
        return new(
            Term,
            Spaces,
            Blocks,
            [.. Fates.Select((fate, block) => blocks.Contains(block) ? BlockFate.Kept : fate)],
            [.. Symbols.Select((symbol, s) => s == space ? null : symbol)],
            [.. Through.Where(block => !blocks.Contains(block))]);
    }

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
