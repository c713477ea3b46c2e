namespace Tetris;

/// <summary>How a network is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Decides the weights at the start and every copy.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The most steps.</summary>
    public int Steps { get; init; } = 400;

    /// <summary>The number of steps between examinations.</summary>
    public int StepsBetween { get; init; } = 10;

    /// <summary>Copies of each shape in a step.</summary>
    public int Copies { get; init; } = 4;

    /// <summary>Copies of each shape in an examination.</summary>
    public int ExaminedCopies { get; init; } = 50;

    /// <summary>The loss below which an examination without a mistake ends the training.</summary>
    public double Target { get; init; } = 0.02;

    /// <summary>The step of Adam.</summary>
    public double LearningRate { get; init; } = 0.01;
}
