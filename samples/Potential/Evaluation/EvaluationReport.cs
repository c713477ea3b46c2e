using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Potential.Evaluation;

/// <summary>Errors of files, in meV/atom and meV/Å.</summary>
public static class EvaluationReport
{
    /// <summary>One document: a list of files, each with its errors; null where a file has nothing to compare with.</summary>
    public static string Json(IReadOnlyList<(string File, ErrorTable Errors)> tables)
    {
        JsonNode[] files =
        [
            .. tables.Select(table => new JsonObject
            {
                ["file"] = table.File,
                ["structures"] = table.Errors.Structures,
                ["energy_meV_per_atom"] = Node(table.Errors.Energy),
                ["forces_meV_per_A"] = Node(table.Errors.Force),
                ["elements"] = new JsonObject([.. table.Errors.Elements.Select(entry => KeyValuePair.Create(entry.Element, Node(entry.Force)))]),
            }),
        ];
        return new JsonObject { ["files"] = new JsonArray(files) }.ToJsonString();
    }

    /// <summary>A table for people: a row for each file, and below it one for each element.</summary>
    public static void Render(IAnsiConsole console, IReadOnlyList<(string File, ErrorTable Errors)> tables)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("file"));
        foreach (string title in new[] { "structures", "energy MAE", "energy RMSE", "force MAE", "force RMSE" }) table.AddColumn(new TableColumn(title).RightAligned());
        foreach ((string file, ErrorTable errors) in tables)
        {
            Row(table, file, errors.Structures.ToString(CultureInfo.InvariantCulture), errors.Energy, errors.Force);
            foreach ((string element, ErrorSum force) in errors.Elements) Row(table, "  " + element, "", new ErrorSum(), force);
        }
        console.Write(table);
        console.WriteLine("Energies in meV/atom, components of forces in meV/Å.");
    }

    private static void Row(Table table, string name, string structures, ErrorSum energy, ErrorSum force) =>
        table.AddRow(Markup.Escape(name), structures, Text(energy, energy.MeanAbsolute), Text(energy, energy.RootMeanSquare), Text(force, force.MeanAbsolute), Text(force, force.RootMeanSquare));

    private static string Text(ErrorSum sum, double value) => sum.Count == 0 ? "" : (1000 * value).ToString("0.00", CultureInfo.InvariantCulture);

    private static JsonNode? Node(ErrorSum sum) =>
        sum.Count == 0 ? null : new JsonObject { ["count"] = sum.Count, ["mae"] = 1000 * sum.MeanAbsolute, ["rmse"] = 1000 * sum.RootMeanSquare };
}
