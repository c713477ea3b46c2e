namespace Graphs;

/// <summary>Where a training is.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Loss">The mean square of the last step's errors, each divided by the number of triples of nodes.</param>
/// <param name="Weights">The weights that are not zero.</param>
public sealed record TrainingState(int Step, double Loss, long Weights);
