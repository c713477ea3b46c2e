using Microsoft.CodeAnalysis;

namespace Reps.Cli.Auditing;

/// <summary>A place where the author vouches for a symmetry that the analyzers cannot see.</summary>
/// <param name="Project">The name of the project.</param>
/// <param name="Kind">How: <c>AssumeEquivariant</c> or <c>Assume</c>.</param>
/// <param name="Reason">Why, as the author says; empty if it is no constant.</param>
/// <param name="Place">Where.</param>
internal sealed record Assumption(string Project, string Kind, string Reason, FileLinePositionSpan Place);
