using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json.Nodes;
using Reps.Algebra;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps compose "O(3)" second first</c>: the product of two diagrams' matrices.</summary>
internal sealed class ComposeCommand : IReportCommand
{
    private readonly Argument<string> _group = new("group") { Description = "S(5), A(4), O(3), SO(3) or Sp(4)." };
    private readonly Argument<string> _second = new("second") { Description = "The diagram that acts last, such as \"E{o0,o1|i0,i1}\"." };
    private readonly Argument<string> _first = new("first") { Description = "The diagram that acts first; it has as many outputs as the second has inputs." };

    public string Name => "compose";

    public string Description => "The product of two diagrams, second after first, in the basis";

    public void Declare(Command command)
    {
        command.Add(_group);
        command.Add(_second);
        command.Add(_first);
    }

    public Report Run(ParseResult parsed)
    {
        TensorSpace space = Signatures.Space(parsed.GetValue(_group)!);
        if (space.Family is null) throw new System.FormatException($"group: diagrams are maps of S(n), A(n), O(n), SO(n) and Sp(n), and not of {space}.");
        Diagram second = Diagram.Parse(parsed.GetValue(_second)!), first = Diagram.Parse(parsed.GetValue(_first)!);
        if (space.IsOpen)
            throw new System.FormatException($"The product of diagrams has powers of n as factors: give n a number, as in {space.ToString().Replace("(n)", "(4)", System.StringComparison.Ordinal)}.");
        DiagramCategory category = space.Category(0);
        DiagramSum product = category.Compose(second, first);
        DiagramSum straight = category.Straighten(product);
        JsonObject json = new()
        {
            ["group"] = space.ToString(), ["second"] = second.ToString(), ["first"] = first.ToString(), ["product"] = Terms(product), ["basis"] = Terms(straight),
        };
        return new Report(
            json,
            console =>
            {
                console.Title($"{second} after {first}, {space}");
                console.WriteLine("= " + product);
                if (!straight.Equals(product)) console.WriteLine("= " + straight + "   (in the basis)");
            });
    }

    private static JsonArray Terms(DiagramSum sum) =>
        Json.Array(sum.Terms.Select(static term => (JsonNode)new JsonObject { ["coefficient"] = Coefficient(term.Coefficient), ["diagram"] = term.Diagram.ToString() }));

    // Numbers that a double cannot hold are texts.
    private static JsonNode Coefficient(BigInteger value) =>
        BigInteger.Abs(value) < BigInteger.One << 53 ? JsonValue.Create((long)value) : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));
}
