using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps.Algebra;

/// <summary>
/// A path of mode uvw as the trilinear form S(x, y, z) = Σ w[u, v, w] c[i, j, k] x[u, i] y[v, j] z[w, k], whose gradients by x, y and z are
/// all that forward and backward evaluate. The operand of the fewest components is mixed, P[f, t, m] = Σ w · M[m], another is folded into
/// the coefficients, A[f; m, t] = Σ c · F[f], and the third is what remains: S = Σ A[f; m, t] P[f, t, m] T[t].
/// </summary>
/// <remarks>
/// The integers: their number; which operand is mixed, folded and third (0 left, 1 right, 2 output); weight offset; offset, components and
/// channels of left, right and output; number of coefficients and the first. Then for each pair (m, t) the number of its coefficients, the
/// components of F that they multiply and their positions; then for each component of F the number of its coefficients, the pairs and the
/// positions.
/// </remarks>
public static class TrilinearProgram
{
    /// <summary>The number of integers before the tables.</summary>
    public const int HeaderSize = 16;

    // Mixed, folded, third. Of equal ones the earlier is taken, where forward sums straight into the output.
    private static readonly int[][] s_roles = [[0, 1, 2], [1, 0, 2], [0, 2, 1], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    /// <summary>Adds a path to a program.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">The path.</param>
    /// <param name="coefficient">Where its coefficients begin in the program, in the order of k, i, j.</param>
    /// <param name="integers">The program's integers.</param>
    /// <returns>The number of lines that the kernel needs for one channel of the folded operand.</returns>
    internal static int Write(SegmentedPlan plan, PlanPath path, int coefficient, List<int> integers)
    {
        Segment[] operands =
        [
            plan.Inputs[0].Segments[path.Factors.First(f => f.Operand == 0).Segment],
            plan.Inputs[1].Segments[path.Factors.First(f => f.Operand == 1).Segment],
            plan.Output.Segments[path.Output.Segment],
        ];
        int count = path.Coefficients.Count;
        int[][] entries =
        [
            .. Enumerable
                .Range(0, count)
                .Select(n => new[] { path.Coefficients.Index(n, 0), path.Coefficients.Index(n, 1), path.Coefficients.Index(n, 2) })
                .OrderBy(e => e[2])
                .ThenBy(e => e[0])
                .ThenBy(e => e[1]),
        ];
        int[] roles = s_roles.OrderBy(r => Cost(operands, r, count)).First();
        (int mixed, int folded, int third) = (roles[0], roles[1], roles[2]);
        int pairs = operands[mixed].Components * operands[third].Components;
        int[] pair = [.. entries.Select(e => e[mixed] * operands[third].Components + e[third])];
        int[] component = [.. entries.Select(e => e[folded])];
        integers.AddRange([HeaderSize + pairs + operands[folded].Components + 4 * count, mixed, folded, third]);
        integers.Add(plan.Inputs[2].Segments[path.Factors.First(f => f.Operand == 2).Segment].Offset);
        foreach (Segment operand in operands) integers.AddRange([operand.Offset, operand.Components, operand.Channels]);
        integers.AddRange([count, coefficient]);
        Table(pairs, pair, component, integers);
        Table(operands[folded].Components, component, pair, integers);
        return operands[mixed].Components * operands[third].Channels + 2 * pairs;
    }

    // Multiplications: mixing, coupling and folding.
    private static long Cost(Segment[] operands, int[] roles, int coefficients)
    {
        long weights = (long)operands[0].Channels * operands[1].Channels * operands[2].Channels;
        Segment mixed = operands[roles[0]];
        long coupled = weights / Math.Max(1, mixed.Channels) * mixed.Components * operands[roles[2]].Components;
        return weights * mixed.Components + coupled + (long)operands[roles[1]].Channels * coefficients;
    }

    private static void Table(int rows, int[] row, int[] other, List<int> integers)
    {
        int[] counts = new int[rows];
        foreach (int r in row) counts[r]++;
        int[] order = [.. Enumerable.Range(0, row.Length).OrderBy(e => row[e])];
        integers.AddRange(counts);
        integers.AddRange(order.Select(e => other[e]));
        integers.AddRange(order);
    }
}
