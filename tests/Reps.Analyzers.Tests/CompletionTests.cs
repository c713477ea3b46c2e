using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reps.Tests;

/// <summary>Why a type cannot be completed. Everything the compiler accepts is either completed or reported.</summary>
public sealed class CompletionTests
{
    private const string Reps = """
        using Reps;
        [Rep("2x0e + 2x1o")] public readonly partial struct Hidden;

        """;

    [Theory]
    [InlineData("[Rep(\"0e\")] public struct {|REPS1101:A|};")]
    [InlineData("[Rep(\"0e\")]\npublic readonly record struct {|REPS1101:A|};")]
    [InlineData("[Linear<Hidden, Hidden>] public class {|REPS1101:A|} { }")]
    [InlineData("[Linear<Hidden, Hidden>] public sealed record {|REPS1101:A|};")]
    [InlineData("partial class Outer { [Rep(\"0e\")] struct {|REPS1101:A|} { } }")]
    public void TypeMustBePartial(string source) =>
        Assert.Equal(["'A' is completed by generated code: declare it partial"], Marked.Check(Reps + source));

    [Theory]
    [InlineData("class {|REPS1102:Outer|} { [Rep(\"0e\")] public partial struct A; }")]
    [InlineData("interface {|REPS1102:Outer|} { [Rep(\"0e\")] public partial struct A; [Rep(\"1o\")] public partial struct B; }")]
    [InlineData("partial class Top { record struct {|REPS1102:Outer|} { [Linear<Hidden, Hidden>] public partial class A; } }")]
    public void ContainerMustBePartial(string source) =>
        Assert.Equal(["'Outer' contains 'A', which is completed by generated code: declare it partial"], Marked.Check(Reps + source));

    [Fact]
    public void EveryContainerIsReportedOnce() =>
        Marked.Check(Reps + "class {|REPS1102:Top|} { class {|REPS1102:Outer|} { [Rep(\"0e\")] struct {|REPS1101:A|}; [Rep(\"0e\")] partial struct B; } }");

    [Fact]
    public void ContainerThatIsItselfCompletedIsReportedOnce() =>
        Marked.Check(Reps + "[Rep(\"0e\")] public struct {|REPS1101:Outer|} { [Rep(\"0e\")] public partial struct A; }");

    [Theory]
    [InlineData("[Rep(\"0e\")] public partial struct {|REPS1103:A|}<T>;", "it")]
    [InlineData("[Linear<Hidden, Hidden>] partial class {|REPS1103:A|}<T>;", "it")]
    [InlineData("partial class Outer<T> { [Rep(\"0e\")] partial struct {|REPS1103:A|}; }", "'Outer'")]
    public void TypeMayNotBeGeneric(string source, string culprit) =>
        Assert.Equal(
            [$"'A' cannot be completed because {culprit} has type parameters: a representation or a layer is one type"],
            Marked.Check(Reps + source)
        );

    [Theory]
    [InlineData("[Rep(\"0e\")] file partial struct {|REPS1104:A|};", "it")]
    [InlineData("file partial class Outer { [Linear<Hidden, Hidden>] public partial class {|REPS1104:A|}; }", "'Outer'")]
    public void TypeMayNotBeFileLocal(string source, string culprit) =>
        Assert.Equal([$"'A' cannot be completed because {culprit} is visible in its own file only: make it internal"], Marked.Check(Reps + source));

    [Theory]
    [InlineData("[Rep(\"0e\")] public ref partial struct {|REPS1105:A|};", "ref struct", "ref")]
    [InlineData("[Linear<Hidden, Hidden>] public static partial class {|REPS1105:A|};", "static class", "static")]
    public void KindMustBeSupported(string source, string kind, string modifier) =>
        Assert.Equal(
            [$"'A' is a {kind}: it cannot implement the interface of a representation or a layer, so remove '{modifier}'"],
            Marked.Check(Reps + source)
        );

    [Theory]
    [InlineData("[Rep(\"0e\")] public partial struct A { const int {|REPS1106:Dim|} = 3; }", "Dim")]
    [InlineData("[Rep(\"0e\")] public partial struct A { void {|REPS1106:Segments|}() { } }", "Segments")]
    [InlineData("[Rep(\"0e + 1o\")] public partial struct A { struct {|REPS1106:L1o|}; }", "L1o")]
    [InlineData("[Rep(\"0e + 1o + 0e\")] public partial struct A { static int {|REPS1106:L0e_2|} => 0; }", "L0e_2")]
    [InlineData("[Rep(\"0e\")] public readonly partial record struct A(int {|REPS1106:Dim|});", "Dim")]
    [InlineData("[Rep(\"0e\")] public partial struct A;\npartial struct A { int {|REPS1106:Signature|}; }", "Signature")]
    [InlineData("[Linear<Hidden, Hidden>] public partial class A { int {|REPS1106:WeightCount|} => 1; }", "WeightCount")]
    public void NameMayNotBeTaken(string source, string name) =>
        Assert.Equal([$"The generated part of 'A' declares '{name}': choose another name"], Marked.CheckExceptWarnings(Reps + source));

