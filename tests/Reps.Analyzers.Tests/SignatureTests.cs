using System.Linq;
using Microsoft.CodeAnalysis;

namespace Reps.Tests;

/// <summary>Errors in the text of a representation, at the exact characters of the literal.</summary>
public sealed class SignatureTests
{
    [Theory]
    [InlineData("8x0e +{|REPS1001:+|} 1o", "")]
    [InlineData("8x0e + 1o {|REPS1001:+|}", null)]
    [InlineData("{|REPS1002:SO3|}: 1", "SO(3)")]
    [InlineData("{|REPS1002:U(1)|}: 1", null)]
    [InlineData("{|REPS1003:-2|}x1o", "2")]
    [InlineData("{|REPS1003:2x3|}x1o", "6")]
    [InlineData("8x0e + {|REPS1004:o1|}", "1o")]
    [InlineData("8x0e + {|REPS1004:spam|}", null)]
    [InlineData("8x0e + {|REPS1005:1|}", "1o")]
    [InlineData("SO(3): 1{|REPS1005:o|}", "")]
    [InlineData("{|REPS1006:1/2|}e", null)]
    [InlineData("{|REPS1007:101|}e", null)]
    [InlineData("{|REPS1008:1048577|}x0e", null)]
    [InlineData("8x0{|REPS1010:\u0435|}", "e")]
    [InlineData("0e {|REPS1010:,|} 1o", "+")]
    [InlineData("SU(2): {|REPS1011:4/2|}", "2")]
    public void ErrorIsAtItsCharacters(string signature, string? suggestion)
    {
        string source = Struct(signature);
        Marked.Check(source);
        Diagnostic diagnostic = Analysis.Run(Markup.Parse(source).Source).Diagnostics.Single();
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        if (suggestion is not null) Assert.Equal(suggestion, diagnostic.Properties["Suggestion"]);
    }

    [Fact]
    public void MessageIsTheParsers()
    {
        _ = Signature.TryParse("8x0e + o1", out _, out System.Collections.Generic.IReadOnlyList<SignatureError> errors);
        Assert.Equal([errors.Single().Message], Marked.Check(Struct("8x0e + {|REPS1004:o1|}")));
    }

    [Fact]
    public void EveryErrorOfATextIsReported() => Assert.Equal(3, Marked.Check(Struct("{|REPS1003:-1|}x0e + {|REPS1004:o1|} + 2{|REPS1004:z|}")).Length);

    [Theory]
    [InlineData("[Rep({|REPS1009:\"\"|})]")]
    [InlineData("[Rep({|REPS1009:(\"\")|})]")]
    [InlineData("[Rep(\"{|REPS1009:  |}\")]")]
    [InlineData("[Rep({|REPS1009:null!|})]")]
    public void EmptyTextIsReportedAsAWhole(string attribute) => Marked.Check($"using Reps;\n{attribute} public readonly partial struct A;");

    [Theory]
    [InlineData("[Rep(\"8x\\u0030e+{|REPS1004:\\x006f1|}\")]")]
    [InlineData("[Rep(@\"8x0e+{|REPS1004:o1|}\")]")]
    [InlineData("[Rep(\"\"\"8x0e+{|REPS1004:o1|}\"\"\")]")]
    [InlineData("[Rep(\"\"\"\n    8x0e\n    + {|REPS1004:o1|}\n    \"\"\")]")]
    [InlineData("[Rep(\"\"\"\r\n    8x0e\r\n    + {|REPS1004:o1|}\r\n    \"\"\")]")]
    [InlineData("[Rep(signature: \"8x0e+{|REPS1004:o1|}\")]")]
    [InlineData("[Rep((\"8x0e+{|REPS1004:o1|}\"))]")]
    [InlineData("[global::Reps.RepAttribute(\"8x0e+{|REPS1004:o1|}\")]")]
    [InlineData("[Rep({|REPS1004:\"8x0e+\" + \"o1\"|})]")]
    [InlineData("[Rep({|REPS1004:Text.Bad|})]")]
    [InlineData("[Rep({|REPS1004:$\"8x0e+{Text.Label}\"|})]")]
    [InlineData("[Rep({|REPS1004:nameof(Text.o1)|})]")]
    public void EveryFormOfTextIsUnderstood(string attribute) =>
        Marked.Check($"using Reps;\n{attribute} public readonly partial struct A;\nstatic class Text {{ public const string Bad = \"8x0e+o1\", Label = \"o1\", o1 = \"\"; }}");

