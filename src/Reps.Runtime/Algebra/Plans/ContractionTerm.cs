namespace Reps.Algebra;

/// <summary>One path of a symmetric contraction.</summary>
/// <param name="Segments">The input segments that are multiplied, in order; a segment may occur several times.</param>
/// <param name="Output">The output segment.</param>
/// <param name="Number">The number of the path among those of the same segments and output.</param>
public sealed record ContractionTerm(EquatableArray<int> Segments, int Output, int Number);
