using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>One thing to report.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">The arguments of its message.</param>
internal sealed record FlowFinding(DiagnosticDescriptor Rule, Location Location, object[] Arguments);

/// <summary>Collects findings; each place is reported once for each rule, however often the analysis passes it.</summary>
internal sealed class FlowReporter
{
    private readonly HashSet<(string, Location)> _seen = [];

    public List<FlowFinding> Findings { get; } = [];

    /// <summary>Whether the analysis has settled, so that what it finds is true.</summary>
    public bool IsSettled { get; set; }

    public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments)
    {
        if (IsSettled && _seen.Add((rule.Id, location))) Findings.Add(new(rule, location, arguments));
    }
}
