namespace Reps;

/// <summary>One error in the text of an index formula, with its exact place.</summary>
/// <param name="Start">First offending character: an index into the text, 0 … its length.</param>
/// <param name="Length">Number of offending characters.</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record FormulaError(int Start, int Length, string Message);
