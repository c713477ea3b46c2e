using System.Collections.Generic;
using System.Linq;
using Reps.Algebra;

namespace Reps.Tests.Diagrams;

/// <summary>The groups of the tests, and integer multiples of matrices that generate them (densely, or up to closure in the Zariski topology).</summary>
internal static class Groups
{
    /// <summary>Small members of every family.</summary>
    public static IEnumerable<DiagramCategory> All()
    {
        foreach (int n in new[] { 1, 2, 3, 4, 5 }) yield return new(GroupFamily.Symmetric, n);
        foreach (int n in new[] { 1, 2, 3, 4, 5 }) yield return new(GroupFamily.Alternating, n);
        foreach (int n in new[] { 1, 2, 3, 4 }) yield return new(GroupFamily.Orthogonal, n);
        foreach (int n in new[] { 1, 2, 3, 4 }) yield return new(GroupFamily.SpecialOrthogonal, n);
        foreach (int n in new[] { 2, 4, 6 }) yield return new(GroupFamily.Symplectic, n);
    }

    public static TheoryData<GroupFamily, int> Data()
    {
        TheoryData<GroupFamily, int> data = new();
        foreach (DiagramCategory group in All()) data.Add(group.Family, group.N);
        return data;
    }

    /// <summary>Every (k, l) with n^(k+l) at most a limit and k + l at most another; beyond six vertices only some of them.</summary>
    public static IEnumerable<(int Inputs, int Outputs)> Shapes(int n, long limit, int maxVertices)
    {
        for (int vertices = 0; vertices <= maxVertices && DenseMap.Power(n, vertices) <= limit; vertices++)
            for (int inputs = 0; inputs <= vertices; inputs++)
                if (vertices <= 6 || inputs == vertices / 2 || inputs == vertices)
                    yield return (inputs, vertices - inputs);
    }

    /// <summary>Spanning diagrams of a space, and where the group has them the orbits and the partitions with too many blocks.</summary>
    public static List<Diagram> Pool(DiagramCategory group, int inputs, int outputs)
    {
        List<Diagram> pool = [.. group.Hom(inputs, outputs).Spanning()];
        if (group.Family is not (GroupFamily.Symmetric or GroupFamily.Alternating)) return pool;
        pool.AddRange([.. new DiagramCategory(GroupFamily.Symmetric, 16).Hom(inputs, outputs).Spanning().Where(d => d.BlockCount > group.N)]);
        pool.AddRange([.. pool.Where(d => d.Kind == DiagramKind.Partition).Select(d => Diagram.Create(DiagramKind.Orbit, inputs, outputs, Labels(d)))]);
        return pool;
    }

    /// <summary>All of a short list; of a long one about fifty, spread over it.</summary>
    public static IEnumerable<Diagram> Sample(IReadOnlyList<Diagram> diagrams)
    {
        int step = 1 + diagrams.Count / 50;
        for (int i = 0; i < diagrams.Count; i += step) yield return diagrams[i];
    }

    public static int[] Labels(Diagram diagram) => [.. Enumerable.Range(0, diagram.VertexCount).Select(diagram.BlockOf)];

    public static IEnumerable<Generator> Generators(DiagramCategory group)
    {
        int n = group.N;
        switch (group.Family)
        {
            case GroupFamily.Symmetric:
                for (int i = 0; i + 1 < n; i++) yield return Permutation(n, [i, i + 1]);
                break;
            case GroupFamily.Alternating:
                for (int i = 0; i + 2 < n; i++) yield return Permutation(n, [i, i + 1, i + 2]);
                break;
            case GroupFamily.Orthogonal:
                yield return Reflection(n);
                for (int i = 0; i + 1 < n; i++) yield return Rotation(n, i);
                break;
            case GroupFamily.SpecialOrthogonal:
                for (int i = 0; i + 1 < n; i++) yield return Rotation(n, i);
                break;
            default:
                // Those of one plane generate SL(2), and the others join neighbouring planes.
                for (int i = 0; i < n; i++) yield return Transvection(n, i, i);
                for (int i = 2; i < n; i++) yield return Transvection(n, i, i - 2);
                break;
        }
    }

    /// <summary>The cycle of some coordinates.</summary>
    public static Generator Permutation(int n, int[] cycle)
    {
        long[,] matrix = Identity(n);
        for (int i = 0; i < cycle.Length; i++)
        {
            matrix[cycle[i], cycle[i]] = 0;
            matrix[cycle[(i + 1) % cycle.Length], cycle[i]] = 1;
        }
        return new(matrix, matrix, 1);
    }

    public static Generator Reflection(int n)
    {
        long[,] matrix = Identity(n);
        matrix[0, 0] = -1;
        return new(matrix, matrix, 1);
    }

    // By the angle of the triangle 3, 4, 5, which is no rational part of a turn.
    private static Generator Rotation(int n, int plane)
    {
        long[,] matrix = new long[n, n];
        for (int i = 0; i < n; i++) matrix[i, i] = 5;
        (matrix[plane, plane], matrix[plane, plane + 1]) = (3, -4);
        (matrix[plane + 1, plane], matrix[plane + 1, plane + 1]) = (4, 3);
        return new(matrix, matrix, 5);
    }

    // x + (xᵀεv) v for v = e_i + e_j (or e_i); its inverse subtracts.
    private static Generator Transvection(int n, int i, int j)
    {
        long[] v = new long[n];
        v[i] = v[j] = 1;
        long[,] matrix = Identity(n);
        long[,] inverseTransposed = Identity(n);
        for (int row = 0; row < n; row++)
            for (int column = 0; column < n; column++)
            {
                long form = column % 2 == 0 ? v[column + 1] : -v[column - 1];
                matrix[row, column] += v[row] * form;
                inverseTransposed[column, row] -= v[row] * form;
            }
        return new(matrix, inverseTransposed, 1);
    }

    private static long[,] Identity(int n)
    {
        long[,] matrix = new long[n, n];
        for (int i = 0; i < n; i++) matrix[i, i] = 1;
        return matrix;
    }

    /// <summary>A multiple of a matrix g, for the outputs, and of its inverse transposed, for the inputs, with the multiplier.</summary>
    internal sealed record Generator(long[,] Matrix, long[,] InverseTransposed, long Scale);
}
