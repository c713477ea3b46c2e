using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
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

    public string Name => "eval";

    public string Description => "Evaluate a tensor product described in JSON, in e3nn's component order";

    public void Declare(Command command) => command.Add(_file);

    public Report Run(ParseResult parsed)
    {
        string file = parsed.GetValue(_file)!;
        string text = file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
        TensorProductRequest request = TensorProductRequest.Parse(text, file);
        double[][] rows = request.Evaluate();
        string output = request.Product.Plan.Output.ToString();
        JsonObject json = new() { ["irreps_out"] = output, ["out"] = Json.Array(rows.Select(row => (JsonNode)Json.Array(row))) };
        return new Report(
            json,
            console =>
            {
                console.WriteLine(output);
                foreach (double[] row in rows) console.WriteLine(string.Join(" ", row.Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
            }
        );
    }
}
