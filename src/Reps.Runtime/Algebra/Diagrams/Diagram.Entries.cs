using System;

namespace Reps.Algebra;

/// <content>The matrices.</content>
public readonly partial struct Diagram
{
    /// <summary>An entry of the matrix, from its definition; see <see cref="DiagramKind"/>.</summary>
    /// <param name="n">The dimension of R^n.</param>
    /// <param name="colours">(I, J): an index from 0 to n−1 for each output, and then for each input.</param>
    /// <returns>−1, 0 or 1.</returns>
    /// <exception cref="ArgumentException">n does not suit the diagram, or the colours are not that.</exception>
    public int Entry(int n, params int[] colours)
    {
        if (colours is null) throw new ArgumentNullException(nameof(colours));
        RequireDimension(n);
        if (colours.Length != VertexCount)
            throw new ArgumentException(
                FormattableString.Invariant($"{colours.Length} indices were given for the {VertexCount} vertices of {this}: give one for each."), nameof(colours));
        foreach (int colour in colours)
            if (colour < 0 || colour >= n)
                throw new ArgumentException(FormattableString.Invariant($"Index {colour} is not from 0 to {n - 1}."), nameof(colours));

        int[] ofBlock = new int[BlockCount];
        int sign = 1;
        int blocks = 0;
        for (int vertex = 0; vertex < colours.Length; vertex++)
        {
            int block = BlockOf(vertex);
            if (block == blocks) ofBlock[blocks++] = colours[vertex];
            else if (Kind == DiagramKind.Symplectic && vertex < Outputs == Partner(vertex) < Outputs) sign *= Form(ofBlock[block], colours[vertex]);
            else if (ofBlock[block] != colours[vertex]) return 0;
        }
        return Kind switch
        {
            DiagramKind.BrauerFree => PermutationSign.Of(FreeColours(ofBlock)),
            DiagramKind.Jellyfish => PermutationSign.OfAll(ofBlock, n),
            DiagramKind.Orbit => PermutationSign.Of(ofBlock) == 0 ? 0 : 1,
            _ => sign,
        };
    }

    // What keeps the diagram from being an equivariant map between tensor powers of R^n.
    internal string? DimensionProblem(int n) => Kind switch
    {
        _ when n < 1 => FormattableString.Invariant($"The dimension is {n}: it must be 1 or more."),
        DiagramKind.BrauerFree when FreeCount != n => FormattableString.Invariant($"{this} has {FreeCount} free vertices: on R^{n} there must be {n}."),
        DiagramKind.Symplectic when n % 2 != 0 => FormattableString.Invariant($"The dimension is {n}: symplectic spaces have an even dimension."),
        DiagramKind.Jellyfish when n < 2 => "A_1 is trivial and has no jellyfish diagrams: use partitions.",
        DiagramKind.Jellyfish when BlockCount != n && BlockCount != n - 1 =>
            FormattableString.Invariant($"{this} has {BlockCount} blocks: on R^{n} a jellyfish diagram has {n - 1} or {n}."),
        _ => null,
    };

    internal void RequireDimension(int n)
    {
        if (DimensionProblem(n) is string problem) throw new ArgumentException(problem, nameof(n));
    }

    private static int Form(int left, int right) => (left ^ 1) != right ? 0 : left < right ? 1 : -1;

    private int[] FreeColours(int[] ofBlock)
    {
        int[] colours = new int[FreeCount];
        int found = 0;
        for (int block = 0; block < BlockCount; block++)
            if (SizeOf(block) == 1)
                colours[found++] = ofBlock[block];
        return colours;
    }
}
