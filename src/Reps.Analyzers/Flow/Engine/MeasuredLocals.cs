using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

/// <summary>Locals that are only printed, asserted or named in an exception: what they hold is no result.</summary>
internal sealed class MeasuredLocals
{
    private static readonly HashSet<string> s_writers = ["Console", "Debug", "Trace", "Assert", "TextWriter", "StreamWriter", "StringBuilder"];

    private readonly HashSet<ISymbol> _assigned = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _used = new(SymbolEqualityComparer.Default);
    private readonly List<(ISymbol Read, ISymbol By)> _passed = [];

    private MeasuredLocals(ControlFlowGraph graph) => Walk(graph);

    /// <summary>Those of a body.</summary>
    public static HashSet<ISymbol> Of(ControlFlowGraph graph)
    {
        MeasuredLocals locals = new(graph);
        // What goes into a variable that is used is used.
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach ((ISymbol read, ISymbol by) in locals._passed)
                if (locals._used.Contains(by))
                    changed |= locals._used.Add(read);
        }
        locals._assigned.ExceptWith(locals._used);
        return locals._assigned;
    }

    private void Walk(ControlFlowGraph graph)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            bool throws = Throwing.Always(block);
            foreach (IOperation operation in block.Operations) Walk(operation, graph, null, throws);
            if (block.BranchValue is IOperation branch) Walk(branch, graph, null, throws || Throwing.IsDecidedBy(block));
        }
        foreach (IMethodSymbol function in graph.LocalFunctions) Walk(graph.GetLocalFunctionControlFlowGraph(function));
    }

    private void Walk(IOperation operation, ControlFlowGraph graph, ISymbol? by, bool isMeasured)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment:
                _assigned.Add(target.Local);
                Walk(assignment.Value, graph, by ?? target.Local, isMeasured);
                return;
            case ILocalReferenceOperation local when !isMeasured:
                if (by is null) _used.Add(local.Local);
                else _passed.Add((local.Local, by));
                return;
            case IFlowAnonymousFunctionOperation lambda:
                Walk(graph.GetAnonymousFunctionControlFlowGraph(lambda));
                return;
        }
        isMeasured |= operation is IInterpolatedStringOperation
            || (operation is IInvocationOperation { TargetMethod: IMethodSymbol method } && Writes(method));
        foreach (IOperation child in operation.ChildOperations) Walk(child, graph, by, isMeasured);
    }

    private static bool Writes(IMethodSymbol method) =>
        s_writers.Contains(method.ContainingType.Name) || method.ContainingType.Name.IndexOf("Logger", StringComparison.Ordinal) >= 0;
}
