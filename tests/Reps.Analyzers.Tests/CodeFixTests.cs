using System.Threading.Tasks;

namespace Reps.Tests;

/// <summary>Code fixes, one at a time and all at once: they converge, and change nothing but their place.</summary>
public sealed class CodeFixTests
{
    [Theory]
    [InlineData("[Rep(\"0e\")] public readonly struct A;", "[Rep(\"0e\")] public readonly partial struct A;")]
    [InlineData("[Rep(\"0e\")] record struct A; // why", "[Rep(\"0e\")] partial record struct A; // why")]
    [InlineData("[Rep(\"0e\")]\r\n  public   struct\r\n  A;", "[Rep(\"0e\")]\r\n  public   partial struct\r\n  A;")]
    [InlineData("class O { interface I { [Rep(\"0e\")] struct A; } }", "partial class O { partial interface I { [Rep(\"0e\")] partial struct A; } }")]
    [InlineData(
        "record class O { [Rep(\"0e\")] struct A; [Rep(\"0e\")] partial struct B; [Linear<A, B>] class C; }",
        "partial record class O { [Rep(\"0e\")] partial struct A; [Rep(\"0e\")] partial struct B; [Linear<A, B>] partial class C; }"
    )]
    public async Task MakesPartial(string source, string expected) => await Check(source, expected);

    [Theory]
    [InlineData("\"o1\"", "\"1o\"")]
    [InlineData("\"8x0e + 4x1\"", "\"8x0e + 4x1o\"")]
    [InlineData("\"8X0e, 4×1o\"", "\"8x0e+ 4x1o\"")]
    [InlineData("\"SO3: 8x0e\"", "\"SO(3): 8x0\"")]
    [InlineData("\"Aut(peterson): V\"", "\"Aut(petersen): V\"")]
    [InlineData("\"8x\\u0030e+\\x006f1\"", "\"8x\\u0030e+1o\"")]
    [InlineData("@\"o1\"", "@\"1o\"")]
    [InlineData("\"\"\"o1\"\"\"", "\"\"\"1o\"\"\"")]
    [InlineData("\"\"\"\n    8x0\n    + o1\n    \"\"\"", "\"\"\"\n    8x0e\n    + 1o\n    \"\"\"")]
    [InlineData("\"\"\"\r\n\t8x0\r\n\r\n\t+ o1\r\n\t\"\"\"", "\"\"\"\r\n\t8x0e\r\n\r\n\t+ 1o\r\n\t\"\"\"")]
    [InlineData("signature: (\"o1\")", "signature: (\"1o\")")]
    [InlineData("Text", "Text")]
    [InlineData("\"o\" + \"1\"", "\"o\" + \"1\"")]
    public async Task WritesTheNearestSignature(string literal, string expected)
    {
        const string Constant = " static partial class Names { public const string Text = \"o1\"; }";
        await Check($"[Rep({literal})] partial struct A;{Constant}".Replace("(Text)", "(Names.Text)"), $"[Rep({expected})] partial struct A;{Constant}".Replace("(Text)", "(Names.Text)"));
    }

    [Theory]
    [InlineData("0x1o + 8x0e", "8x0e")]
    [InlineData("8x0e + 0x1o", "8x0e")]
    [InlineData("8x0e + 0x1o + 2e", "8x0e + 2e")]
    [InlineData("0x0e+0x1o+2e+0x1o+0x1e", "2e")]
    [InlineData("SO(3): 0x1 + 2", "SO(3): 2")]
    [InlineData("0x0e + 0x1o", "0x0e + 0x1o")]
    [InlineData("8x0e + 8x0e", "16x0e")]
    [InlineData("1o + 0e+0e+0e + 1e", "1o + 3x0e + 1e")]
    [InlineData("1o + 0x0e + 1o", "2x1o")]
    [InlineData("0e + 0e + 1o + 1o", "2x0e + 2x1o")]
    [InlineData("SU(2): 2x1/2 + 1/2", "SU(2): 3x1/2")]
    public async Task Simplifies(string signature, string expected) => await Check($"[Rep(\"{signature}\")] partial struct A;", $"[Rep(\"{expected}\")] partial struct A;");

    [Fact]
    public async Task SimplifiesAcrossRawLines() =>
        await Check(
            "[Rep(\"\"\"\n    8x0e + 0x1o\n    + 8x0e +\n    8x0e\n    \"\"\")] partial struct A;",
            "[Rep(\"\"\"\n    24x0e\n    \"\"\")] partial struct A;"
        );

    [Fact]
    public async Task OffersWhatItWrites()
    {
        (_, string[] titles) = await FixDriver.FixOneByOne("using Reps;\n[Rep(\"o1 + 0x2e + 3e + 3e\")] struct A;");
        Assert.Equal(["Write '1o'", "Remove the term without channels", "Write '2x3e' (weights of layers change their order)", "Make the type partial"], titles);
    }

    [Fact]
    public async Task FixesEverythingInADocument() =>
        await Check(
            "[Rep(\"o1\")] struct A; [Rep(\"o2\")] struct B; class O { [Rep(\"3\")] struct C; [Rep(\"0e+0e\")] struct D; }",
            "[Rep(\"1o\")] partial struct A; [Rep(\"2o\")] partial struct B; partial class O { [Rep(\"3o\")] partial struct C; [Rep(\"2x0e\")] partial struct D; }"
        );

    private static async Task Check(string source, string expected)
    {
        (string text, _) = await FixDriver.FixOneByOne("using Reps;\n" + source);
        Assert.Equal("using Reps;\n" + expected, text);
        Assert.Equal("using Reps;\n" + expected, await FixDriver.FixAll("using Reps;\n" + source));
    }
}
