namespace Reps.Generators.Models;

/// <summary>One generated file.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its content; null when the generator failed.</param>
/// <param name="Failure">What went wrong inside the generator, if anything did.</param>
internal sealed record SourceFile(string HintName, string? Text, string? Failure = null);
