using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Reps.Cli.Evaluation;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps eval PLAN.json</c>: reads a tensor product with its inputs, prints its outputs.</summary>
internal sealed class EvalCommand : IReportCommand
{
    private readonly Argument<string> _file = new("plan")
    {
        Description = "A JSON file with in1, in2, irreps_out, kind (FullyConnected, Full, Elementwise) or instructions, weight, x, y; - reads standard input.",
    };

    private readonly Option<int?> _case = new("--case")
    {
        Description = "Which of the \"cases\" of the file, from 0.",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return number;
            result.AddError($"--case is {Quote.Text(result.Tokens[0].Value)}; expected the number of a case, from 0");
            return null;
        },
    };

    public string Name => "eval";

    public string Description => "Evaluate a tensor product described in JSON, in e3nn's component order";

    public void Declare(Command command)
    {
        command.Add(_file);
        command.Add(_case);
    }

    public Report Run(ParseResult parsed)
    {
        string file = parsed.GetValue(_file)!;
        TensorProductRequest request = TensorProductRequest.Parse(InputFile.Read(file), file == "-" ? "standard input" : file, parsed.GetValue(_case));
        double[][] rows = request.Evaluate();
        if (!rows.All(row => row.All(double.IsFinite)))
            throw new FormatException($"{file}: the outputs exceed the range of doubles; scale x, y or the weights down.");
        Irreps output = request.Product.Plan.Output;
        JsonObject json = new() { ["irreps_out"] = output.ToString(), ["out"] = Json.Array(rows.Select(row => (JsonNode)Json.Array(row))) };
        return new Report(json, console => Render(console, output, rows));
    }

    private static void Render(IAnsiConsole console, Irreps output, double[][] rows)
    {
        console.Title($"{output}, {rows.Length} {(rows.Length == 1 ? "row" : "rows")}");
        // One line for each copy of an irrep: its components belong together, whatever basis they are in.
        string[][] cells = [.. rows.Select(row => row.Select(v => v.ToString("G10", CultureInfo.InvariantCulture)).ToArray())];
        int width = cells.SelectMany(row => row).Select(cell => cell.Length).DefaultIfEmpty().Max() + 1;
        Table table = Tables.Create("row", "irrep", "copy", "components");
        for (int row = 0; row < rows.Length; row++)
        {
            int at = 0;
            foreach (MulIrrep entry in output)
                for (int copy = 0; copy < entry.Mul; copy++, at += entry.Irrep.Dim)
                {
                    string components = string.Concat(cells[row].Skip(at).Take(entry.Irrep.Dim).Select(cell => cell.PadLeft(width)));
                    table.Row(Tables.Number(row), entry.Irrep.ToString(), Tables.Number(copy), components);
                }
        }
        console.Write(table);
    }
}
