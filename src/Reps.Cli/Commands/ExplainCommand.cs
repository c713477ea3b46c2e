using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Reps.Algebra;
using Reps.Cli.Explaining;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps explain "S(n): 16xV^2" --html page.html</c>: the page of a signature.</summary>
internal sealed class ExplainCommand : IReportCommand
{
    // More than a page can show.
    private const int MostMaps = 1_000;

    private readonly Argument<string> _input = new("signature") { Description = "For example \"8x0e + 16x1o\" or \"S(n): 16xV^2\"." };
    private readonly Argument<string?> _output = new("output")
    {
        Description = "Another one of the same group, to which the linear maps are shown; the signature itself if it is left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _html = new("--html") { Description = "Write the page into a file, with the diagrams drawn.", HelpName = "file" };

    public string Name => "explain";

    public string Description => "The layout of a representation, and the linear maps from it, as a page";

    public void Declare(Command command)
    {
        command.Add(_input);
        command.Add(_output);
        command.Add(_html);
    }

    public Report Run(ParseResult parsed)
    {
        string input = parsed.GetValue(_input)!;
        string output = parsed.GetValue(_output) ?? input;
        Page page = input.Contains('V', StringComparison.Ordinal) ? Powers(input, output) : Irreps(input, output);
        if (parsed.GetValue(_html) is string file) File.WriteAllText(file, HtmlPage.Write(page));
        return new Report(Describe(page), console => Render(console, page));
    }

    private static Page Powers(string input, string output)
    {
        (TensorPowers from, TensorPowers to) = (Signatures.Powers(input, "signature"), Signatures.Powers(output, "output"));
        DiagramPlan plan = DiagramPlan.Create(from, to);
        if (plan.Paths.Count + plan.Biases.Count > MostMaps)
            throw new ArgumentException($"From {from} to {to} there are {plan.Paths.Count} maps and {plan.Biases.Count} biases; a page shows at most {MostMaps}: take smaller powers.");
        return ExplainedPowers.Explain(plan);
    }

    private static Page Irreps(string input, string output)
    {
        (Irreps from, Irreps to) = (Signatures.Parse(input, "signature"), Signatures.Parse(output, "output"));
        if (from.Group != to.Group)
            throw new ArgumentException($"The signature is a representation of {from.Group.Name()} and the output of {to.Group.Name()}: a linear map needs one group.");
        return ExplainedIrreps.Explain(from, to);
    }

    private static JsonObject Describe(Page page) =>
        new()
        {
            ["signature"] = page.Title,
            ["sections"] = Json.Array(
                page.Sections.Select(section =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["heading"] = section.Heading,
                            ["text"] = section.Sentences,
                            ["rows"] = Json.Array(
                                section.Rows.Select(row =>
                                    (JsonNode)new JsonObject(section.Columns.Select((column, n) => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(column, row.Cells[n]))))),
                        })),
        };

    private static void Render(IAnsiConsole console, Page page)
    {
        console.Title(page.Title);
        foreach (PageSection section in page.Sections)
        {
            console.WriteLine();
            console.Title(section.Heading);
            console.WriteLine(section.Sentences);
            if (section.Rows.Count == 0) continue;
            Table table = Tables.Create([.. section.Columns]);
            foreach (TableColumn column in table.Columns) column.LeftAligned();
            foreach (PageRow row in section.Rows) table.Row([.. row.Cells]);
            console.Write(table);
        }
    }
}
