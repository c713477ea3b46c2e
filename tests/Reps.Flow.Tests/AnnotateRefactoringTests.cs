using System.Threading.Tasks;
using Reps.Analyzers.CodeFixes.Flow;

namespace Reps.Tests;

/// <summary>Annotations with what is inferred, and none where places disagree or nothing is known.</summary>
public sealed class AnnotateRefactoringTests
{
    private const string Usings = "using Reps;\nusing Reps.Layers;\nusing TorchSharp;\nusing static TorchSharp.torch;\n";

    [Theory]
    // Results.
    [InlineData("static Tensor [|Lengths|]([Rep(\"4x1o\")] Tensor x) => x.unflatten(x.dim() - 1, 3, 4).norm(-2);", "[return: Rep(\"4x0e\")]\n    static")]
    [InlineData("static [|Tensor|] Turn([Rep(\"4x1o\")] Tensor x, bool b) { if (b) return x; return -x; }", "[return: Rep(\"4x1o\")]\n    static")]
    [InlineData("Tensor [|Twice|] => 2 * X;\n    [Rep(\"SO(3): 4x1\")] Tensor X { get; set; } = zeros(12);", "[Rep(\"SO(3): 4x1\")]\n    Tensor Twice")]
    // Parameters.
    [InlineData("static Tensor F(Tensor [|t|]) => t * 2;\n    static Tensor A([Rep(\"4x1o\")] Tensor x) => F(x);\n    static Tensor B([Rep(\"4x1o\")] Tensor y) => F(y + y);", "F([Rep(\"4x1o\")] Tensor t)")]
    [InlineData("static Tensor F([Nodes(0)] int n, [|Tensor|] t) => t * n;\n    static Tensor A([Rep(\"4x0o\")] Tensor x) => F(1, x);", "n, [Rep(\"4x0o\")] Tensor t)")]
    [InlineData("static Tensor A([Rep(\"4x1o\")] Tensor x) { return F(x); Tensor F(Tensor [|t|]) => t * 2; }", "F([Rep(\"4x1o\")] Tensor t)")]
    // Fields and properties.
    [InlineData("private Tensor [|_held|] = zeros(1);\n    void Set([Rep(\"4x1o\")] Tensor x) => _held = x;", "[Rep(\"4x1o\")]\n    private Tensor _held")]
    [InlineData("private [|Tensor|]? Held { get; set; }\n    void Set([Rep(\"4x1o\")] Tensor x) => Held = x.norm(-1, keepdim: true);", "[Rep(\"1x0e\")]\n    private Tensor? Held")]
    public async Task AnnotatesWithWhatIsInferred(string members, string expected)
    {
        (string text, string title) = (await FixDriver.Refactor(new AnnotateRefactoring(), Source(members)))!.Value;
        Assert.Contains(expected, text);
        Assert.StartsWith("Annotate ", title);
        Analysis analysis = Analysis.Run(text);
        Assert.Empty(analysis.Diagnostics);
        Assert.DoesNotContain(analysis.Problems, problem => problem.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("static Tensor F(Tensor [|t|]) => t * 2;\n    static Tensor A([Rep(\"4x1o\")] Tensor x) => F(x);\n    static Tensor B([Rep(\"4x1e\")] Tensor y) => F(y);")]
    [InlineData("static Tensor F(Tensor [|t|]) => t * 2;\n    static Tensor A([Rep(\"4x1o\")] Tensor x) => F(x);\n    static Tensor B(Tensor y) => F(y);")]
    [InlineData("static Tensor F(Tensor [|t|]) { t = t.norm(-1); return t; }\n    static Tensor A([Rep(\"4x1o\")] Tensor x) => F(x);")]
    [InlineData("static Tensor F(Tensor [|t|]) => t * 2;")]
    [InlineData("static Tensor [|F|]([Rep(\"4x1o\")] Tensor x, bool b) => b ? x : x.norm(-1);")]
    [InlineData("static Tensor F([Rep(\"4x1o\")] Tensor [|x|]) => x;")]
    [InlineData("static int [|F|]([Rep(\"4x1o\")] Tensor x) => 1;")]
    [InlineData("static Tensor F([Rep(\"4x1o\")] Tensor x) { Tensor [|y|] = x; return y; }")]
    [InlineData("static Tensor [|F|]([Rep(\"4x1o\")] Tensor x) => x.reshape(-1, 3, 4);")]
    public async Task IsSilentWhereNothingIsCertain(string members) => Assert.Null(await FixDriver.Refactor(new AnnotateRefactoring(), Source(members)));

    private static string Source(string members) => Usings + "public sealed class P\n{\n    " + members + "\n}\n";
}
