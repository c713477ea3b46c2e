using System;
using System.Globalization;
using Spectre.Console;

namespace Graphs;

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
                ProgressTask task = context.AddTask(trainer.Network.Title, maxValue: options.Steps);
                return trainer.Train(state =>
                {
                    task.Description = Text(trainer.Network, state);
                    task.Value = state.Step;
                });
            });

    private static TrainingState WithLines(Trainer trainer, TrainingOptions options) =>
        trainer.Train(state =>
        {
            if (state.Step % options.StepsBetween == 0) Console.WriteLine(Text(trainer.Network, state));
        });

    private static string Text(GraphNetwork network, TrainingState state) =>
        string.Create(CultureInfo.InvariantCulture, $"{network.Title,-8}  step {state.Step,3}  loss {state.Loss,7:E1}  weights {state.Weights,4}");
}
