namespace Reps;

/// <summary>One error in the text of a representation, with its exact place.</summary>
/// <param name="Code">The kind of error, REPS1001 … REPS1011, REPS1015.</param>
/// <param name="Start">First offending character: an index into the text, 0 … its length.</param>
/// <param name="Length">Number of offending characters.</param>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Suggestion">
/// Text to put in place of exactly these characters: the nearest valid form. Doing so removes this error and reveals no other.
/// Null where no correction is near enough to recommend.
/// </param>
public sealed record SignatureError(string Code, int Start, int Length, string Message, string? Suggestion);
