using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Xml.Linq;

namespace Reps.Tests.Cli;

/// <summary><c>reps explain</c>.</summary>
public sealed class ExplainTests
{
    [Fact]
    public void TensorPowersAreExplainedWithEveryMap()
    {
        JsonElement page = Cli.Json("explain", "S(n): 4xV^2 + V", "S(n): 2xV");
        Assert.Equal("S(n): 4xV^2 + 1xV^1", page.GetProperty("signature").GetString());
        Assert.Equal(["[n, n, 4]", "[n, 1]"], Rows(page, 0).Select(row => row.GetProperty("shape").GetString()));
        Assert.StartsWith("7 diagrams, 44 weights", page.GetProperty("sections")[1].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            ("0→0 D{o0,i1|i0}", "y[a,v] += Σb w[16 + 2u + v] x0[b,a,u]"),
            Rows(page, 1).Select(row => (row.GetProperty("name").GetString(), row.GetProperty("what is added").GetString())));
        Assert.Equal("y[a,v] += b[0 + v]", Assert.Single(Rows(page, 2)).GetProperty("what is added").GetString());
        Assert.Contains("│ 0→0 D{o0|i0|i1} │", Cli.Text("explain", "S(n): 4xV^2 + V", "S(n): 2xV"), StringComparison.Ordinal);
    }

    [Fact]
    public void OrbitsAreExplainedByTheirSmallestPairs()
    {
        JsonElement page = Cli.Json("explain", "Aut(cycle(4)): V");
        Assert.Equal(["0→0 (0|0)", "0→0 (0|1)", "0→0 (0|2)"], Rows(page, 1).Select(row => row.GetProperty("name").GetString()));
    }

    [Fact]
    public void IrrepsAreExplainedWithTheirLayout()
    {
        JsonElement page = Cli.Json("explain", "8x0e + 2x0o + 4x1o", "3x1o + 0e");
        Assert.Equal(["0..8", "8..10", "10..22"], Rows(page, 0).Select(row => row.GetProperty("range").GetString()));
        Assert.Equal("pseudoscalars: they change sign under inversion", Rows(page, 0)[1].GetProperty("what it is").GetString());
        Assert.Equal(["8", "12"], Rows(page, 1).Select(row => row.GetProperty("weights").GetString()));
        Assert.Equal("SU(2): 2x1/2", Cli.Json("explain", "SU(2): 2x1/2").GetProperty("signature").GetString());
    }

    [Fact]
    public void ThePageHasADrawingOfEachDiagram()
    {
        using TemporaryFile file = new("");
        Cli.Text("explain", "O(3): V^2", "--html", file.Path);
        XElement page = XDocument.Parse(File.ReadAllText(file.Path).Replace("<meta charset=\"utf-8\">", "").Replace("<meta name=\"viewport\" content=\"width=device-width\">", "")).Root!;
        Assert.Equal("O(3): 1xV^2", page.Descendants("h1").Single().Value);
        // Three maps and one bias, each with its name.
        XElement[] figures = [.. page.Descendants().Where(element => element.Name.LocalName == "svg")];
        Assert.Equal(["E{o0,o1|i0,i1}", "E{o0,i0|o1,i1}", "E{o0,i1|o1,i0}", "E{o0,o1}"], figures.Select(figure => figure.Attribute("aria-label")!.Value));
        Assert.Equal([4, 4, 4, 2], figures.Select(figure => figure.Descendants().Count(element => element.Name.LocalName == "circle")));
    }

    [Fact]
    public void MistakesAreNamed()
    {
        Assert.Equal("signature: 'S(n): V^x' is no sum of tensor powers: at 7: Found the power '^x'; expected a number from 0 to 16, as in 16xV^2 (REPS1015).", Cli.Error(1, "explain", "S(n): V^x"));
        Assert.StartsWith("The input is a representation of O(3) and the output of S(3)", Cli.Error(1, "explain", "O(3): V", "S(3): V"), StringComparison.Ordinal);
        Assert.StartsWith("The signature is a representation of O(3) and the output of SO(3)", Cli.Error(1, "explain", "1o", "SO(3): 1"), StringComparison.Ordinal);
        Assert.Contains("a page shows at most 1000", Cli.Error(1, "explain", "S(n): V^3", "S(n): V^4 + V^4"), StringComparison.Ordinal);
        Assert.StartsWith("output: 'nothing' is not a representation", Cli.Error(1, "explain", "1o", "nothing"), StringComparison.Ordinal);
    }

    private static JsonElement[] Rows(JsonElement page, int section) => [.. page.GetProperty("sections")[section].GetProperty("rows").EnumerateArray()];
}
