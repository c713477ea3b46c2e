using System.Threading;

namespace Reps.Algebra;

/// <content>Other forms of the same map.</content>
public sealed partial record DiagramCategory
{
    /// <summary>
    /// Writes partitions as orbits: D_π is the sum of the X_σ over all σ that are π or coarser. (X_σ is zero if σ has more than n blocks.) For
    /// other groups nothing changes.
    /// </summary>
    /// <param name="sum">A map.</param>
    /// <param name="cancellationToken">Ends a long computation.</param>
    /// <returns>The same map without partitions.</returns>
    /// <exception cref="System.ArgumentException">A diagram is none of this group.</exception>
    /// <exception cref="System.OverflowException">A diagram has more than <see cref="Budget.MaxDiagrams"/> terms.</exception>
    public DiagramSum ToOrbits(DiagramSum sum, CancellationToken cancellationToken = default)
    {
        DiagramTerms terms = new();
        foreach (DiagramTerm term in Checked(sum, nameof(sum)).Terms)
        {
            if (term.Diagram.Kind == DiagramKind.Partition) Coarsening.AddOrbits(terms, term, N, cancellationToken);
            else if (term.Diagram.Kind != DiagramKind.Orbit || term.Diagram.BlockCount <= N) terms.Add(term.Diagram, term.Coefficient);
        }
        return new(sum.Inputs, sum.Outputs, terms);
    }

    /// <summary>
    /// Writes orbits as partitions: X_π is the sum of μ(π, σ) D_σ over all σ that are π or coarser, with the Möbius function of the lattice of
    /// partitions; zero if π has more than n blocks. For other groups nothing changes.
    /// </summary>
    /// <param name="sum">A map.</param>
    /// <param name="cancellationToken">Ends a long computation.</param>
    /// <returns>The same map without orbits.</returns>
    /// <exception cref="System.ArgumentException">A diagram is none of this group.</exception>
    /// <exception cref="System.OverflowException">A diagram has more than <see cref="Budget.MaxDiagrams"/> terms.</exception>
    public DiagramSum ToPartitions(DiagramSum sum, CancellationToken cancellationToken = default)
    {
        DiagramTerms terms = new();
        foreach (DiagramTerm term in Checked(sum, nameof(sum)).Terms)
        {
            if (term.Diagram.Kind != DiagramKind.Orbit) terms.Add(term.Diagram, term.Coefficient);
            else if (term.Diagram.BlockCount <= N) Coarsening.AddPartitions(terms, term, cancellationToken);
        }
        return new(sum.Inputs, sum.Outputs, terms);
    }

    /// <summary>
    /// Writes a map in the basis of its space, <see cref="HomSpace.Basis"/>: equal maps become equal sums. Orbits become partitions; partitions of
    /// more than n blocks, and matchings outside the basis, are replaced by means of the relations between diagrams.
    /// </summary>
    /// <remarks>
    /// O(n) and SO(n): the sum of ± all that follows from permuting the second ends of n+1 arcs (or free vertices) vanishes; the first term is
    /// the greatest in a diagonal term order, so this ends. Sp(n): the sum of the normalised diagrams over all matchings of n+2 points
    /// vanishes; the term whose arcs all cross has the most crossings, so this ends (Rubey and Westbury, arXiv 1504.02586).
    /// </remarks>
    /// <param name="sum">A map.</param>
    /// <param name="cancellationToken">Ends a long computation.</param>
    /// <returns>The same map in the basis.</returns>
    /// <exception cref="System.ArgumentException">A diagram is none of this group.</exception>
    /// <exception cref="System.OverflowException">A diagram has more than <see cref="Budget.MaxDiagrams"/> terms.</exception>
    public DiagramSum Straighten(DiagramSum sum, CancellationToken cancellationToken = default)
    {
        if (!IsOfPermutations) return new Straightening(N).Apply(Checked(sum, nameof(sum)), cancellationToken);
        DiagramTerms terms = new();
        foreach (DiagramTerm term in ToPartitions(sum, cancellationToken).Terms)
        {
            if (term.Diagram.Kind == DiagramKind.Partition && term.Diagram.BlockCount > N) Coarsening.AddFewerBlocks(terms, term, N, cancellationToken);
            else terms.Add(term.Diagram, term.Coefficient);
        }
        return new(sum.Inputs, sum.Outputs, terms);
    }
}
