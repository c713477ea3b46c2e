using Microsoft.CodeAnalysis;

namespace Reps.Cli.Auditing;

/// <summary>What a rule says of a place in a project.</summary>
/// <param name="Project">The name of the project.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How bad it is, as the project configures it.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Place">Where: the path, and lines and columns counted from 0.</param>
/// <param name="Suppression">Why it is silenced, perhaps empty; null if it is not.</param>
internal sealed record Finding(string Project, DiagnosticDescriptor Rule, DiagnosticSeverity Severity, string Message, FileLinePositionSpan Place, string? Suppression);
