using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Diagrams side by side.</summary>
internal static class MatchingTensor
{
    /// <summary>D ⊗ D, E ⊗ E, E ⊗ H, H ⊗ E and F ⊗ F: the blocks of both.</summary>
    public static Diagram SideBySide(Diagram left, Diagram right)
    {
        DiagramKind kind = right.Kind == DiagramKind.BrauerFree ? right.Kind : left.Kind;
        int[] labels = Labels(left, right, Numbers(0, left), Numbers(left.BlockCount, right));
        return Diagram.Canonical(kind, left.Inputs + right.Inputs, left.Outputs + right.Outputs, labels);
    }

    /// <summary>H ⊗ H: a determinant of the arcs from the free vertices of the one to those of the other.</summary>
    public static void AddTo(DiagramTerms terms, BigInteger factor, Diagram left, Diagram right, CancellationToken cancellationToken)
    {
        int[] leftBlocks = Numbers(0, left);
        int[] rightBlocks = Numbers(left.BlockCount, right);
        int[] leftFree = Free(left);
        int[] rightFree = Free(right);
        foreach ((int[] images, int sign) in PermutationSign.All(leftFree.Length, cancellationToken))
        {
            for (int i = 0; i < images.Length; i++) rightBlocks[right.BlockOf(rightFree[images[i]])] = left.BlockOf(leftFree[i]);
            int[] labels = Labels(left, right, leftBlocks, rightBlocks);
            terms.Add(Diagram.Canonical(DiagramKind.Brauer, left.Inputs + right.Inputs, left.Outputs + right.Outputs, labels), sign * factor);
        }
    }

    /// <summary>The labels of the blocks of two diagrams, for the vertices of both side by side.</summary>
    public static int[] Labels(Diagram left, Diagram right, int[] leftBlocks, int[] rightBlocks)
    {
        int[] labels = new int[left.VertexCount + right.VertexCount];
        for (int vertex = 0; vertex < left.VertexCount; vertex++)
            labels[vertex < left.Outputs ? vertex : vertex + right.Outputs] = leftBlocks[left.BlockOf(vertex)];
        for (int vertex = 0; vertex < right.VertexCount; vertex++)
            labels[left.Outputs + vertex + (vertex < right.Outputs ? 0 : left.Inputs)] = rightBlocks[right.BlockOf(vertex)];
        return labels;
    }

    /// <summary>The free vertices, ascending.</summary>
    public static int[] Free(Diagram diagram)
    {
        int[] free = new int[diagram.FreeCount];
        int found = 0;
        for (int vertex = 0; vertex < diagram.VertexCount; vertex++)
            if (diagram.IsFree(vertex))
                free[found++] = vertex;
        return free;
    }

    private static int[] Numbers(int from, Diagram diagram)
    {
        int[] numbers = new int[diagram.BlockCount];
        for (int block = 0; block < numbers.Length; block++) numbers[block] = from + block;
        return numbers;
    }
}
