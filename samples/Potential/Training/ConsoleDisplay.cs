using System;
using Spectre.Console;

namespace Potential.Training;

/// <summary>A training on a terminal: bars for all epochs and for the present one, and a line for each epoch that has ended.</summary>
/// <param name="console">The terminal.</param>
public sealed class ConsoleDisplay(IAnsiConsole console) : ITrainingDisplay
{
    private ProgressTask? _all;
    private ProgressTask? _present;

    /// <inheritdoc/>
    public void Run(int epochs, Action training) =>
        console.Progress().HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                _all = context.AddTask("epochs", maxValue: epochs);
                _present = context.AddTask("epoch");
                training();
            });

    /// <inheritdoc/>
    public void Say(string text) => console.WriteLine(text);

    /// <inheritdoc/>
    public void Step(StepProgress progress)
    {
        if (_all is null || _present is null) return;
        _all.Value = progress.Epoch - 1 + ((double)progress.Step / progress.Steps);
        (_present.Value, _present.MaxValue) = (progress.Step, progress.Steps);
        _present.Description = Markup.Escape(
            FormattableString.Invariant($"epoch {progress.Epoch}, loss {progress.Loss:0.00e+0}, {progress.StepRate:0.0} steps/s, {progress.AtomRate:0} atoms/s"));
    }

    /// <inheritdoc/>
    public void Epoch(EpochRecord record, bool best) => console.WriteLine(PlainDisplay.Summary(record, best));
}
