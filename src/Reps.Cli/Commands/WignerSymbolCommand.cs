using System;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Reps.Algebra;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps wigner3j|6j|9j …</c>: one symbol, exactly.</summary>
/// <param name="name">The command.</param>
/// <param name="description">One line of help.</param>
/// <param name="parameters">The arguments; those that start with m are projections.</param>
/// <param name="largest">The largest spin: larger ones would take more than seconds.</param>
internal sealed class WignerSymbolCommand(string name, string description, string[] parameters, int largest) : IReportCommand
{
    private readonly Argument<string>[] _arguments = [.. parameters.Select(p => new Argument<string>(p) { Description = Describe(p) })];

    public string Name => name;

    public string Description => description;

    public void Declare(Command command)
    {
        foreach (Argument<string> argument in _arguments) command.Add(argument);
    }

    public Report Run(ParseResult parsed)
    {
        string[] texts = [.. _arguments.Select(a => parsed.GetValue(a)!)];
        int[] j = [.. texts.Select((text, n) => IsProjection(n) ? Spins.Parse(text, parameters[n], largest) : Spins.ParseSpin(text, parameters[n], largest))];
        for (int n = 0; n < j.Length; n++)
            if (IsProjection(n) && (Math.Abs(j[n]) > j[n - 3] || (j[n] - j[n - 3]) % 2 != 0))
                throw new FormatException(
                    $"{parameters[n]} is {Quote.Text(texts[n])}; with {parameters[n - 3]} = {Spins.Print(j[n - 3])} it is one of -{Spins.Print(j[n - 3])}, …, {Spins.Print(j[n - 3])} in steps of 1."
                );
        Surd value = j.Length switch
        {
            6 when Name == "wigner3j" => WignerSymbols.ThreeJ(j[0], j[1], j[2], j[3], j[4], j[5]),
            6 => WignerSymbols.SixJ(j[0], j[1], j[2], j[3], j[4], j[5]),
            _ => WignerSymbols.NineJ(j[0], j[1], j[2], j[3], j[4], j[5], j[6], j[7], j[8]),
        };
        JsonObject json = new() { ["symbol"] = Name, ["arguments"] = Json.Array(j.Select(v => (JsonNode)JsonValue.Create(Spins.Print(v))!)) };
        json["value"] = value.ToDouble();
        json["exact"] = value.ToString();
        return new Report(json, console => console.WriteLine(Sentence(value)));
    }

    private static string Sentence(Surd value)
    {
        (string exact, string number) = (value.ToString(), Tables.Number(value.ToDouble()));
        if (exact == number) return exact;
        // Doubles print as short as they can; most exact values are no double.
        return Surd.FromRational(Rational.FromDouble(value.ToDouble())).Equals(value) ? $"{exact} = {number}" : $"{exact} ≈ {number}";
    }

    private static string Describe(string parameter) =>
        parameter[0] == 'm' ? $"The projection of j{parameter[1]}: from -j{parameter[1]} to j{parameter[1]} in steps of 1." : "A spin: 0, 1/2, 1, 3/2, …";

    private bool IsProjection(int n) => parameters[n][0] == 'm';
}
