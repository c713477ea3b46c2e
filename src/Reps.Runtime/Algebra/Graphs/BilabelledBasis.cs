using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Bilabelled graphs whose matrices are linearly independent elements of Hom(V^⊗k, V^⊗l) for the automorphism group of a graph, V = Rⁿ:
/// a basis if enough were found.
/// </summary>
/// <remarks>
/// Diagrams with m ≥ k + l labels are generated from adjacency, equality and colours by gluing, summing out labels and composing, for growing
/// m, until those with k + l labels left span as many dimensions as there are orbits. For one m that is a closure in the manner of
/// Weisfeiler and Leman, which can be too small; m = k + l + n − 1 would always suffice. Ranks are taken modulo a prime on one
/// representative of each orbit: they are never too large, and one that reaches the number of orbits is right.
/// </remarks>
public sealed class BilabelledBasis
{
    /// <summary>How many steps the search takes unless told otherwise: a few seconds.</summary>
    public const long DefaultSteps = 1L << 31;

    // Tables of orbits on lists of m vertices that are used to find diagrams, and the orbits in them.
    private const int MaxTable = 1 << 18;
    private const int MaxOrbits = 1 << 14;

    private BilabelledBasis(SymmetryGraph graph, IReadOnlyList<BilabelledGraph> diagrams, int dimension) =>
        (Graph, Diagrams, Dimension) = (graph, diagrams, dimension);

    /// <summary>The graph.</summary>
    public SymmetryGraph Graph { get; }

    /// <summary>The diagrams found, each with l top labels and k bottom labels; their matrices are independent.</summary>
    public IReadOnlyList<BilabelledGraph> Diagrams { get; }

    /// <summary>The dimension of the space: the number of orbits.</summary>
    public int Dimension { get; }

    /// <summary>Whether the diagrams are a basis. If not, the search ended at its limits: the orbits are a basis always.</summary>
    public bool IsComplete => Diagrams.Count == Dimension;

    /// <summary>Searches a basis.</summary>
    /// <param name="graph">The graph, on n vertices.</param>
    /// <param name="outputs">l, 0 or more.</param>
    /// <param name="inputs">k, 0 or more.</param>
    /// <param name="maxSteps">The most steps of elimination: the search ends there with what it has.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The diagrams found.</returns>
    /// <exception cref="ArgumentOutOfRangeException">k or l is negative.</exception>
    /// <exception cref="OverflowException">n^(k+l) or the automorphism group is beyond the limits.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static BilabelledBasis Create(
        SymmetryGraph graph,
        int outputs,
        int inputs,
        long maxSteps = DefaultSteps,
        CancellationToken cancellationToken = default
    )
    {
        if (graph is null) throw new ArgumentNullException(nameof(graph));
        PermutationGroup group = graph.Automorphisms(cancellationToken: cancellationToken);
        OrbitTable table = OrbitTable.Create(group, outputs, inputs, cancellationToken);
        int order = outputs + inputs;
        ModularSpan span = new(table.Count);
        List<BilabelledGraph> diagrams = [];
        long steps = maxSteps;
        for (int m = order; span.Rank < table.Count && steps > 0 && Fits(graph.Count, m); m++)
        {
            OrbitTable wide = m == order ? table : OrbitTable.Create(group, m, 0, cancellationToken);
            if (wide.Count > MaxOrbits) break;
            LabelledClosure closure = new(graph, wide, m, steps, cancellationToken);
            foreach ((BilabelledGraph diagram, long[] values) in closure.Run())
            {
                if (!span.Add(closure.Project(values, table, order))) continue;
                // Labels beyond those wanted are summed over: their vertices have none.
                BilabelledGraph summed = new(diagram.VertexCount, diagram.Edges, diagram.Top.Take(order), [], diagram.Colors);
                diagrams.Add(summed.Labelled().Bend(outputs));
                if (span.Rank == table.Count) break;
            }
            steps = closure.StepsLeft;
        }
        return new(graph, diagrams.AsReadOnly(), table.Count);
    }

    private static bool Fits(int n, int order)
    {
        long size = 1;
        for (int i = 0; i < order && size <= MaxTable; i++) size *= n;
        return size <= MaxTable;
    }
}
