namespace Reps.Analyzers.Flow;

/// <summary>What comes of a body.</summary>
/// <param name="Value">What it returns, joined over all its returns; null where it returns nothing or could not be analyzed.</param>
/// <param name="Exit">The values of its variables where it ends; null where it could not be analyzed, or never ends.</param>
internal sealed record FlowOutcome(FlowValue? Value, FlowState? Exit)
{
    public static FlowOutcome None { get; } = new(null, null);
}
