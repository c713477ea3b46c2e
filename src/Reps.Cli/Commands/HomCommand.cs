using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Reps.Algebra;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps hom "O(3)" 2 2</c>: the linear equivariant maps between tensor powers.</summary>
internal sealed class HomCommand : IReportCommand
{
    // More lines than anybody reads, and files that no program shows.
    private const int MostListed = 20_000;
    private const int MostDrawn = 1_000;

    private readonly Argument<string> _group = new("group") { Description = "S(n), S(5), A(4), O(3), SO(3) or Sp(4)." };
    private readonly Argument<int> _inputs = new("k") { Description = "The tensor power of the input." };
    private readonly Argument<int> _outputs = new("l") { Description = "The tensor power of the output." };
    private readonly Option<bool> _spanning = new("--spanning") { Description = "All diagrams, also where they are linearly dependent." };
    private readonly Option<string?> _svg = new("--svg") { Description = "Draw the diagrams into a file.", HelpName = "file" };

    public string Name => "hom";

    public string Description => "The linear equivariant maps from one tensor power to another, as diagrams";

    public void Declare(Command command)
    {
        command.Add(_group);
        command.Add(_inputs);
        command.Add(_outputs);
        command.Add(_spanning);
        command.Add(_svg);
    }

    public Report Run(ParseResult parsed)
    {
        TensorSpace space = Signatures.Space(parsed.GetValue(_group)!);
        (int k, int l) = (parsed.GetValue(_inputs), parsed.GetValue(_outputs));
        HomSpace hom = space.Category(Math.Clamp(k, 0, Diagram.MaxVertices) + Math.Clamp(l, 0, Diagram.MaxVertices)).Hom(k, l);
        bool spanning = parsed.GetValue(_spanning);
        string? svg = parsed.GetValue(_svg);
        long count = spanning ? hom.SpanningCount : hom.Dimension;
        int most = svg is null ? MostListed : MostDrawn;
        if (count > most)
            throw new ArgumentException(
                FormattableString.Invariant($"{space}, k = {k}, l = {l} has {count} diagrams ({hom.SpanningCount} that span, dimension {hom.Dimension}); at most {most} are listed: take smaller powers."));
        EquatableArray<Diagram> diagrams = spanning ? hom.Spanning() : hom.Basis();
        if (svg is not null) File.WriteAllText(svg, DiagramDrawing.Svg(diagrams));
        JsonObject json = new()
        {
            ["group"] = space.ToString(),
            ["k"] = k,
            ["l"] = l,
            ["spanning"] = hom.SpanningCount,
            ["dimension"] = hom.Dimension,
            ["diagrams"] = Json.Array(diagrams.Select(static diagram => (JsonNode)JsonValue.Create(diagram.ToString()))),
        };
        return new Report(json, console => Render(console, space, hom, diagrams, spanning));
    }

    private static void Render(IAnsiConsole console, TensorSpace space, HomSpace hom, EquatableArray<Diagram> diagrams, bool spanning)
    {
        string open = space.IsOpen ? FormattableString.Invariant($" for every n from {hom.Category.N} on") : "";
        console.Title(FormattableString.Invariant($"Hom of {space} from V^{hom.Inputs} to V^{hom.Outputs}: dimension {hom.Dimension}{open}"));
        console.WriteLine(
            hom.IsIndependent
                ? FormattableString.Invariant($"The {hom.SpanningCount} diagrams are a basis:")
                : FormattableString.Invariant(
                    $"{hom.SpanningCount} diagrams span it, {hom.SpanningCount - hom.Dimension} more than a basis has. {(spanning ? "All of them:" : "Those of a basis:")}"));
        foreach (Diagram diagram in diagrams) console.WriteLine("  " + diagram.ToString());
        if (diagrams.Count == 0) console.WriteLine("  none: only the zero map commutes with the group");
        if (diagrams.Count > 0) console.WriteLine("o: outputs, i: inputs; what is between bars is one block.");
    }
}
