using System;
using System.Collections.Generic;
using System.Globalization;
using Spectre.Console;

namespace Inertia;

/// <summary>An equivariant network and a plain one, trained on the same bodies and examined on the same others.</summary>
public sealed class Comparison(TrainingOptions options)
{
    // Single precision.
    private const double Rounding = 1e-5;
    private readonly List<(InertiaNetwork Network, Examination Examination)> _rows = [];

    /// <summary>Whether the equivariant network is equivariant to rounding, the plain one is not, and errs by ten times as much or more.</summary>
    public bool Holds =>
        _rows is [var (_, equivariant), var (_, plain)]
        && equivariant.Equivariance < Rounding
        && plain.Equivariance > Rounding
        && 10 * equivariant.Fresh < plain.Fresh
        && 10 * equivariant.Moved < plain.Moved;

    /// <summary>Trains and examines the networks.</summary>
    /// <param name="train">Runs a training.</param>
    public void Run(Action<Trainer> train)
    {
        ArgumentNullException.ThrowIfNull(train);
        Add(() => new EquivariantNetwork(), train);
        Add(() => new PlainNetwork(), train);
    }

    /// <summary>The results, a row for each network.</summary>
    public Table Table()
    {
        Table table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("network");
        foreach (string heading in (string[])["weights", "MSE, new", "MSE, moved", "equivariance error"])
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach ((InertiaNetwork network, Examination result) in _rows)
        {
            (string fresh, string moved) = (Text(result.Fresh, "0.0000"), Text(result.Moved, "0.0000"));
            table.AddRow(network.Title, Text(network.ParameterCount, "0"), fresh, moved, Text(result.Equivariance, "0E-0"));
        }
        return table;
    }

    private void Add(Func<InertiaNetwork> make, Action<Trainer> train)
    {
        Trainer trainer = new(make, options);
        train(trainer);
        TorchSharp.torch.manual_seed(options.Seed + 1L);
        _rows.Add((trainer.Network, Examination.Of(trainer.Network)));
    }

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
