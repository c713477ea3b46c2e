using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// A plan as one matrix, for signatures that fix n and have few components and channels; and as half-diagrams, for batches of so few rows that
/// filling the matrix would take longer.
/// </summary>
/// <remarks>
/// The header: form, spaces, number of paths with the biases, entries, values of a row of the input and of the output, the least number of rows
/// for the matrix, where the <see cref="DiagramProgram"/> begins, two zeros, weights, biases. Then n of each space; the paths; the entries, of each
/// the position in the input term, that in the output term, and the sign; and the other program.
/// </remarks>
public static class MatrixProgram
{
    /// <summary>
    /// The integers of a path: where its weights begin (of a bias, −1 − that), where its terms begin in rows of the input and of the output, the
    /// channels of both, its first entry and the number of entries.
    /// </summary>
    public const int PathSize = 7;

    /// <summary>The integers of an entry.</summary>
    public const int EntrySize = 3;

    /// <summary>The most values of the matrix.</summary>
    public const int MaxSize = 1 << 14;

    // A diagram is asked for each of its entries once; those that are not zero are three integers each, which generated files have to hold.
    private const long MostQuestions = 1 << 18;
    private const int MostEntries = 1 << 12;

    /// <summary>Whether a plan may be lowered to a matrix.</summary>
    /// <param name="plan">The plan.</param>
    public static bool Suits(DiagramPlan plan)
    {
        if (plan is null) throw new ArgumentNullException(nameof(plan));
        if (plan.Input.IsOpen || plan.Input.HasOrbits) return false;
        int[] sizes = Sizes(plan);
        long rows = plan.Input.Dim(sizes), columns = plan.Output.Dim(sizes);
        if (rows == 0 || columns == 0 || rows > MaxSize / columns) return false;
        return plan.Paths.Sum(path => plan.Input.Terms[path.Input].Size(sizes) * plan.Output.Terms[path.Output].Size(sizes)) <= MostQuestions;
    }

    /// <summary>Lowers a plan.</summary>
    /// <param name="plan">The plan, which suits.</param>
    /// <param name="halves">Its half-diagrams.</param>
    /// <param name="leastRows">The least number of rows for the matrix; null to decide by the cost of filling it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The program, which has no coefficients; the half-diagrams where they are always as good, or the matrix would have too many entries.</returns>
    /// <exception cref="ArgumentException">The plan does not suit.</exception>
    public static LayerProgram Lower(DiagramPlan plan, LayerProgram halves, int? leastRows = null, CancellationToken cancellationToken = default)
    {
        if (!Suits(plan)) throw new ArgumentException("The map from " + plan.Input + " to " + plan.Output + " leaves n open, has orbits, or is too large for a matrix.", nameof(plan));
        if (halves is null) throw new ArgumentNullException(nameof(halves));
        double saved = DiagramCost.Saved(plan, halves);
        if (leastRows is null && saved <= 0) return halves;
        int[] sizes = Sizes(plan);
        TensorPower one = TensorPower.One(plan.Input.Spaces);
        List<int> paths = [], entries = [];
        long filled = 0;
        foreach (DiagramPath path in plan.Biases.Concat(plan.Paths))
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool bias = path.Input < 0;
            (TensorPower from, TensorPower to) = (bias ? one : plan.Input.Terms[path.Input], plan.Output.Terms[path.Output]);
            int first = entries.Count / EntrySize;
            foreach ((int row, int column, int sign) in Entries(plan.Input.Spaces, path, from, to)) entries.AddRange([row, column, sign]);
            int count = (entries.Count / EntrySize) - first;
            filled += (long)count * from.Channels * to.Channels;
            if (entries.Count / EntrySize > MostEntries) return halves;
            paths.AddRange(
                [
                    bias ? -1 - path.WeightOffset : path.WeightOffset, bias ? 0 : Start(plan.Input, path.Input, sizes), Start(plan.Output, path.Output, sizes),
                    from.Channels, to.Channels, first, count,
                ]);
        }
        int[] header =
        [
            (int)ProgramForm.Matrix, sizes.Length, plan.Biases.Count + plan.Paths.Count, entries.Count / EntrySize, (int)plan.Input.Dim(sizes), (int)plan.Output.Dim(sizes),
            leastRows ?? (int)Math.Min(int.MaxValue, Math.Ceiling(DiagramCost.Filling(filled) / saved)), DiagramProgram.HeaderSize + sizes.Length + paths.Count + entries.Count, 0, 0,
            plan.WeightCount, plan.BiasCount,
        ];
        return new(ProgramForm.Matrix, LayerProgram.Join(header, sizes, paths, entries, halves.Integers), default);
    }

    // What is not zero in the Kronecker product of the matrices of a path's diagrams.
    private static IEnumerable<(int Row, int Column, int Sign)> Entries(EquatableArray<TensorSpace> spaces, DiagramPath path, TensorPower from, TensorPower to)
    {
        int[] sizes = [.. spaces.Select(static space => space.N)];
        int rows = (int)from.Size(sizes), columns = (int)to.Size(sizes);
        for (int column = 0; column < columns; column++)
        for (int row = 0; row < rows; row++)
        {
            (int[] below, int[] above) = (ListOrbits.Points(spaces, from, row), ListOrbits.Points(spaces, to, column));
            int sign = 1, i = 0, o = 0;
            for (int s = 0; s < sizes.Length && sign != 0; s++)
            {
                Diagram diagram = path.Diagrams[s];
                sign *= diagram.Entry(sizes[s], [.. above.Skip(o).Take(diagram.Outputs), .. below.Skip(i).Take(diagram.Inputs)]);
                (i, o) = (i + diagram.Inputs, o + diagram.Outputs);
            }
            if (sign != 0) yield return (row, column, sign);
        }
    }

    private static int[] Sizes(DiagramPlan plan) => [.. plan.Input.Spaces.Select(static space => space.N)];

    private static int Start(TensorPowers powers, int term, int[] sizes) => (int)powers.Terms.Take(term).Sum(before => before.Channels * before.Size(sizes));
}
