using System.Collections.Generic;
using System.IO;
using Potential.Checkpoints;
using Potential.Files;

namespace Potential.Training;

/// <summary>What a training writes.</summary>
/// <param name="path">The folder of all of it.</param>
public sealed class OutputFolder(string path)
{
    /// <summary>The best model so far.</summary>
    public string Model { get; } = Path.Combine(path, ModelFile.Name);

    /// <summary>The options that the training runs with, defaults included.</summary>
    public string Options { get; } = Path.Combine(path, "options.json");

    /// <summary>The learning curve as numbers.</summary>
    public string Curve { get; } = Path.Combine(path, "curve.csv");

    /// <summary>The learning curve as a picture.</summary>
    public string Picture { get; } = Path.Combine(path, "curve.svg");

    /// <summary>What a resumption continues from.</summary>
    public CheckpointFolder Checkpoints { get; } = new(Path.Combine(path, "checkpoint"));

    /// <summary>Replaces both forms of the learning curve.</summary>
    public void WriteCurve(IReadOnlyList<EpochRecord> history)
    {
        WholeFile.Write(Curve, LearningCurve.Csv(history));
        if (history.Count > 0) WholeFile.Write(Picture, LearningCurve.Svg(history));
    }
}
