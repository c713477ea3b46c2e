using System;
using System.Globalization;
using Spectre.Console;

namespace Tetris;

/// <summary>Shows a training: a bar on a terminal, lines elsewhere.</summary>
public static class Display
{
    /// <summary>Runs a training and shows its steps.</summary>
    public static TrainingState Run(Trainer trainer, TrainingOptions options) =>
        AnsiConsole.Profile.Capabilities.Interactive ? WithBar(trainer, options) : WithLines(trainer, options);

    private static TrainingState WithBar(Trainer trainer, TrainingOptions options) =>
        AnsiConsole
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("starting", maxValue: options.Steps);
                TrainingState last = trainer.Train(state =>
                {
                    task.Description = Text(state);
                    task.Value = state.Step;
                });
                task.StopTask();
                return last;
            });

    private static TrainingState WithLines(Trainer trainer, TrainingOptions options) =>
        trainer.Train(state =>
        {
            if (state.Step % options.StepsBetween == 0) Console.WriteLine(Text(state));
        });

    private static string Text(TrainingState state) =>
        string.Create(CultureInfo.InvariantCulture, $"step {state.Step,3}  loss {state.Loss,7:F4}  named correctly {100 * state.Accuracy,5:F1} %");
}
