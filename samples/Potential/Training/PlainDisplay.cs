using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace Potential.Training;

/// <summary>A training as lines of text: for files, pipes and logs.</summary>
/// <param name="output">Takes the lines.</param>
public sealed class PlainDisplay(TextWriter output) : ITrainingDisplay
{
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(10);
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();

    /// <inheritdoc/>
    public void Run(int epochs, Action training) => training();

    /// <inheritdoc/>
    public void Say(string text) => output.WriteLine(text);

    /// <inheritdoc/>
    public void Step(StepProgress progress)
    {
        if (_sinceLast.Elapsed < s_between) return;
        _sinceLast.Restart();
        Write($"epoch {progress.Epoch}, step {progress.Step} of {progress.Steps}: loss {progress.Loss:0.00e+0}, {progress.StepRate:0.00} steps/s, {progress.AtomRate:0} atoms/s");
    }

    /// <inheritdoc/>
    public void Epoch(EpochRecord record, bool best)
    {
        _sinceLast.Restart();
        Write($"{Summary(record, best)}");
    }

    /// <summary>An epoch in one line.</summary>
    internal static string Summary(EpochRecord record, bool best) =>
        FormattableString.Invariant($"epoch {record.Epoch}: loss {record.TrainLoss:0.00e+0}, validation: forces RMSE {record.ForceRmse:0.0} MAE {record.ForceMae:0.0} meV/Å, ")
        + FormattableString.Invariant($"energy RMSE {record.EnergyRmse:0.00} MAE {record.EnergyMae:0.00} meV/atom, rate {record.LearningRate:0.0e+0}, {record.Seconds:0.0} s")
        + (best ? ", best" : "");

    private void Write(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
