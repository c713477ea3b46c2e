namespace Reps;

/// <summary>An error in the text of a graph, with its exact place.</summary>
/// <param name="Start">First offending character: an index into the text, 0 … its length.</param>
/// <param name="Length">Number of offending characters.</param>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Suggestion">Text to put in place of exactly these characters, or null.</param>
public sealed record GraphTextError(int Start, int Length, string Message, string? Suggestion = null);
