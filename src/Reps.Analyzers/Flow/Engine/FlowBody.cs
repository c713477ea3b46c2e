using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>Follows values through the blocks of a body until nothing changes, and then reports.</summary>
internal static class FlowBody
{
    private const int MaxBlocks = 3_000;

    /// <summary>Analyzes a body.</summary>
    /// <param name="scope">What to work with.</param>
    /// <param name="entry">The values of variables where it begins.</param>
    public static FlowOutcome Run(FlowScope scope, FlowState entry)
    {
        ImmutableArray<BasicBlock> blocks = scope.Graph!.Blocks;
        if (blocks.Length > MaxBlocks) return FlowOutcome.None;
        FlowState?[] states = new FlowState?[blocks.Length];
        states[0] = entry;
        SortedSet<int> waiting = [0];
        scope.Reporter.IsSettled = false;
        while (waiting.Count > 0)
        {
            scope.CancellationToken.ThrowIfCancellationRequested();
            if (--scope.Budget.Blocks < 0) return FlowOutcome.None;
            int next = waiting.Min;
            waiting.Remove(next);
            FlowState after = states[next]!.Copy();
            Evaluate(scope, blocks[next], after);
            Pass(blocks[next].FallThroughSuccessor, after, states, waiting);
            Pass(blocks[next].ConditionalSuccessor, after, states, waiting);
        }
        return new(Report(scope, blocks, states), states[blocks.Length - 1]);
    }

    private static FlowValue? Report(FlowScope scope, ImmutableArray<BasicBlock> blocks, FlowState?[] states)
    {
        scope.Reporter.IsSettled = true;
        scope = scope with { Measured = MeasuredLocals.Of(scope.Graph!) };
        FlowValue? result = null;
        foreach (BasicBlock block in blocks)
        {
            scope.CancellationToken.ThrowIfCancellationRequested();
            if (!block.IsReachable || --scope.Budget.Blocks < 0) continue;
            // Handlers are entered from everywhere in their try: nothing is known there.
            FlowValue? value = Evaluate(scope, block, (states[block.Ordinal] ?? new FlowState()).Copy());
            if (block.FallThroughSuccessor?.Semantics != ControlFlowBranchSemantics.Return || block.BranchValue is null) continue;
            value ??= FlowValue.Unknown;
            result = result is null ? value : FlowValue.Join(result, value);
        }
        // Functions inside are bodies of their own, which may run at any time.
        foreach (IMethodSymbol function in scope.Graph!.LocalFunctions)
            Run(
                scope with { Graph = scope.Graph.GetLocalFunctionControlFlowGraph(function, scope.CancellationToken), Method = function },
                new FlowState()
            );
        return result;
    }

    private static FlowValue? Evaluate(FlowScope scope, BasicBlock block, FlowState state)
    {
        bool muted = scope.Reporter.IsMuted;
        // What an exception says of a feature, and whether it is thrown, is no result.
        scope.Reporter.IsMuted |= scope.OnlyInPlace || Throwing.Always(block);
        Evaluator evaluator = new(scope, state);
        foreach (IOperation operation in block.Operations) evaluator.Evaluate(operation);
        scope.Reporter.IsMuted |= Throwing.IsDecidedBy(block);
        FlowValue? value = block.BranchValue is IOperation branch ? Evaluate(scope, block, branch, evaluator) : null;
        scope.Reporter.IsMuted = muted;
        return value;
    }

    private static FlowValue Evaluate(FlowScope scope, BasicBlock block, IOperation branch, Evaluator evaluator)
    {
        FlowValue value = evaluator.Evaluate(branch, decides: block.ConditionalSuccessor is not null);
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && scope.Method is IMethodSymbol method)
        {
            scope.Observe(method, value);
            if (Declarations.OfResult(method) is TensorValue declared && !IsFeature(method.ReturnType))
                DeclarationCheck.Result(scope.Reporter, branch, value, declared, method);
        }
        return value;
    }

    private static bool IsFeature(ITypeSymbol type) => type is INamedTypeSymbol named && Declarations.IsFeature(named);

    private static void Pass(ControlFlowBranch? branch, FlowState state, FlowState?[] states, SortedSet<int> waiting)
    {
        if (branch?.Destination is not BasicBlock target) return;
        if (states[target.Ordinal] is FlowState known)
        {
            if (known.Merge(state)) waiting.Add(target.Ordinal);
            return;
        }
        states[target.Ordinal] = state.Copy();
        waiting.Add(target.Ordinal);
    }
}
