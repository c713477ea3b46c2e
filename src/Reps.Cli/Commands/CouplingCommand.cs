using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using Reps.Algebra;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps cg 1 1 2</c> and <c>reps gaunt 1 1 2</c>: the tensors that couple two irreps into a third.</summary>
internal sealed class CouplingCommand(string name, string description) : IReportCommand
{
    private readonly Argument<string>[] _degrees = [Degree("l1"), Degree("l2"), Degree("l3")];

    private readonly Option<string> _basis = new("--basis")
    {
        Description = "real (e3nn's, Frobenius norm 1 for cg) or complex (Condon-Shortley; half-integers for cg).",
        DefaultValueFactory = _ => "real",
    };

    public string Name => name;

    public string Description => description;

    public void Declare(Command command)
    {
        foreach (Argument<string> degree in _degrees) command.Add(degree);
        _basis.Choices("real", "complex");
        command.Add(_basis);
    }

    public Report Run(ParseResult parsed)
    {
        string basis = parsed.GetValue(_basis)!;
        string[] texts = [.. _degrees.Select(d => parsed.GetValue(d)!)];
        bool halves = basis == "complex" && Name == "cg";
        int[] twice = [.. texts.Select((text, n) => halves ? Spins.ParseSpin(text, "l" + (n + 1), Budget.MaxDegree) : 2 * Spins.ParseDegree(text, "l" + (n + 1)))];
        CouplingSize.Check(Name, twice);
        List<(JsonArray Label, string[] Cells, Surd Value)> entries = basis == "real" ? Real(twice) : Complex(twice);
        JsonObject json = new()
        {
            ["l1"] = Json.Spin(twice[0]),
            ["l2"] = Json.Spin(twice[1]),
            ["l3"] = Json.Spin(twice[2]),
            ["basis"] = basis,
        };
        string label = basis == "real" ? "index" : "m";
        json["entries"] = Json.Array(
            entries.Select(e =>
            {
                JsonObject entry = new() { [label] = e.Label };
                foreach (KeyValuePair<string, JsonNode?> field in Json.Exact(e.Value)) entry[field.Key] = field.Value!.DeepClone();
                return (JsonNode)entry;
            })
        );
        return new Report(
            json,
            console =>
            {
                string[] columns = basis == "real" ? ["i", "j", "k"] : ["m1", "m2", "m3"];
                string title = $"{Name} {string.Join(" ", twice.Select(Spins.Print))}, {basis} basis";
                console.Title(entries.Count > 0 ? title : $"{title}: {Why(twice)}, so all coefficients are zero");
                if (entries.Count == 0) return;
                Table table = Tables.Create([.. columns, "exact", "value"]);
                foreach ((_, string[] cells, Surd value) in entries) table.Row([.. cells, value.ToString(), Tables.Number(value.ToDouble())]);
                console.Write(table);
            }
        );
    }

    private static Argument<string> Degree(string name) => new(name) { Description = $"A degree, from 0 to {Budget.MaxDegree}." };

    private static string Why(int[] twice)
    {
        bool triangle = twice[2] >= Math.Abs(twice[0] - twice[1]) && twice[2] <= twice[0] + twice[1] && twice.Sum() % 2 == 0;
        return triangle ? "l1 + l2 + l3 is odd" : "l3 is not in the product of l1 and l2";
    }

    private List<(JsonArray Label, string[] Cells, Surd Value)> Real(int[] twice)
    {
        (int l1, int l2, int l3) = (twice[0] / 2, twice[1] / 2, twice[2] / 2);
        SparseTensor tensor =
            Name == "cg" ? ClebschGordan.RealTensor(l1, l2, l3, CancellationToken.None) : Gaunt.RealTensor(l1, l2, l3, CancellationToken.None);
        return
        [
            .. Enumerable
                .Range(0, tensor.Count)
                .Select(n =>
                {
                    int[] index = [.. Enumerable.Range(0, 3).Select(axis => tensor.Index(n, axis))];
                    return (Json.Array(index), index.Select(Tables.Number).ToArray(), tensor.Value(n));
                }),
        ];
    }

    private List<(JsonArray Label, string[] Cells, Surd Value)> Complex(int[] twice)
    {
        List<(JsonArray Label, string[] Cells, Surd Value)> entries = [];
        for (int m1 = -twice[0]; m1 <= twice[0]; m1 += 2)
        for (int m2 = -twice[1]; m2 <= twice[1]; m2 += 2)
        {
            // Coefficients conserve m; the integral of three harmonics needs their m to add up to zero.
            int m3 = Name == "cg" ? m1 + m2 : -m1 - m2;
            if (Math.Abs(m3) > twice[2] || (twice[2] + m3) % 2 != 0) continue;
            Surd value =
                Name == "cg"
                    ? ClebschGordan.Complex(twice[0], m1, twice[1], m2, twice[2], m3)
                    : Gaunt.Complex(twice[0] / 2, m1 / 2, twice[1] / 2, m2 / 2, twice[2] / 2, m3 / 2);
            if (value.Sign == 0) continue;
            string[] cells = [Spins.Print(m1), Spins.Print(m2), Spins.Print(m3)];
            entries.Add((Json.Array(cells.Select(c => (JsonNode)JsonValue.Create(c)!)), cells, value));
        }
        return entries;
    }
}
