using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Reps.Algebra;

namespace Reps.Tests.Cli;

/// <summary>Diagrams on the command line.</summary>
public sealed class DiagramTests
{
    [Theory]
    [InlineData("O(3)", 2, 2, 3, 3)]
    [InlineData("SO(3)", 2, 3, 10, 6)]
    [InlineData("S(n)", 2, 2, 15, 15)]
    [InlineData("S(3)", 2, 2, 14, 14)]
    [InlineData("A(4)", 2, 2, 22, 22)]
    [InlineData("Sp(2)", 2, 2, 3, 2)]
    [InlineData("O(5)", 1, 2, 0, 0)]
    public void HomCountsAndLists(string group, int k, int l, int spanning, int dimension)
    {
        var json = Cli.Json("hom", group, $"{k}", $"{l}");
        Assert.Equal((group, k, l), (json.GetProperty("group").GetString(), json.GetProperty("k").GetInt32(), json.GetProperty("l").GetInt32()));
        Assert.Equal((spanning, dimension), (json.GetProperty("spanning").GetInt32(), json.GetProperty("dimension").GetInt32()));
        Assert.Equal(dimension, json.GetProperty("diagrams").EnumerateArray().Select(d => d.GetString()).Distinct().Count());
        Assert.Equal(spanning, Cli.Json("hom", group, $"{k}", $"{l}", "--spanning").GetProperty("diagrams").GetArrayLength());
    }

    [Fact]
    public void HomSaysWhatDependsOnWhat()
    {
        Assert.Contains("3 diagrams span it, 1 more than a basis has", Cli.Text("hom", "Sp(2)", "2", "2"), StringComparison.Ordinal);
        Assert.Contains("only the zero map", Cli.Text("hom", "O(3)", "1", "2"), StringComparison.Ordinal);
        Assert.Contains("for every n from 4 on", Cli.Text("hom", "S(n)", "2", "2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Aut(petersen)", 1, 1, 3, "120")]
    [InlineData("Aut(petersen)", 2, 2, 107, "120")]
    [InlineData("Aut(0-1 1-2)", 2, 2, 41, "2")]
    [InlineData("D(5)", 1, 2, 13, "10")]
    [InlineData("B(3)", 3, 0, 11, "48")]
    [InlineData("C(4)", 0, 0, 1, "4")]
    public void OrbitsAreCountedAndListed(string group, int k, int l, int dimension, string order)
    {
        var json = Cli.Json("hom", group, $"{k}", $"{l}");
        Assert.Equal((group, order), (json.GetProperty("group").GetString(), json.GetProperty("order").GetString()));
        Assert.Equal((k, l, dimension, dimension), (json.GetProperty("k").GetInt32(), json.GetProperty("l").GetInt32(), json.GetProperty("spanning").GetInt32(), json.GetProperty("dimension").GetInt32()));
        var orbits = json.GetProperty("orbits").EnumerateArray().ToArray();
        Assert.Equal(dimension, orbits.Length);
        Assert.All(orbits, orbit => Assert.Equal((l, k), (orbit.GetProperty("outputs").GetArrayLength(), orbit.GetProperty("inputs").GetArrayLength())));
        // The orbits are all pairs of lists.
        Assert.Equal(Math.Pow(TensorSpace.Parse(group).N, k + l), orbits.Sum(orbit => orbit.GetProperty("size").GetInt64()));
    }

    [Fact]
    public void OrbitsAreShownByTheirSmallestPairs()
    {
        string text = Cli.Text("hom", "Aut(petersen)", "1", "1");
        Assert.Contains("3 orbits of 120 symmetries are a basis", text, StringComparison.Ordinal);
        Assert.Matches(@"\(0\|1\) +30", text);
    }

    [Fact]
    public void DrawingsHaveAPictureOfEachDiagram()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        try
        {
            Cli.Text("hom", "A(4)", "2", "2", "--svg", file);
            XElement svg = XElement.Load(file);
            XNamespace name = svg.Name.Namespace;
            Assert.Equal(22, svg.Elements(name + "g").Count());
            // A vertex each, and a head for the jellyfish.
            Assert.Equal(22 * 4 + 7, svg.Descendants(name + "circle").Count());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void ProductsAreExact()
    {
        Assert.Equal(
            """{"group":"O(3)","second":"E{o0,o1|i0,i1}","first":"E{o0,o1|i0,i1}","product":[{"coefficient":3,"diagram":"E{o0,o1|i0,i1}"}],"basis":[{"coefficient":3,"diagram":"E{o0,o1|i0,i1}"}]}""",
            Cli.Json("compose", "O(3)", "E{o0,o1|i0,i1}", "E{o0,o1|i0,i1}").GetRawText());
        // The exchange of two factors is a combination of the others on a plane.
        Assert.Equal(2, Cli.Json("compose", "Sp(2)", "F{o0,i1|o1,i0}", "F{o0,i0|o1,i1}").GetProperty("basis").GetArrayLength());
        Assert.Contains("(in the basis)", Cli.Text("compose", "Sp(2)", "F{o0,i1|o1,i0}", "F{o0,i0|o1,i1}"), StringComparison.Ordinal);
    }

    [Fact]
    public void FactorsAreAPlanarDiagramAndPermutations()
    {
        var json = Cli.Json("factor", "D{o0,i2|o1|i0,i1}");
        Assert.Equal("D{o0|o1,i0|i1,i2}", json.GetProperty("planar").GetString());
        Assert.Equal([1, 0], json.GetProperty("outputs").EnumerateArray().Select(n => n.GetInt32()));
        Assert.Equal([2, 0, 1], json.GetProperty("inputs").EnumerateArray().Select(n => n.GetInt32()));
    }

    [Theory]
    [InlineData("symplectic groups act on even dimensions", "hom", "Sp(3)", "1", "1")]
    [InlineData("'T(3)' is not a group", "hom", "T(3)", "1", "1")]
    [InlineData("tensor powers are 0 or more", "hom", "O(3)", "-1", "2")]
    [InlineData("34459425 diagrams", "hom", "O(3)", "9", "9")]
    [InlineData("at most 20000 are listed", "hom", "S(n)", "5", "5")]
    [InlineData("is no diagram", "compose", "O(3)", "E{o0,o1|i0}", "E{}")]
    [InlineData("give n a number, as in S(4)", "compose", "S(n)", "D{o0,i0}", "D{o0,i0}")]
    [InlineData("is no diagram", "factor", "hello")]
    [InlineData("did you mean 'petersen'?", "hom", "Aut(peterson)", "1", "1")]
    [InlineData("100000000 pairs of lists", "hom", "Aut(petersen)", "4", "4")]
    [InlineData("tensor powers are 0 or more", "hom", "C(5)", "-1", "2")]
    [InlineData("--svg draws diagrams", "hom", "C(5)", "1", "1", "--svg", "file.svg")]
    [InlineData("and not of C(5)", "compose", "C(5)", "D{o0,i0}", "D{o0,i0}")]
    public void MistakesAreExplained(string words, params string[] args) => Assert.Contains(words, Cli.Error(1, args), StringComparison.Ordinal);
}
