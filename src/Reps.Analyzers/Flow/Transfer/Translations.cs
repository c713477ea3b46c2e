using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>Positions where only their differences keep the symmetry.</summary>
internal static class Translations
{
    public static void Report(FlowReporter reporter, Location location, TensorValue tensor, string operation) =>
        reporter.Report(
            Rules.AbsolutePositions,
            location,
            operation,
            tensor.Weight == 1 ? "positions" : "a sum of positions that moves with the origin",
            Witness.Translation
        );

    /// <summary>Whether an operation meets something that moves with the origin; then it is reported.</summary>
    public static bool Moves(TensorCall call, TensorValue tensor)
    {
        if (tensor.Weight == 0) return false;
        Report(call.Reporter, call.Location, tensor, call.Text);
        return true;
    }
}
