using System;

namespace Reps.Benchmarking;

/// <summary>One way to run a workload: forward, or forward and backward.</summary>
/// <param name="Name">What is run.</param>
/// <param name="Counts">What one unit of the workload needs.</param>
/// <param name="WorkingSet">The bytes of all operands together.</param>
/// <param name="Run">Runs the whole workload on as many threads as <see cref="Parallelism"/> allows.</param>
/// <param name="WarmUp">Runs the same code on little data.</param>
internal sealed record Pass(string Name, Counts Counts, double WorkingSet, Action Run, Action WarmUp)
{
    /// <summary>Evaluation alone.</summary>
    public const string Forward = "forward";

    /// <summary>Evaluation, then all gradients.</summary>
    public const string Both = "forward+backward";

    // Enough that every loop is entered, and that threads share them.
    private const int WarmUpRows = 64;

    /// <summary>A pass over rows that do not depend on each other, all in one call.</summary>
    /// <param name="name">What is run.</param>
    /// <param name="counts">What one row needs.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="body">Processes so many of the first rows.</param>
    public static Pass OverRows(string name, Counts counts, int rows, Action<int> body) =>
        new(name, counts, counts.Bytes * rows, () => body(rows), () => body(Math.Min(rows, WarmUpRows)));
}
