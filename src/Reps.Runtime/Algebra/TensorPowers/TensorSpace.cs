using System;
using System.Globalization;

namespace Reps.Algebra;

/// <summary>A group acting on a space R^n, of which features take tensor powers: one of a family, or the automorphisms of a graph.</summary>
/// <remarks>Spaces are equal if the same group acts: <c>D(5)</c> and <c>Aut(cycle(5))</c> are, whatever they are called.</remarks>
public sealed class TensorSpace : IEquatable<TensorSpace>
{
    private readonly string _name;

    /// <summary>A group of a family.</summary>
    /// <param name="family">The family.</param>
    /// <param name="n">n; 0 where it is known only when a layer is called.</param>
    public TensorSpace(GroupFamily family, int n)
    {
        (Family, N) = (family, n);
        _name = DiagramCategory.Symbol(family) + "(" + (IsOpen ? "n" : N.ToString(CultureInfo.InvariantCulture)) + ")";
    }

    /// <summary>The automorphisms of a graph, which permute the coordinates of R^n, one for each vertex.</summary>
    /// <param name="graph">The graph, of at least one vertex; it need not be connected.</param>
    /// <param name="name">What the group is called; null for <c>Aut(…)</c> with the name of the graph.</param>
    /// <exception cref="ArgumentException">The graph has no vertices.</exception>
    public TensorSpace(SymmetryGraph graph, string? name = null)
    {
        Graph = graph ?? throw new ArgumentNullException(nameof(graph));
        if (graph.Count == 0) throw new ArgumentException("The graph has no vertices: its group acts on nothing.", nameof(graph));
        N = graph.Count;
        _name = name ?? "Aut(" + graph.Name + ")";
    }

    /// <summary>The family; null for the automorphisms of a graph.</summary>
    public GroupFamily? Family { get; }

    /// <summary>The graph whose automorphisms act; null for a family.</summary>
    public SymmetryGraph? Graph { get; }

    /// <summary>n; 0 where it is known only when a layer is called.</summary>
    public int N { get; }

    /// <summary>Whether n is known only when a layer is called.</summary>
    public bool IsOpen => N == 0;

    /// <summary>Whether the group permutes the coordinates and n is known, so that it has orbits on lists of coordinates.</summary>
    public bool IsPermutation => Graph is not null || (!IsOpen && Family is GroupFamily.Symmetric or GroupFamily.Alternating);

    /// <summary>Reads a group.</summary>
    /// <param name="text"><c>S(n)</c>, <c>S(5)</c>, <c>A(4)</c>, <c>O(3)</c>, <c>SO(3)</c>, <c>Sp(4)</c>, <c>C(5)</c>, <c>D(5)</c>, <c>B(3)</c> or <c>Aut(petersen)</c>.</param>
    /// <returns>The group.</returns>
    /// <exception cref="SignatureException">The text is no such group.</exception>
    public static TensorSpace Parse(string text)
    {
        TensorPowersReader reader = new(text ?? "");
        return reader.ReadSpace() ?? throw new SignatureException(text, reader.Errors);
    }

    /// <summary>The calculus of the diagrams of so many vertices. Where n is open it is so large that no diagram depends on another.</summary>
    /// <param name="vertices">k + l.</param>
    /// <returns>The category.</returns>
    /// <exception cref="ArgumentException">There is no such group, its diagrams depend on n and n is open, or it is that of a graph.</exception>
    public DiagramCategory Category(int vertices)
    {
        if (Family is not GroupFamily family)
            throw new ArgumentException($"The maps of {this} are orbits of lists of vertices, and not diagrams: only S(n), A(n), O(n), SO(n) and Sp(n) have these.");
        if (!IsOpen) return new(family, N);
        if (family is GroupFamily.Alternating or GroupFamily.SpecialOrthogonal)
            throw new ArgumentException(
                $"The diagrams of {this} depend on n, so it must be a number: {ToString().Replace("(n)", "(3)")}. Only S(n), O(n) and Sp(n) can be left open.");
        return new(family, Math.Max(2, vertices + (vertices % 2)));
    }

    /// <inheritdoc/>
    public bool Equals(TensorSpace? other) =>
        other is not null && Family == other.Family && N == other.N && (Graph is null ? other.Graph is null : Graph.Equals(other.Graph));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TensorSpace);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((N * 397) ^ (Graph is null ? (int)Family!.Value : Graph.GetHashCode()));

    /// <summary>The group: <c>S(n)</c>, <c>O(3)</c>, <c>Aut(petersen)</c>.</summary>
    public override string ToString() => _name;
}
