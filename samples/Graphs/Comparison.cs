using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace Graphs;

/// <summary>Networks of three orders, trained alike and examined on the same graphs.</summary>
public sealed class Comparison(TrainingOptions options)
{
    // Rounding makes relative differences of 1e-15, and weights that tell graphs apart of 1e-7 and more, since sums over all triples are large.
    private const double Difference = 1e-9;
    private const double Exact = 1e-3;
    private readonly List<(string Title, Examination Examination)> _rows = [];

    /// <summary>Nodes of the graphs of the examination: the largest of the training, and larger ones.</summary>
    public IReadOnlyList<int> Sizes { get; } = [options.LargestSize, 10, 20, 30];

    /// <summary>Whether order 3 counts to within a thousandth at every size and tells the pair apart, and the others do neither.</summary>
    public bool Holds =>
        _rows.Count == 3
        && Counts(_rows[0].Examination)
        && _rows[0].Examination.Distinction.Min() > Difference
        && _rows.Skip(1).All(row => !Counts(row.Examination) && row.Examination.Distinction.Max() < Difference);

    /// <summary>Trains and examines the networks.</summary>
    /// <param name="train">Runs a training.</param>
    public void Run(Action<Trainer> train)
    {
        ArgumentNullException.ThrowIfNull(train);
        Add<ThirdOrderNetwork>(train);
        Add<SecondOrderNetwork>(train);
        Add<DegreeNetwork>(train);
    }

    /// <summary>The results, a row for each network.</summary>
    public Table Table()
    {
        Table table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("network");
        foreach (string heading in (string[])[.. Sizes.Select(size => $"n = {size}"), "2 × C3", "C6", "differ"])
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach ((string title, Examination result) in _rows)
        {
            (double least, double most) = (result.Distinction.Min(), result.Distinction.Max());
            string distinction = most < Difference ? $"≤ {Small(most)}" : $"≥ {Small(least)}";
            table.AddRow([title, .. result.Errors.Select(Share), Count(result.TwoTriangles), Count(result.Hexagon), distinction]);
        }
        return table;
    }

    private void Add<T>(Action<Trainer> train)
        where T : GraphNetwork, new()
    {
        Trainer trainer = new(() => new T(), options);
        train(trainer);
        TorchSharp.torch.manual_seed(options.Seed + 1L);
        _rows.Add((trainer.Network.Title, Examination.Of((T)trainer.Network, Sizes)));
    }

    private static bool Counts(Examination examination) => examination.Errors.All(error => error < Exact);

    private static string Share(double share) => share < 1e-3 ? Small(share) : (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Small(double number) => number == 0 ? "0" : number.ToString("0E-0", CultureInfo.InvariantCulture);

    // No sign before a zero.
    private static string Count(double number) => (Math.Round(number, 3) + 0.0).ToString("0.000", CultureInfo.InvariantCulture);
}
