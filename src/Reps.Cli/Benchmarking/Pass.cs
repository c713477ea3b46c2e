using System;

namespace Reps.Benchmarking;

/// <summary>One way to run a workload: forward, or forward and backward.</summary>
/// <param name="Name">What is run.</param>
/// <param name="Counts">What one unit of the workload needs.</param>
/// <param name="WorkingSet">The bytes of all operands together.</param>
/// <param name="Run">Runs the whole workload on the team's threads.</param>
/// <param name="WarmUp">Runs the same code on little data.</param>
internal sealed record Pass(string Name, Counts Counts, double WorkingSet, Action<ThreadTeam> Run, Action WarmUp)
{
    /// <summary>Evaluation alone.</summary>
    public const string Forward = "forward";

    /// <summary>Evaluation, then all gradients.</summary>
    public const string Both = "forward+backward";

    /// <summary>A pass over rows that do not depend on each other: each thread takes its share of them.</summary>
    /// <param name="name">What is run.</param>
    /// <param name="counts">What one row needs.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="body">Processes some rows; the first argument is the number of the thread.</param>
    /// <param name="finish">Called in the end with the number of threads, to put together what each has.</param>
    public static Pass OverRows(string name, Counts counts, int rows, Action<int, Range> body, Action<int>? finish = null) =>
        new(
            name,
            counts,
            counts.Bytes * rows,
            team =>
            {
                team.Run(part => body(part, new((int)((long)rows * part / team.Count), (int)((long)rows * (part + 1) / team.Count))));
                finish?.Invoke(team.Count);
            },
            () => body(0, new(0, Math.Min(rows, 2)))
        );
}
