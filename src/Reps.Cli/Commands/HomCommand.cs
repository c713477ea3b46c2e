using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
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

    private readonly Argument<string> _group = new("group")
    {
        Description = "S(n), S(5), A(4), O(3), SO(3), Sp(4), or the symmetries of a graph: Aut(petersen), Aut(0-1 1-2), C(5), D(5), B(3).",
    };

    private readonly Argument<int> _inputs = new("k") { Description = "The tensor power of the input." };
    private readonly Argument<int> _outputs = new("l") { Description = "The tensor power of the output." };
    private readonly Option<bool> _spanning = new("--spanning") { Description = "All diagrams, also where they are linearly dependent." };
    private readonly Option<string?> _svg = new("--svg") { Description = "Draw the diagrams into a file.", HelpName = "file" };

    public string Name => "hom";

    public string Description => "The linear equivariant maps from one tensor power to another, as diagrams or orbits";

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
        if (space.Graph is not null) return Orbits(space, k, l, parsed.GetValue(_svg));
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

    private static Report Orbits(TensorSpace space, int k, int l, string? svg)
    {
        if (svg is not null) throw new ArgumentException($"--svg draws diagrams, and the maps of {space} are orbits of lists of vertices: leave it out.");
        if (k is < 0 or > Diagram.MaxVertices || l is < 0 or > Diagram.MaxVertices)
            throw new ArgumentException(FormattableString.Invariant($"k = {k} and l = {l}: tensor powers are 0 or more, and at most {Diagram.MaxVertices} each."));
        TensorPowers Power(int power) => new(EquatableArray<TensorSpace>.Of(space), EquatableArray<TensorPower>.Of(new TensorPower(1, EquatableArray<int>.Of(power))));
        ListOrbit[] orbits = [.. DiagramPlan.Create(Power(k), Power(l)).Paths.Select(static path => path.Orbit!)];
        BigInteger order = space.Graph!.Automorphisms().Order;
        JsonObject json = new()
        {
            ["group"] = space.ToString(),
            ["order"] = order.ToString(CultureInfo.InvariantCulture),
            ["k"] = k,
            ["l"] = l,
            ["spanning"] = orbits.Length,
            ["dimension"] = orbits.Length,
            ["orbits"] = Json.Array(orbits.Select(Node)),
        };
        return new Report(json, console => Render(console, space, k, l, order, orbits));
    }

    private static JsonNode Node(ListOrbit orbit) =>
        new JsonObject { ["outputs"] = Json.Array(orbit.Outputs), ["inputs"] = Json.Array(orbit.Inputs), ["size"] = orbit.Size };

    private static void Render(IAnsiConsole console, TensorSpace space, int k, int l, BigInteger order, ListOrbit[] orbits)
    {
        console.Title(FormattableString.Invariant($"Hom of {space} from V^{k} to V^{l}: dimension {orbits.Length}"));
        string orbitsOf = FormattableString.Invariant($"The {orbits.Length} orbits of {order} symmetries are a basis");
        console.WriteLine(orbitsOf + "; for each its smallest pair and the number of pairs:");
        foreach (ListOrbit orbit in orbits) console.WriteLine(FormattableString.Invariant($"  {orbit,-16} {orbit.Size,10}"));
        console.WriteLine("Vertices of outputs, then of inputs.");
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
