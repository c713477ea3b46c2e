using System;
using System.Threading;

namespace Reps.Algebra;

/// <content>Its matrix.</content>
public sealed partial class BilabelledGraph
{
    /// <summary>The most entries of a matrix, and of a table on the way to it.</summary>
    public const int MaxTable = 1 << 24;

    /// <summary>Counts homomorphisms into a graph, by eliminating the vertices without label one after the other.</summary>
    /// <param name="graph">G, on n vertices.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>X, n^l × n^k, row-major.</returns>
    /// <exception cref="OverflowException">A table would have more than <see cref="MaxTable"/> entries, or a number is 2⁶³ or more.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public long[] HomomorphismMatrix(SymmetryGraph graph, CancellationToken cancellationToken = default)
    {
        if (graph is null) throw new ArgumentNullException(nameof(graph));
        int[] labels = [.. Top, .. Bottom];
        int[] strides = TupleSpace.Strides(graph.Count, labels.Length, MaxTable);
        long[] counts = HomomorphismCounts.Of(this, graph, cancellationToken);
        long[] matrix = new long[strides[labels.Length]];
        int[] images = new int[LabelledCount];
        for (int position = 0; position < counts.Length; position++)
        {
            if (position % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            int rest = position;
            for (int v = LabelledCount - 1; v >= 0; v--)
            {
                images[v] = rest % graph.Count;
                rest /= graph.Count;
            }
            // Labels at one vertex have equal indices; everywhere else the matrix is zero.
            int entry = 0;
            foreach (int label in labels) entry = (entry * graph.Count) + images[label];
            matrix[entry] = counts[position];
        }
        return matrix;
    }
}