    [Fact]
    public void TypeMayNotHaveTheNameOfAMember() =>
        Assert.Equal(
            ["The generated part of 'Dim' declares 'Dim': choose another name"],
            Marked.Check("using Reps;\n[Rep(\"0e\")] public partial struct {|REPS1106:Dim|};")
        );

    [Fact]
    public void NameInAnotherFileIsReportedThere() =>
        Marked.Check(
            "using Reps;\n[Rep(\"0e\")] public partial struct A;",
            "public partial struct A { public static int {|REPS1106:Dim|} => 1; }"
        );

    [Fact]
    public void NameInAFileOfAnotherGeneratorIsReportedAtTheType()
    {
        CSharpCompilation compilation = Compile.Create("using Reps;\n[Rep(\"0e\")] public partial struct A;");
        compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("partial struct A { public const int Dim = 2; }", Compile.Parse, "Other/Other.Generator/A.g.cs"));
        Diagnostic diagnostic = Assert.Single(Analysis.Run(compilation).Diagnostics);
        Assert.Equal(("REPS1106", compilation.SyntaxTrees[0]), (diagnostic.Id, diagnostic.Location.SourceTree));
    }

    [Fact]
    public void OtherSegmentsLeaveNamesFree() => Marked.Check("using Reps;\n[Rep(\"0e\")] public partial struct A { public int L1o => 1; }");

    [Fact]
    public void ClassIsOneLayer() =>
        Assert.Equal(
            ["'A' has 2 layer attributes: keep one and declare another class for each of the others"],
            Marked.Check(Reps + "[Linear<Hidden, Hidden>] [{|REPS1108:TensorProduct<Hidden, Hidden, Hidden>(Mode.Uuu)|}] public partial class A;")
        );

    [Theory]
    [InlineData("[Rep(\"0e\")] public partial struct A;")]
    [InlineData("[Rep(\"0e\")] public partial record struct A(int X) { public int Y => X; }")]
    [InlineData("public static partial class Outer { public partial interface Inner { [Rep(\"0e\")] public partial struct A; } }")]
    [InlineData("[Linear<Hidden, Hidden>] public sealed partial record A;")]
    [InlineData("[Linear<Hidden, Hidden>] public abstract partial class A;")]
    [InlineData("public class Plain<T> { ref struct B; }")]
    public void CompletableTypesAreNotReported(string source) => Marked.Check(Reps + source);

    [Theory]
    [InlineData("[Rep(\"0e\")] public partial class A;")]
    [InlineData("[Rep(\"0e\")] public interface A;")]
    [InlineData("[Rep(\"0e\")] public enum A { }")]
    [InlineData("[Linear<Hidden, Hidden>] public struct A;")]
    public void WrongTargetsAreTheCompilersBusiness(string source) => Marked.CheckWithErrors(["CS0592"], Reps + source);

    [Fact]
    public void TwoAttributesOnTwoPartsAreTheCompilersBusiness() =>
        Marked.CheckWithErrors(["CS0579"], "using Reps;\n[Rep(\"0e\")] public partial struct A;\n[Rep(\"1o\")] public partial struct A;");

    // A development environment compiles a project against the compilation of another, generated members and all.
    [Fact]
    public void LayersOverAnotherProjectsTypesAreCompleted()
    {
        (Compilation library, _) = Analysis.Generate(Compile.Create("using Reps; namespace Lib; [Rep(\"2x0e + 2x1o\")] public readonly partial struct Hidden;"));
        CSharpCompilation user = Compile
            .Create("using Reps; using Lib; [Linear<Hidden, Hidden>] public sealed partial class Mix; static class Use { public const int Count = Mix.WeightCount; }")
            .WithAssemblyName("Other")
            .AddReferences(library.ToMetadataReference());
        Analysis analysis = Analysis.Run(user);
        analysis.AssertCompiles();
        Assert.Empty(analysis.Diagnostics);
    }
}
