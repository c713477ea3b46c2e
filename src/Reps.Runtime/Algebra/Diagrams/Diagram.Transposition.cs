using System.Numerics;

namespace Reps.Algebra;

/// <content>Transposed and normalised diagrams.</content>
public readonly partial struct Diagram
{
    /// <summary>
    /// The transposed matrix: the diagram with its rows exchanged, times −1 where that reorders an odd number of signed ends. With s of n free
    /// vertices among the outputs, the sign is (−1)^{s(n−s)}; of a jellyfish it is that of the new order of the blocks; of other kinds 1.
    /// </summary>
    /// <returns>The flipped diagram and the sign.</returns>
    public DiagramTerm Transpose()
    {
        int[] labels = new int[VertexCount];
        for (int vertex = 0; vertex < labels.Length; vertex++) labels[(vertex + Inputs) % labels.Length] = BlockOf(vertex);
        Diagram flipped = Canonical(Kind, Outputs, Inputs, labels);
        int sign = 1;
        if (Kind == DiagramKind.BrauerFree)
        {
            int free = 0;
            for (int vertex = 0; vertex < Outputs; vertex++)
                if (IsFree(vertex))
                    free++;
            if (free * (FreeCount - free) % 2 != 0) sign = -1;
        }
        else if (Kind == DiagramKind.Jellyfish)
        {
            int[] order = new int[BlockCount];
            for (int block = 0; block < order.Length; block++) order[block] = flipped.BlockOf((Vertices(block)[0] + Inputs) % labels.Length);
            sign = PermutationSign.Of(order);
        }
        return new(flipped, sign == 1 ? BigInteger.One : BigInteger.MinusOne);
    }

    /// <summary>
    /// The sign s = (−1)^{cr+t} that makes G = s·F of a symplectic diagram compose like a Brauer diagram with parameter −n: cr pairs of arcs
    /// cross when the outputs are drawn from left to right and the inputs below them, and t arcs join outputs. 1 for other kinds.
    /// </summary>
    public int NormalizationSign =>
        Kind == DiagramKind.Symplectic && (CircleMatching.Crossings(CircleMatching.Of(this)) + OutputBlockCount) % 2 != 0 ? -1 : 1;
}
