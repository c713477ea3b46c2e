using System;
using System.Collections.Generic;

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
        int blocksOfOutputs = 0;
        int shared = 0;
        ulong rest = _growth;
        for (int vertex = 0; vertex < colours.Length; vertex++, rest <<= BitsOfBlock)
        {
            int block = (int)(rest >> (BitsOfBlock * (MaxVertices - 1)));
            if (block == blocks)
            {
                ofBlock[blocks++] = colours[vertex];
                if (vertex < Outputs) blocksOfOutputs++;
                continue;
            }
            shared |= 1 << block;
            bool inOneRow = vertex < Outputs || block >= blocksOfOutputs;
            if (Kind == DiagramKind.Symplectic && inOneRow) sign *= Form(ofBlock[block], colours[vertex]);
            else if (ofBlock[block] != colours[vertex]) return 0;
        }
        return Kind switch
        {
            DiagramKind.BrauerFree => PermutationSign.Of(Free(ofBlock, shared)),
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

    private static List<int> Free(int[] ofBlock, int shared)
    {
        List<int> colours = [];
        for (int block = 0; block < ofBlock.Length; block++)
            if ((shared >> block & 1) == 0)
                colours.Add(ofBlock[block]);
        return colours;
    }
}
