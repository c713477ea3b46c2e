using System;
using System.Collections.Generic;
using System.Numerics;
using System.Threading;

namespace Reps.Algebra;

/// <summary>
/// Hom_G((R^n)^⊗k, (R^n)^⊗l): all linear maps from one tensor power to another that commute with a group. Its size is known before any
/// diagram is made.
/// </summary>
/// <remarks>
/// Dimensions: partitions of at most n blocks are independent; of matchings there are as many independent ones as standard tableaux with at most
/// n rows, all even (O(n)), with n rows, all odd (the part of SO(n) that changes sign under reflections), or with at most n rows and even columns
/// (Sp(n)). Second fundamental theorems: Lehrer and Zhang, arXiv 1102.3221; for Sp(n) Rubey and Westbury, arXiv 1504.02586.
/// </remarks>
public sealed record HomSpace
{
    // Beyond this, the number of diagrams that a message would name takes long to compute and to read.
    private const int MaxVerticesCounted = 64;

    /// <summary>The maps of a group from one tensor power to another; as <see cref="DiagramCategory.Hom"/>.</summary>
    /// <param name="category">The group and n.</param>
    /// <param name="inputs">k, 0 or more.</param>
    /// <param name="outputs">l, 0 or more; k + l is at most <see cref="Diagram.MaxVertices"/>.</param>
    /// <exception cref="ArgumentException">k or l is negative, or k + l too large; the message says how many diagrams there would be.</exception>
    public HomSpace(DiagramCategory category, int inputs, int outputs)
    {
        Category = category ?? throw new ArgumentNullException(nameof(category));
        if (inputs >= 0 && outputs >= 0 && (long)inputs + outputs is > Diagram.MaxVertices and <= MaxVerticesCounted)
        {
            BigInteger count = DiagramCounts.Spanning(category.Family, category.N, inputs + outputs);
            throw new ArgumentException(
                FormattableString.Invariant($"{inputs} inputs and {outputs} outputs are {inputs + outputs} vertices, above the limit of ")
                + FormattableString.Invariant($"{Diagram.MaxVertices}: {category} has {count} diagrams there. Take smaller tensor powers."));
        }
        Diagram.CheckOrders(inputs, outputs);
        Inputs = inputs;
        Outputs = outputs;
        SpanningCount = (long)DiagramCounts.Spanning(category.Family, category.N, inputs + outputs);
        Dimension = (long)DiagramCounts.Dimension(category.Family, category.N, inputs + outputs);
    }

    /// <summary>The group and n.</summary>
    public DiagramCategory Category { get; }

    /// <summary>k, the number of factors of the domain.</summary>
    public int Inputs { get; }

    /// <summary>l, the number of factors of the codomain.</summary>
    public int Outputs { get; }

    /// <summary>The number of diagrams that span the space.</summary>
    public long SpanningCount { get; }

    /// <summary>The dimension of the space: the number of diagrams of a basis.</summary>
    public long Dimension { get; }

    /// <summary>Whether the spanning diagrams are linearly independent.</summary>
    public bool IsIndependent => SpanningCount == Dimension;

    /// <summary>Whether a diagram is one of <see cref="Basis"/>.</summary>
    /// <param name="diagram">The diagram.</param>
    /// <returns>
    /// Whether it is a map of this space, and: a partition of at most n blocks, or a jellyfish; a matching without n+1 arcs none of which encloses
    /// another, a free vertex being an arc of length zero (O(n), SO(n)); a matching without n/2 + 1 arcs that all cross (Sp(n)). Vertices are on
    /// a circle, the outputs from left to right and then the inputs from right to left.
    /// </returns>
    public bool IsInBasis(Diagram diagram) =>
        diagram.Inputs == Inputs && diagram.Outputs == Outputs && Category.Contains(diagram) && diagram.Kind switch
        {
            DiagramKind.Partition => diagram.BlockCount <= Category.N,
            DiagramKind.Jellyfish => true,
            DiagramKind.Orbit => false,
            _ => Obstruction(diagram.Kind, CircleMatching.Of(diagram)).Count <= ChainLimit(diagram.Kind, Category.N),
        };

