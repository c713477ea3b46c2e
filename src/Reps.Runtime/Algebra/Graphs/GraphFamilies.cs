using System.Collections.Generic;
using System.Linq;

namespace Reps.Algebra;

/// <summary>The graphs known by name.</summary>
internal static class GraphFamilies
{
    private const int LargestHypercube = 8;

    /// <summary>All families.</summary>
    public static IReadOnlyList<GraphFamily> All { get; } =
    [
        new("empty", ["n"], "empty(4)", 0, n => n[0], _ => []),
        new("complete", ["n"], "complete(4)", 0, n => n[0], n => Pairs(n[0])),
        new("path", ["n"], "path(3)", 0, n => n[0], n => Range(n[0] - 1).Select(v => (v, v + 1))),
        new("cycle", ["n"], "cycle(5)", 3, n => n[0], n => Range(n[0]).Select(v => (v, (v + 1) % n[0]))),
        new("directed_cycle", ["n"], "directed_cycle(5)", 1, n => n[0], n => Range(n[0]).Select(v => (v, (v + 1) % n[0])), IsDirected: true),
        new("star", ["leaves"], "star(3)", 0, n => n[0] + 1L, n => Range(n[0]).Select(v => (0, v + 1))),
        new("complete_bipartite", ["a", "b"], "complete_bipartite(2,3)", 0, n => (long)n[0] + n[1], n => Bipartite(n[0], n[1])),
        new("matching", ["m"], "matching(3)", 0, n => 2L * n[0], n => Range(n[0]).Select(v => (2 * v, (2 * v) + 1))),
        new("hypercube", ["d"], "hypercube(3)", 0, n => n[0] > LargestHypercube ? int.MaxValue : 1L << n[0], n => Hypercube(n[0])),
        new("grid", ["rows", "columns"], "grid(3,4)", 1, n => (long)n[0] * n[1], n => Grid(n[0], n[1])),
        new("rook", ["rows", "columns"], "rook(4,4)", 1, n => (long)n[0] * n[1], n => Rook(n[0], n[1])),
        // Five outer vertices, and five inner ones joined as a pentagram.
        new("petersen", [], "petersen", 0, _ => 10, _ => Petersen()),
        // Cayley graph of Z4 × Z4 by ±(0,1), ±(1,0), ±(1,1): strongly regular with the parameters of rook(4,4).
        new("shrikhande", [], "shrikhande", 0, _ => 16, _ => Shrikhande()),
        // One of the five smallest cubic graphs without symmetries, in the notation of Lederberg, Coxeter and Frucht.
        new("frucht", [], "frucht", 0, _ => 12, _ => Cubic(-5, -2, -4, 2, 5, -2, 2, 5, -2, -5, 4, 2)),
    ];

    /// <summary>A member of each.</summary>
    public static IReadOnlyList<string> Examples { get; } = [.. All.Select(f => f.Example)];

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count < 0 ? 0 : count);

    private static IEnumerable<(int, int)> Pairs(int count) => Range(count).SelectMany(v => Range(v).Select(u => (u, v)));

    private static IEnumerable<(int, int)> Bipartite(int a, int b) => Range(a).SelectMany(v => Range(b).Select(u => (v, a + u)));

    private static IEnumerable<(int, int)> Hypercube(int dimension) =>
        Range(1 << dimension).SelectMany(v => Range(dimension).Select(bit => (v, v ^ (1 << bit))));

    private static IEnumerable<(int, int)> Grid(int rows, int columns) =>
        Pairs(rows * columns).Where(e => Far(e, columns) is (1, 0) or (0, 1));

    private static IEnumerable<(int, int)> Rook(int rows, int columns) =>
        Pairs(rows * columns).Where(e => Far(e, columns) is (0, _) or (_, 0));

    // How far apart two squares of a board are.
    private static (int Rows, int Columns) Far((int From, int To) squares, int columns) =>
        (Distance(squares.From / columns, squares.To / columns), Distance(squares.From % columns, squares.To % columns));

    private static int Distance(int a, int b) => a < b ? b - a : a - b;

    private static IEnumerable<(int, int)> Petersen() =>
        Range(5).SelectMany(v => new[] { (v, (v + 1) % 5), (v, v + 5), (v + 5, ((v + 2) % 5) + 5) });

    private static IEnumerable<(int, int)> Shrikhande() =>
        Range(16).SelectMany(v =>
            new[] { (0, 1), (1, 0), (1, 1) }.Select(step => (v, (((v / 4) + step.Item1) % 4 * 4) + (((v % 4) + step.Item2) % 4)))
        );

    // A Hamiltonian cycle with a chord from each vertex.
    private static IEnumerable<(int, int)> Cubic(params int[] chords) =>
        Range(chords.Length).SelectMany(v => new[] { (v, (v + 1) % chords.Length), (v, (v + chords[v] + chords.Length) % chords.Length) });
}
