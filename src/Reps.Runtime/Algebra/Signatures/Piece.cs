namespace Reps;

/// <summary>The text of one term: a range of the repaired text, with what is written there or meant to be.</summary>
/// <param name="From">First character of the range.</param>
/// <param name="To">One past the last character of the range.</param>
/// <param name="Text">The characters of the range; null if they hold an error that leaves nothing to read.</param>
internal readonly record struct Piece(int From, int To, string? Text);
