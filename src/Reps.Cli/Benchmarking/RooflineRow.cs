namespace Reps.Benchmarking;

/// <summary>A measured pass of a workload.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Pass">Forward, or forward and backward.</param>
/// <param name="Threads">How many threads worked.</param>
/// <param name="Unit">What the figures are for: edge, row or point.</param>
/// <param name="Units">How many of these a run processed.</param>
/// <param name="Seconds">The least time of a unit.</param>
/// <param name="Counts">What a unit needs.</param>
/// <param name="WorkingSet">The bytes of all operands together.</param>
internal sealed record RooflineRow(string Workload, string Pass, int Threads, string Unit, int Units, double Seconds, Counts Counts, double WorkingSet)
{
    /// <summary>The bound by the machine's limits.</summary>
    public Bound Bound(MachineLimits limits) => Benchmarking.Bound.Of(Counts, limits, WorkingSet);
}
