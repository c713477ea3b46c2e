using System;
using System.Collections.Generic;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>Sums over the partitions that are coarser than one, or it.</summary>
internal static class Coarsening
{
    /// <summary>D_π as orbits of at most n blocks.</summary>
    public static void AddOrbits(DiagramTerms terms, DiagramTerm term, int n, CancellationToken cancellationToken)
    {
        foreach ((Diagram coarse, _) in Of(term.Diagram, n, DiagramKind.Orbit, cancellationToken)) terms.Add(coarse, term.Coefficient);
    }

    /// <summary>X_π as partitions.</summary>
    public static void AddPartitions(DiagramTerms terms, DiagramTerm term, CancellationToken cancellationToken)
    {
        foreach ((Diagram coarse, int[] merged) in Of(term.Diagram, int.MaxValue, DiagramKind.Partition, cancellationToken))
        {
            BigInteger coefficient = term.Coefficient;
            foreach (int count in merged) coefficient *= Moebius(count);
            terms.Add(coarse, coefficient);
        }
    }

    /// <summary>D_π as partitions of at most n blocks: D_σ with the sum of μ(τ, σ) over all τ of at most n blocks between π and σ.</summary>
    public static void AddFewerBlocks(DiagramTerms terms, DiagramTerm term, int n, CancellationToken cancellationToken)
    {
        BigInteger[][] stirling = DiagramCounts.StirlingRows(term.Diagram.BlockCount);
        foreach ((Diagram coarse, int[] merged) in Of(term.Diagram, n, DiagramKind.Partition, cancellationToken))
        {
            // What τ leaves of one block of σ is independent of the others: a polynomial for each, with the number of blocks as the exponent.
            BigInteger[] byBlocks = new BigInteger[n + 1];
            byBlocks[0] = BigInteger.One;
            foreach (int count in merged)
                for (int blocks = n; blocks >= 0; blocks--)
                {
                    BigInteger value = BigInteger.Zero;
                    for (int part = 1; part <= Math.Min(count, blocks); part++)
                        value += byBlocks[blocks - part] * stirling[count][part] * Moebius(part);
                    byBlocks[blocks] = value;
                }
            BigInteger coefficient = BigInteger.Zero;
            foreach (BigInteger value in byBlocks) coefficient += value;
            terms.Add(coarse, coefficient * term.Coefficient);
        }
    }

    // Of the interval of partitions of so many blocks: the product over the blocks of the coarser one.
    private static BigInteger Moebius(int blocks) => (blocks % 2 == 0 ? BigInteger.MinusOne : BigInteger.One) * Factorials.Of(blocks - 1);

    // The coarser partitions, and how many blocks each of their blocks consists of.
    private static IEnumerable<(Diagram Coarse, int[] Merged)> Of(Diagram diagram, int maxBlocks, DiagramKind kind, CancellationToken cancellationToken)
    {
        BigInteger count = DiagramCounts.Partitions(diagram.BlockCount, 0, maxBlocks);
        if (count > Budget.MaxDiagrams)
            throw new OverflowException(
                FormattableString.Invariant($"{diagram} has {count} terms in the other basis, above the limit of {Budget.MaxDiagrams}: take fewer vertices."));
        foreach (Diagram merge in new DiagramSearch(DiagramKind.Partition, diagram.BlockCount, 0, 0, maxBlocks).Run(cancellationToken))
        {
            int[] labels = new int[diagram.VertexCount];
            for (int vertex = 0; vertex < labels.Length; vertex++) labels[vertex] = merge.BlockOf(diagram.BlockOf(vertex));
            int[] merged = new int[merge.BlockCount];
            for (int block = 0; block < diagram.BlockCount; block++) merged[merge.BlockOf(block)]++;
            yield return (Diagram.Canonical(kind, diagram.Inputs, diagram.Outputs, labels), merged);
        }
    }
}
