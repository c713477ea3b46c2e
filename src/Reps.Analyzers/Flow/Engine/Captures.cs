using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

/// <summary>Variables of a method that a lambda or local function inside it assigns: of these nothing is known once it may have run.</summary>
internal static class Captures
{
    public static IEnumerable<ISymbol> Assigned(ControlFlowGraph graph) => Operations(graph).Select(Target).OfType<ISymbol>();

    /// <summary>All operations of a body, at any depth.</summary>
    public static IEnumerable<IOperation> Operations(ControlFlowGraph graph) =>
        graph.Blocks.SelectMany(static block => block.BranchValue is null ? block.Operations : block.Operations.Add(block.BranchValue))
            .SelectMany(static operation => operation.DescendantsAndSelf());

    private static ISymbol? Target(IOperation operation) =>
        operation switch
        {
            IAssignmentOperation assignment => Variable(assignment.Target),
            IIncrementOrDecrementOperation increment => Variable(increment.Target),
            // An assignment by way of a capture begins by capturing the variable.
            IFlowCaptureOperation capture => Variable(capture.Value),
            IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => Variable(argument.Value),
            _ => null,
        };

    private static ISymbol? Variable(IOperation target) =>
        target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
}
