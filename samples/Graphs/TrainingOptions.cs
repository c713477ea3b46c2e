namespace Graphs;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Decides the weights at the start and every graph.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The number of steps. In the first half, weights that are not needed become zero; in the second, the others become exact.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>The number of steps between reports.</summary>
    public int StepsBetween { get; init; } = 50;

    /// <summary>Nodes of the smallest graphs.</summary>
    public int SmallestSize { get; init; } = 3;

    /// <summary>Nodes of the largest graphs.</summary>
    public int LargestSize { get; init; } = 7;

    /// <summary>Graphs of each size in a step.</summary>
    public int GraphsOfASize { get; init; } = 16;

    /// <summary>The step of Adam.</summary>
    public double LearningRate { get; init; } = 0.01;

    /// <summary>The share of its first value that the step has at the end.</summary>
    public double LearningRateDecay { get; init; } = 1e-2;

    /// <summary>What a weight costs: the share of the step of Adam by which it goes towards zero.</summary>
    public double Cost { get; init; } = 0.2;

    /// <summary>How much more it costs for each sum over the nodes.</summary>
    public double Growth { get; init; } = 3;
}
