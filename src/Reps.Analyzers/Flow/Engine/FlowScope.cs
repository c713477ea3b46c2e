using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>What the analysis of one body works with.</summary>
/// <param name="Compilation">What all bodies share.</param>
/// <param name="Reporter">Where findings go.</param>
/// <param name="CancellationToken">Stops the analysis.</param>
internal sealed record FlowScope(FlowCompilation Compilation, FlowReporter Reporter, CancellationToken CancellationToken)
{
    /// <summary>The method, whose results may be declared; null in initializers and lambdas.</summary>
    public IMethodSymbol? Method { get; init; }

    /// <summary>The graph, from which lambdas take theirs.</summary>
    public ControlFlowGraph? Graph { get; init; }

    /// <summary>How many calls of methods lie between this body and the one that is examined.</summary>
    public int Depth { get; init; }

    /// <summary>
    /// Whether the body returns nothing: what it finds out of its arguments it prints or demands, and only what it changes in place comes back.
    /// </summary>
    public bool OnlyInPlace { get; init; }

    /// <summary>Told of every value that is given to a parameter, a field or a property, or that a method returns; null where nobody asks.</summary>
    public Action<ISymbol, FlowValue>? Observer { get; init; }

    /// <summary>Passes on a value that a symbol is given, once it is certain. What called methods do with certain arguments is not passed on.</summary>
    public void Observe(ISymbol symbol, FlowValue value)
    {
        if (Observer is not null && Reporter.IsSettled && Depth == 0) Observer(symbol, value);
    }

    /// <summary>Locals that are only printed or asserted.</summary>
    public HashSet<ISymbol>? Measured { get; init; }

    /// <summary>How much work is left; shared by all that starts from one body.</summary>
    public FlowBudget Budget { get; init; } = new();
}

/// <summary>Bounds the work for one body: where it ends, nothing is reported.</summary>
internal sealed class FlowBudget
{
    /// <summary>How many blocks may still be evaluated.</summary>
    public int Blocks { get; set; } = 20_000;
}
