using System;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Numbers of diagrams and dimensions of spaces of equivariant maps, in closed form; they depend on k + l alone.</summary>
internal static class DiagramCounts
{
    /// <summary>The number of diagrams that span the maps.</summary>
    public static BigInteger Spanning(GroupFamily family, int n, int vertices) => family switch
    {
        GroupFamily.Symmetric => Partitions(vertices, 0, n),
        GroupFamily.Alternating => Partitions(vertices, 0, n) + (n > 1 ? Partitions(vertices, n - 1, n) : BigInteger.Zero),
        GroupFamily.SpecialOrthogonal => Matchings(vertices) + FreeMatchings(vertices, n),
        _ => Matchings(vertices),
    };

    /// <summary>The dimension of the space of maps: partitions are independent, and matchings span as many dimensions as there are standard tableaux.</summary>
    public static BigInteger Dimension(GroupFamily family, int n, int vertices) => family switch
    {
        GroupFamily.Symmetric or GroupFamily.Alternating => Spanning(family, n, vertices),
        GroupFamily.Orthogonal => Tableaux(vertices, shape => shape.Length <= n && All(shape, row => row % 2 == 0)),
        GroupFamily.SpecialOrthogonal => Dimension(GroupFamily.Orthogonal, n, vertices)
            + Tableaux(vertices, shape => shape.Length == n && All(shape, row => row % 2 != 0)),
        _ => Tableaux(vertices, shape => shape.Length <= n && HasEvenColumns(shape)),
    };

    /// <summary>The set partitions of so many things with a number of blocks in a range.</summary>
    public static BigInteger Partitions(int count, int minBlocks, int maxBlocks)
    {
        BigInteger[] row = StirlingRows(count)[count];
        BigInteger sum = BigInteger.Zero;
        for (int blocks = minBlocks; blocks <= Math.Min(maxBlocks, count); blocks++) sum += row[blocks];
        return sum;
    }

    /// <summary>The Stirling numbers of the second kind S(i, t), 0 ≤ t ≤ i ≤ count.</summary>
    public static BigInteger[][] StirlingRows(int count)
    {
        BigInteger[][] rows = new BigInteger[count + 1][];
        rows[0] = [BigInteger.One];
        for (int i = 1; i <= count; i++)
        {
            rows[i] = new BigInteger[i + 1];
            for (int t = 1; t <= i; t++) rows[i][t] = (t < i ? t * rows[i - 1][t] : BigInteger.Zero) + rows[i - 1][t - 1];
        }
        return rows;
    }

    /// <summary>(count − 1)!!, the perfect matchings of so many points; none of an odd number.</summary>
    public static BigInteger Matchings(int count)
    {
        if (count % 2 != 0) return BigInteger.Zero;
        BigInteger product = BigInteger.One;
        for (int factor = count - 1; factor > 1; factor -= 2) product *= factor;
        return product;
    }

    /// <summary>The matchings that leave so many points free.</summary>
    public static BigInteger FreeMatchings(int count, int free) =>
        free > count ? BigInteger.Zero : Factorials.BinomialRow(count, CancellationToken.None)[free] * Matchings(count - free);

    // The standard Young tableaux whose shapes satisfy a condition; a shape is the list of its rows, descending.
    private static BigInteger Tableaux(int cells, Func<int[], bool> condition)
    {
        BigInteger sum = BigInteger.Zero;
        int[] shape = new int[cells];
        AddShapes(0, cells, cells);
        return sum;

        void AddShapes(int rows, int remaining, int longest)
        {
            if (remaining == 0)
            {
                int[] complete = new int[rows];
                Array.Copy(shape, complete, rows);
                if (condition(complete)) sum += Tableaux(complete, cells);
                return;
            }
            for (int row = Math.Min(remaining, longest); row > 0; row--)
            {
                shape[rows] = row;
                AddShapes(rows + 1, remaining - row, row);
            }
        }
    }

    // The hook length formula.
    private static BigInteger Tableaux(int[] shape, int cells)
    {
        BigInteger hooks = BigInteger.One;
        for (int row = 0; row < shape.Length; row++)
            for (int column = 0; column < shape[row]; column++)
            {
                int below = 0;
                while (row + below + 1 < shape.Length && shape[row + below + 1] > column) below++;
                hooks *= shape[row] - column + below;
            }
        return Factorials.Of(cells) / hooks;
    }

    private static bool All(int[] rows, Func<int, bool> condition)
    {
        foreach (int row in rows)
            if (!condition(row))
                return false;
        return true;
    }

    // Rows come in equal pairs.
    private static bool HasEvenColumns(int[] shape)
    {
        if (shape.Length % 2 != 0) return false;
        for (int row = 0; row < shape.Length; row += 2)
            if (shape[row] != shape[row + 1])
                return false;
        return true;
    }
}
