using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps product "2x0e + 1o" "1o"</c>: how a tensor product decomposes.</summary>
internal sealed class ProductCommand : IReportCommand
{
    private readonly Argument<string> _left = new("left") { Description = "The left signature." };
    private readonly Argument<string> _right = new("right") { Description = "The right signature, of the same group." };

    public string Name => "product";

    public string Description => "The decomposition of a tensor product, and its paths";

    public void Declare(Command command)
    {
        command.Add(_left);
        command.Add(_right);
    }

    public Report Run(ParseResult parsed)
    {
        Irreps left = Signatures.Parse(parsed.GetValue(_left)!, "left");
        Irreps right = Signatures.Parse(parsed.GetValue(_right)!, "right");
        if (left.Group != right.Group)
            throw new FormatException(
                $"right is a representation of {right.Group.Name()}, but left of {left.Group.Name()}; a product needs one group: write '{left.Group.Name()}: …' in both."
            );
        IReadOnlyList<MulIrrep> terms = TensorDecomposition.Decompose(left, right);
        List<Coupled> paths = [.. TensorDecomposition.Paths(left, right)];
        JsonObject json = new()
        {
            ["terms"] = Json.Array(
                terms.Select(t => (JsonNode)new JsonObject { ["irrep"] = t.Irrep.ToString(), ["multiplicity"] = t.Mul })
            ),
            ["paths"] = Json.Array(
                paths.Select(p =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["left"] = p.Left,
                            ["right"] = p.Right,
                            ["irrep"] = p.Irrep.ToString(),
                            ["multiplicity"] = (long)left[p.Left].Mul * right[p.Right].Mul,
                        }
                )
            ),
        };
        return new Report(json, console => Render(console, left, right, terms, paths));
    }

    private static void Render(IAnsiConsole console, Irreps left, Irreps right, IReadOnlyList<MulIrrep> terms, List<Coupled> paths)
    {
        console.Title($"({left}) ⊗ ({right})");
        Table table = Tables.Create("left", "right", "irrep", "channels");
        foreach (Coupled path in paths)
            table.Row(
                left[path.Left].ToString(),
                right[path.Right].ToString(),
                path.Irrep.ToString(),
                ((long)left[path.Left].Mul * right[path.Right].Mul).ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        console.Write(table);
        console.WriteLine("= " + string.Join(" + ", terms));
    }
}
