using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>One thing to report.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">The arguments of its message.</param>
/// <param name="Fix">An edit that repairs it, where there is one.</param>
internal sealed record FlowFinding(DiagnosticDescriptor Rule, Location Location, object[] Arguments, FlowFix? Fix)
{
    public Diagnostic ToDiagnostic() =>
        Fix is null
            ? Diagnostic.Create(Rule, Location, Arguments)
            : Diagnostic.Create(
                Rule,
                Location,
                [Fix.Place],
                ImmutableDictionary<string, string?>.Empty.Add(SignatureAnalyzer.Suggestion, Fix.Text).Add(Title, Fix.Title),
                Arguments
            );

    /// <summary>The property of a diagnostic that says in words what its fix does.</summary>
    public const string Title = "Title";
}

/// <summary>An edit of the text.</summary>
/// <param name="Place">What is replaced; it may be empty.</param>
/// <param name="Text">What takes its place.</param>
/// <param name="Title">What it does, in words.</param>
internal sealed record FlowFix(Location Place, string Text, string Title);

/// <summary>Collects findings; each place is reported once for each rule, however often the analysis passes it.</summary>
internal sealed class FlowReporter
{
    private readonly HashSet<(string, Location)> _seen = [];

    public List<FlowFinding> Findings { get; } = [];

    /// <summary>Whether what is evaluated is only looked at, and goes nowhere.</summary>
    public bool IsMuted { get; set; }

    /// <summary>Whether the analysis has settled, so that what it finds is true.</summary>
    public bool IsSettled { get; set; }

    /// <summary>How often something was reported, also where that was not yet true or nobody listened.</summary>
    public int Attempts { get; private set; }

    public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) => Report(rule, location, null, arguments);

    public void Report(DiagnosticDescriptor rule, Location location, FlowFix? fix, object[] arguments)
    {
        Attempts++;
        if (IsSettled && !IsMuted && _seen.Add((rule.Id, location))) Findings.Add(new(rule, location, arguments, fix));
    }

    /// <summary>What comes of an operation: where nothing is known because it was reported, that is said.</summary>
    public FlowValue Outcome(System.Func<FlowValue> operation)
    {
        int before = Attempts;
        FlowValue value = operation();
        return value is UnknownValue && Attempts > before ? FlowValue.Reported : value;
    }
}
