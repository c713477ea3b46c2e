using System;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps wigner-d 2 --euler 0.1,0.2,0.3</c>: how a rotation acts on an irrep.</summary>
internal sealed class WignerDCommand : IReportCommand
{
    private readonly Argument<string> _degree = new("l") { Description = $"The degree, from 0 to {Budget.MaxDegree}." };

    private readonly Option<string> _euler = new("--euler")
    {
        Description = "The angles α,β,γ in radians of Ry(α) Rx(β) Ry(γ), as in e3nn.",
        Required = true,
    };

    public string Name => "wigner-d";

    public string Description => "The real Wigner D matrix of a rotation";

    public void Declare(Command command)
    {
        command.Add(_degree);
        command.Add(_euler);
    }

    public Report Run(ParseResult parsed)
    {
        int l = Spins.ParseDegree(parsed.GetValue(_degree)!, "l");
        double[] angles = Vectors.Parse(parsed.GetValue(_euler)!, "--euler");
        double[] matrix = WignerD.Matrix(l, Rotation.FromEuler(angles[0], angles[1], angles[2]));
        int dim = 2 * l + 1;
        JsonObject json = new()
        {
            ["l"] = l,
            ["euler"] = Json.Array(angles),
            ["matrix"] = Json.Array(Enumerable.Range(0, dim).Select(row => (JsonNode)Json.Array(matrix.Skip(row * dim).Take(dim)))),
        };
        return new Report(
            json,
            console =>
            {
                console.Title($"D of degree {l}");
                Table table = Tables.Create([.. Enumerable.Range(-l, dim).Select(Tables.Number)]);
                for (int row = 0; row < dim; row++)
                    table.Row([.. matrix.Skip(row * dim).Take(dim).Select(Fixed)]);
                console.Write(table);
            }
        );
    }

    // Adding zero takes the sign from a rounded minus zero.
    private static string Fixed(double value) => (Math.Round(value, 6) + 0.0).ToString("F6", CultureInfo.InvariantCulture);
}
