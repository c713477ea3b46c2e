namespace Inertia;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Decides the weights at the start and every body.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The bodies of the training.</summary>
    public int Bodies { get; init; } = 1000;

    /// <summary>Passes over the bodies.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>The number of epochs between reports.</summary>
    public int EpochsBetween { get; init; } = 10;

    /// <summary>Bodies in a step.</summary>
    public int Batch { get; init; } = 50;

    /// <summary>The step of Adam at the start; it ends at zero, along a cosine.</summary>
    public double LearningRate { get; init; } = 0.01;
}
