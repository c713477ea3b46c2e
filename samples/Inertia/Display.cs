using System;
using System.Globalization;
using Spectre.Console;

namespace Inertia;

/// <summary>Shows a training: a bar on a terminal, lines elsewhere.</summary>
public static class Display
{
    /// <summary>Runs a training and shows its epochs.</summary>
    public static TrainingState Run(Trainer trainer, TrainingOptions options) =>
        AnsiConsole.Profile.Capabilities.Interactive ? WithBar(trainer, options) : WithLines(trainer, options);

    private static TrainingState WithBar(Trainer trainer, TrainingOptions options) =>
        AnsiConsole
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(trainer.Network.Title, maxValue: options.Epochs);
                return trainer.Train(state =>
                {
                    task.Description = Text(trainer.Network, state);
                    task.Value = state.Epoch;
                });
            });

    private static TrainingState WithLines(Trainer trainer, TrainingOptions options) =>
        trainer.Train(state =>
        {
            if (state.Epoch % options.EpochsBetween == 0) Console.WriteLine(Text(trainer.Network, state));
        });

    private static string Text(InertiaNetwork network, TrainingState state) =>
        string.Create(CultureInfo.InvariantCulture, $"{network.Title,-11}  epoch {state.Epoch,3}  loss {state.Loss,8:F4}");
}
