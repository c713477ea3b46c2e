using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Reps.Algebra;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps wigner3j|6j|9j …</c>: one symbol, exactly.</summary>
internal sealed class WignerSymbolCommand(string name, string description, string[] parameters) : IReportCommand
{
    private readonly Argument<string>[] _arguments = [.. parameters.Select(p => new Argument<string>(p))];

    public string Name => name;

    public string Description => description;

    public void Declare(Command command)
    {
        foreach (Argument<string> argument in _arguments) command.Add(argument);
    }

    public Report Run(ParseResult parsed)
    {
        int[] j = [.. _arguments.Select(a => Spins.Parse(parsed.GetValue(a)!, a.Name))];
        Surd value = j.Length switch
        {
            6 when Name == "wigner3j" => WignerSymbols.ThreeJ(j[0], j[1], j[2], j[3], j[4], j[5]),
            6 => WignerSymbols.SixJ(j[0], j[1], j[2], j[3], j[4], j[5]),
            _ => WignerSymbols.NineJ(j[0], j[1], j[2], j[3], j[4], j[5], j[6], j[7], j[8]),
        };
        JsonObject json = new() { ["symbol"] = Name, ["arguments"] = Json.Array(j.Select(v => (JsonNode)JsonValue.Create(Spins.Print(v))!)) };
        json["value"] = value.ToDouble();
        json["exact"] = value.ToString();
        return new Report(json, console => console.WriteLine($"{value} = {Tables.Number(value.ToDouble())}"));
    }
}