    [Fact]
    public void SuggestionsAreMadeOnlyInsideLiterals()
    {
        Assert.Contains("Suggestion", Analysis.Run(Struct("8x0e + o1")).Diagnostics.Single().Properties.Keys);
        Assert.Empty(Analysis.Run("using Reps;\n[Rep(\"8x0e\" + \"+o1\")] public readonly partial struct A;").Diagnostics.Single().Properties);
    }

    [Theory]
    [InlineData("8x0e + {|REPS1013:0x1o|}")]
    [InlineData("8x0e+{|REPS1013:0x1o|}+0o")]
    [InlineData("O(3): {|REPS1013:0x1o|} + 1e")]
    [InlineData("{|REPS1013:0x1o|} + {|REPS1013:0x2e|}")]
    [InlineData("SU(2): {|REPS1013:0 x 1/2|} + 1")]
    public void ZeroMultiplicityIsReported(string signature) => Assert.All(Marked.Check(Struct(signature)), message => Assert.EndsWith("has no channels: remove it", message));

    [Theory]
    [InlineData("{|REPS1014:8x0e + 8x0e|}", "'8x0e + 8x0e' is the same representation as '16x0e'")]
    [InlineData("1o + {|REPS1014:0e+0e+0e|} + 1e", "'1x0e + 1x0e + 1x0e' is the same representation as '3x0e'")]
    [InlineData("{|REPS1014:0e+0e+0e+0e+0e|}", "'1x0e + 1x0e + 1x0e + 1x0e + ...' is the same representation as '5x0e'")]
    public void NeighboursAreReported(string signature, string message) => Assert.StartsWith(message, Assert.Single(Marked.Check(Struct(signature))));

    [Theory]
    [InlineData("8x0e")]
    [InlineData("O(3): 8x0e + 1o + 0e")]
    [InlineData(" SO(3) : 0 + 2 x 1 ")]
    [InlineData("SU(2): 2x1/2 + 1")]
    [InlineData("1048576x0e + 1048576x0e")]
    [InlineData("2y + 1y")]
    public void ValidTextIsNotReported(string signature) => Marked.Check(Struct(signature));

    [Fact]
    public void ErrorsAreReportedWhereTheAttributeStands() =>
        Marked.Check("using Reps;\npartial struct A { }", "using Reps;\n[Rep(\"{|REPS1004:o1|}\")] partial struct A;");

    [Theory]
    [InlineData("[Rep(1)]", "CS1503")]
    [InlineData("[Rep]", "CS7036")]
    [InlineData("[Rep(\"0e\", 1)]", "CS1729")]
    [InlineData("[Rep(Missing)]", "CS0103")]
    public void UnreadableArgumentsAreTheCompilersBusiness(string attribute, string error) =>
        Marked.CheckWithErrors([error], $"using Reps;\n{attribute} public readonly partial struct A;");

    [Fact]
    public void AttributesOfOthersAreNotOurs() =>
        Marked.Check("namespace Reps.Sub { class RepAttribute : System.Attribute { public RepAttribute(string s) { } } [Rep(\"oops\")] struct A; }");

    private static string Struct(string signature) => $"using Reps;\n[Rep(\"{signature}\")] public readonly partial struct A;";

    [Fact]
    public void AnnotationsOfParametersFieldsPropertiesAndResultsAreReadAsTypesAre() =>
        Marked.Check(
            """
            using Reps;
            public class Model
            {
                [Rep("2x1{|REPS1004:p|}")] public object? Field;

                [Rep("{|REPS1013:0x1o|} + 1o")] public object? Property { get; set; }

                [return: Rep("S(n): 2xV{|REPS1015:^x|}")]
                public object? Run([Rep("{|REPS1004:u|}")] object x, [Rep("1o")] object y) => x ?? y;
            }
            """
        );
}
