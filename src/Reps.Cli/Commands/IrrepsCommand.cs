using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps irreps "8x0e + 4x1o"</c>: what a signature means.</summary>
internal sealed class IrrepsCommand : IReportCommand
{
    private readonly Argument<string> _text = new("signature") { Description = "For example \"8x0e + 16x1o\" or \"SU(2): 2x1/2\"." };

    public string Name => "irreps";

    public string Description => "Dimension, simplified and sorted forms, and layout of a representation";

    public void Declare(Command command) => command.Add(_text);

    public Report Run(ParseResult parsed)
    {
        Irreps irreps = Signatures.Parse(parsed.GetValue(_text)!, "signature");
        string canonical = Print(irreps);
        string simplified = Print(irreps.Simplify());
        string sorted = Print(irreps.Sort().Sorted);
        JsonObject json = new()
        {
            ["canonical"] = canonical,
            ["simplified"] = simplified,
            ["sorted"] = sorted,
            ["dim"] = irreps.Dim,
            ["segments"] = Json.Array(
                irreps.Select(
                    (entry, n) =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["irrep"] = entry.Irrep.ToString(),
                                ["multiplicity"] = entry.Mul,
                                ["dim"] = entry.Irrep.Dim,
                                ["offset"] = irreps.Offsets[n],
                                ["length"] = entry.Dim,
                            }
                )
            ),
        };
        return new Report(json, console => Render(console, irreps, canonical, simplified, sorted));
    }

    private static void Render(IAnsiConsole console, Irreps irreps, string canonical, string simplified, string sorted)
    {
        console.Title(canonical);
        Table table = Tables.Create("segment", "irrep", "multiplicity", "irrep dim", "offset", "length");
        for (int n = 0; n < irreps.Count; n++)
            table.Row(
                Tables.Number(n),
                irreps[n].Irrep.ToString(),
                Tables.Number(irreps[n].Mul),
                Tables.Number(irreps[n].Irrep.Dim),
                Tables.Number(irreps.Offsets[n]),
                Tables.Number(irreps[n].Dim)
            );
        console.Write(table);
        console.WriteLine($"dimension   {irreps.Dim}");
        console.WriteLine($"simplified  {simplified}");
        console.WriteLine($"sorted      {sorted}");
    }

    // O(3) is the default group, so its lists are printed as everybody writes them.
    private static string Print(Irreps irreps) => irreps.Group == Group.O3 ? irreps.ToString() : $"{irreps.Group.Name()}: {irreps}";
}
