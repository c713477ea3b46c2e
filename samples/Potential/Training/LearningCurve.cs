using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Potential.Plotting;

namespace Potential.Training;

/// <summary>The errors of the validation over the epochs, as a table and as a picture.</summary>
public static class LearningCurve
{
    private static readonly (string Name, Func<EpochRecord, double> Value)[] s_columns =
    [
        ("epoch", record => record.Epoch),
        ("steps", record => record.Steps),
        ("learning_rate", record => record.LearningRate),
        ("train_loss", record => record.TrainLoss),
        ("validation_loss", record => record.ValidationLoss),
        ("force_mae_meV_per_A", record => record.ForceMae),
        ("force_rmse_meV_per_A", record => record.ForceRmse),
        ("energy_mae_meV_per_atom", record => record.EnergyMae),
        ("energy_rmse_meV_per_atom", record => record.EnergyRmse),
        ("seconds", record => record.Seconds),
    ];

    /// <summary>One line for each epoch, below the names of the columns.</summary>
    public static string Csv(IReadOnlyList<EpochRecord> history)
    {
        StringBuilder text = new();
        text.AppendJoin(',', s_columns.Select(column => column.Name)).Append('\n');
        foreach (EpochRecord record in history)
            text.AppendJoin(',', s_columns.Select(column => column.Value(record).ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        return text.ToString();
    }

    /// <summary>Forces above, energies below; logarithmic, because errors fall by factors.</summary>
    public static string Svg(IReadOnlyList<EpochRecord> history)
    {
        double[] epochs = [.. history.Select(record => (double)record.Epoch)];
        return SvgPlot.Draw(
        [
            Panel("force error (meV/Å)", ("RMSE", record => record.ForceRmse), ("MAE", record => record.ForceMae)),
            Panel("energy error (meV/atom)", ("RMSE", record => record.EnergyRmse), ("MAE", record => record.EnergyMae)),
        ]);

        PlotPanel Panel(string title, params (string Name, Func<EpochRecord, double> Value)[] series) =>
            new(new PlotAxis("epoch", false), new PlotAxis(title, true), [.. series.Select(s => new PlotSeries(s.Name, epochs, [.. history.Select(s.Value)]))]);
    }
}