    /// <summary>
    /// The diagrams that span the space, each once: partitions of at most n blocks, then jellyfish; or Brauer diagrams, then those with free
    /// vertices; within a kind in the order of <see cref="Diagram"/>, lexicographic in the numbers of the vertices' blocks.
    /// </summary>
    /// <param name="cancellationToken">Ends a long enumeration.</param>
    /// <returns><see cref="SpanningCount"/> diagrams.</returns>
    /// <exception cref="OverflowException">There are more than <see cref="Budget.MaxDiagrams"/>.</exception>
    public EquatableArray<Diagram> Spanning(CancellationToken cancellationToken = default) => Enumerate(SpanningCount, basis: false, cancellationToken);

    /// <summary>
    /// A basis of the space: those of <see cref="Spanning"/> for which <see cref="IsInBasis"/> holds, in the same order. The flipped diagrams of a
    /// basis are the basis of the flipped space, and the identity is in it if it is a matching or has at most n blocks.
    /// </summary>
    /// <param name="cancellationToken">Ends a long enumeration.</param>
    /// <returns><see cref="Dimension"/> diagrams.</returns>
    /// <exception cref="OverflowException">There are more than <see cref="Budget.MaxDiagrams"/>.</exception>
    public EquatableArray<Diagram> Basis(CancellationToken cancellationToken = default) => Enumerate(Dimension, basis: !IsIndependent, cancellationToken);

    /// <summary>The space, as <c>Hom_O(3)(V^2, V^1)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"Hom_{Category}(V^{Inputs}, V^{Outputs})");

    /// <summary>The arcs that keep a matching out of a basis if there are more of them than <see cref="ChainLimit"/>.</summary>
    internal static List<int> Obstruction(DiagramKind kind, int[] partners) =>
        kind == DiagramKind.Symplectic ? CircleMatching.MutuallyCrossing(partners) : CircleMatching.NonNested(partners);

    internal static int ChainLimit(DiagramKind kind, int n) => kind == DiagramKind.Symplectic ? n / 2 : n;

    private EquatableArray<Diagram> Enumerate(long count, bool basis, CancellationToken cancellationToken)
    {
        if (count > Budget.MaxDiagrams)
            throw new OverflowException(
                FormattableString.Invariant($"{this} has {count} diagrams{(basis ? " in a basis" : "")}, above the limit of {Budget.MaxDiagrams}: ")
                + (Dimension <= Budget.MaxDiagrams ? FormattableString.Invariant($"take a basis, of {Dimension}, or") : "take")
                + " smaller tensor powers.");
        List<Diagram> diagrams = new((int)count);
        int n = Category.N;
        int vertices = Inputs + Outputs;
        switch (Category.Family)
        {
            case GroupFamily.Symmetric:
                Add(DiagramKind.Partition, 0, n);
                break;
            case GroupFamily.Alternating:
                Add(DiagramKind.Partition, 0, n);
                if (n > 1) Add(DiagramKind.Jellyfish, n - 1, n);
                break;
            case GroupFamily.Symplectic:
                AddMatchings(DiagramKind.Symplectic, 0);
                break;
            default:
                AddMatchings(DiagramKind.Brauer, 0);
                if (Category.Family == GroupFamily.SpecialOrthogonal) AddMatchings(DiagramKind.BrauerFree, n);
                break;
        }
        return EquatableArray<Diagram>.Of(diagrams.ToArray());

        void AddMatchings(DiagramKind kind, int free)
        {
            // The number of arcs and free vertices says how many are free.
            if (free <= vertices && (vertices - free) % 2 == 0) Add(kind, (vertices + free) / 2, (vertices + free) / 2);
        }

        void Add(DiagramKind kind, int minBlocks, int maxBlocks)
        {
            int limit = ChainLimit(kind, n);
            Func<int[], bool>? keeps = basis ? partners => Obstruction(kind, partners).Count <= limit : null;
            diagrams.AddRange(new DiagramSearch(kind, Inputs, Outputs, minBlocks, maxBlocks, keeps).Run(cancellationToken));
        }
    }
}
