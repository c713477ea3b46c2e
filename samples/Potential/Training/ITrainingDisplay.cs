using System;

namespace Potential.Training;

/// <summary>Where a training shows how it goes.</summary>
public interface ITrainingDisplay
{
    /// <summary>Runs the training, with whatever is shown around it.</summary>
    void Run(int epochs, Action training);

    /// <summary>Says something.</summary>
    void Say(string text);

    /// <summary>After each step.</summary>
    void Step(StepProgress progress);

    /// <summary>After each epoch.</summary>
    void Epoch(EpochRecord record, bool best);
}
