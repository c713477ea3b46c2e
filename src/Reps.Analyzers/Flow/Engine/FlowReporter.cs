using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>One thing to report.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">The arguments of its message.</param>
/// <param name="Subject">What it is about, for those that repair it.</param>
internal sealed record FlowFinding(DiagnosticDescriptor Rule, Location Location, object[] Arguments, FlowSubject? Subject)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location, Arguments);
}

/// <summary>What a finding is about.</summary>
internal abstract record FlowSubject
{
    /// <summary>An operation, with the values that it met.</summary>
    public sealed record Operation(TensorCall Call) : FlowSubject;

    /// <summary>A value that is not what is declared of it.</summary>
    /// <param name="Source">The expression.</param>
    /// <param name="Actual">What was inferred.</param>
    /// <param name="Declared">What is declared; null where only positions are refused.</param>
    /// <param name="Symbol">The method, parameter, field or property that declares it; null where a type of features does.</param>
    public sealed record Declaration(IOperation Source, TensorValue Actual, TensorValue? Declared, ISymbol? Symbol) : FlowSubject;
}

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

    public void Report(DiagnosticDescriptor rule, Location location, FlowSubject? subject, object[] arguments)
    {
        Attempts++;
        if (IsSettled && !IsMuted && _seen.Add((rule.Id, location))) Findings.Add(new(rule, location, arguments, subject));
    }

    /// <summary>What comes of an operation: where nothing is known because it was reported, that is said.</summary>
    public FlowValue Outcome(System.Func<FlowValue> operation)
    {
        int before = Attempts;
        FlowValue value = operation();
        return value is UnknownValue && Attempts > before ? FlowValue.Reported : value;
    }
}
