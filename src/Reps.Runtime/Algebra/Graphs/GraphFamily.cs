using System;
using System.Collections.Generic;

namespace Reps.Algebra;

/// <summary>A family of graphs known by name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Parameters">The names of its numbers.</param>
/// <param name="Example">A member.</param>
/// <param name="Least">The least value of each number.</param>
/// <param name="Count">The number of vertices, saturated: numbers go up to 10⁹.</param>
/// <param name="Edges">The edges.</param>
/// <param name="IsDirected">Whether the edges have a direction.</param>
internal sealed record GraphFamily(
    string Name,
    string[] Parameters,
    string Example,
    int Least,
    Func<int[], long> Count,
    Func<int[], IEnumerable<(int From, int To)>> Edges,
    bool IsDirected = false
);
