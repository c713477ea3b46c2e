using System;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps sh 2 0.1,0.2,0.3</c>: the real spherical harmonics of a vector.</summary>
internal sealed class HarmonicsCommand : IReportCommand
{
    private readonly Argument<string> _degree = new("l") { Description = $"The degree, from 0 to {Budget.MaxDegree}." };
    private readonly Argument<string> _vector = new("vector") { Description = "x,y,z: three numbers separated by commas." };

    private readonly Option<string> _normalization = new("--normalization")
    {
        Description = "component (norm² = 2l+1), norm (norm 1) or integral (orthonormal on the sphere).",
        DefaultValueFactory = _ => "component",
    };

    private readonly Option<bool> _solid = new("--solid") { Description = "Do not divide the vector by its length: r^l Y^l." };

    public string Name => "sh";

    public string Description => "Real spherical harmonics in e3nn's basis";

    public void Declare(Command command)
    {
        command.Add(_degree);
        command.Add(_vector);
        _normalization.Choices("component", "norm", "integral");
        command.Add(_normalization);
        command.Add(_solid);
    }

    public Report Run(ParseResult parsed)
    {
        int l = Spins.ParseDegree(parsed.GetValue(_degree)!, "l");
        double[] vector = Vectors.Parse(parsed.GetValue(_vector)!, "vector");
        string normalization = parsed.GetValue(_normalization)!;
        bool normalize = !parsed.GetValue(_solid);
        double[] values = new double[2 * l + 1];
        Irreps output = new(Group.SO3, [new MulIrrep(1, Irrep.SO3(l))]);
        SphericalHarmonics.Create(output, Enum.Parse<HarmonicsNormalization>(normalization, ignoreCase: true), normalize).Forward<double>(vector, values);
        if (!values.All(double.IsFinite))
            throw new FormatException($"vector is {Quote.Text(parsed.GetValue(_vector)!)}: too long, its harmonics of degree {l} exceed the range of doubles; scale it down or drop --solid.");
        JsonObject json = new()
        {
            ["l"] = l,
            ["vector"] = Json.Array(vector),
            ["normalization"] = normalization,
            ["normalize"] = normalize,
            ["values"] = Json.Array(values),
        };
        return new Report(
            json,
            console =>
            {
                console.Title($"Y of degree {l}, {normalization}{(normalize ? "" : ", solid")}");
                Table table = Tables.Create("m", "value");
                for (int n = 0; n < values.Length; n++) table.Row(Tables.Number(n - l), Tables.Number(values[n]));
                console.Write(table);
            }
        );
    }
}
