using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>Blocks that end in an exception: what is asked before them is a demand, and no part of a model.</summary>
internal static class Throwing
{
    // What is longer is no check of arguments.
    private const int MostBlocks = 8;

    /// <summary>Whether a block always leads to an exception.</summary>
    public static bool Always(BasicBlock block)
    {
        for (int n = 0; n < MostBlocks && block.ConditionalSuccessor is null; n++)
        {
            if (block.FallThroughSuccessor is not ControlFlowBranch next) return false;
            if (next.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow) return true;
            if (next.Destination is not { Kind: BasicBlockKind.Block } target) return false;
            block = target;
        }
        return false;
    }

    /// <summary>Whether a block decides about nothing but an exception.</summary>
    public static bool IsDecidedBy(BasicBlock block) =>
        block.ConditionalSuccessor is ControlFlowBranch taken && (Leads(taken) || Leads(block.FallThroughSuccessor));

    private static bool Leads(ControlFlowBranch? branch) => branch?.Destination is { Kind: BasicBlockKind.Block } target && Always(target);
}
