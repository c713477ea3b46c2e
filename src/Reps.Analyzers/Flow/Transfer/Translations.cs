using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>Positions where only their differences keep the symmetry.</summary>
internal static class Translations
{
    public static void Report(FlowReporter reporter, Location location, TensorValue tensor, FlowSubject subject, string operation) =>
        reporter.Report(
            Rules.AbsolutePositions,
            location,
            subject,
            [operation, tensor.Weight == 1 ? "positions" : "a sum of positions that moves with the origin", Witness.Translation]
        );

    /// <summary>Whether an operation meets something that moves with the origin; then it is reported.</summary>
    public static bool Moves(TensorCall call, TensorValue tensor)
    {
        if (tensor.Weight == 0) return false;
        Report(call.Reporter, call.Location, tensor, new FlowSubject.Operation(call), call.Text);
        return true;
    }
}
