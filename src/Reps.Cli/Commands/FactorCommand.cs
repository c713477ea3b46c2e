using System.CommandLine;
using System.Text.Json.Nodes;
using Reps.Algebra;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps factor "D{o0,i2|o1|i0,i1}"</c>: a diagram as permutation, planar diagram, permutation.</summary>
internal sealed class FactorCommand : IReportCommand
{
    private readonly Argument<string> _diagram = new("diagram") { Description = "A diagram, such as \"D{o0,i2|o1|i0,i1}\"." };

    public string Name => "factor";

    public string Description => "A diagram as a permutation of the outputs, a planar diagram, and a permutation of the inputs";

    public void Declare(Command command) => command.Add(_diagram);

    public Report Run(ParseResult parsed)
    {
        Diagram diagram = Diagram.Parse(parsed.GetValue(_diagram)!);
        DiagramFactorization factors = DiagramFactorization.Of(diagram);
        JsonObject json = new()
        {
            ["diagram"] = diagram.ToString(),
            ["sign"] = factors.Sign,
            ["outputs"] = Json.Array(factors.OutputImages),
            ["planar"] = factors.Planar.ToString(),
            ["inputs"] = Json.Array(factors.InputImages),
        };
        return new Report(
            json,
            console =>
            {
                console.Title(diagram.ToString());
                console.WriteLine("sign     " + Tables.Number(factors.Sign));
                console.WriteLine("outputs  (" + string.Join(", ", factors.OutputImages) + ")");
                console.WriteLine("planar   " + factors.Planar);
                console.WriteLine("inputs   (" + string.Join(", ", factors.InputImages) + ")");
            });
    }
}
