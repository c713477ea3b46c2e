using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reps.Tests;

/// <summary>The generated parts of types with unusual names, places and kinds compile without a warning.</summary>
public sealed class TypeTests
{
    [Fact]
    public void NamesMayBeKeywords()
    {
        IEnumerable<string> keywords = SyntaxFacts
            .GetKeywordKinds()
            .Concat(SyntaxFacts.GetContextualKeywordKinds())
            .Select(SyntaxFacts.GetText)
            .Where(SyntaxFacts.IsValidIdentifier)
            .Concat(["var", "extension", "dynamic", "nint", "notnull", "unmanaged", "nameof", "_"])
            .Distinct();
        Marked.Check(
            string.Concat(keywords.Select(k => $"namespace @{k} {{ namespace @{k} {{ [Reps.Rep(\"0e\")] public partial struct @{k}; }} }}\n"))
                + "namespace All {"
                + string.Concat(keywords.Select(k => $"[Reps.Rep(\"0e\")] public partial struct @{k};\n"))
                + "[Reps.Linear<@class, @record>] public partial class A; [Reps.SphericalHarmonics<@var>] public partial class B;"
                + "[Reps.TensorProduct<@nameof, @global, @event>(Reps.Mode.Uuu)] public partial class C; }"
        );
    }

    [Fact]
    public void NamesMayDifferInCaseOnly() =>
        Marked.Check(
            """
            using Reps;
            [Rep("0e")] public partial struct Hidden;
            [Rep("1o")] public partial struct HIDDEN;
            [Rep("2e")] public partial struct hidden;
            [Linear<Hidden, Hidden>] public partial class Layer;
            [Linear<HIDDEN, HIDDEN>] public partial class layer;
            namespace demo { [Rep("0e")] public partial struct Hidden; }
            namespace Demo { [Rep("0e")] public partial struct Hidden; }
            """
        );

    [Fact]
    public void NamesMayBeInAnyAlphabet() =>
        Marked.Check(
            """
            using Reps;
            namespace Größe.層;
            [Rep("0e")] public partial struct Ω;
            [Rep("0e")] public partial struct Ä;
            [Rep("0e")] public partial struct A\u0308;
            [Rep("0e")] public partial struct \u0062c;
            [Rep("0e")] public partial struct 素粒子_1;
            [Linear<Ω, 素粒子_1>] public partial class Ζ;
            """
        );

    [Fact]
    public void NamesMayBeLong()
    {
        string name = new('N', 400);
        Marked.Check($"using Reps; namespace {name}.{name}; [Rep(\"0e\")] public partial struct {name}a; [Rep(\"0e\")] public partial struct {name}b;");
    }

    [Fact]
    public void NamesMayHideThoseThatGeneratedCodeUses() =>
        Marked.Check(
            """
            namespace Demo.System
            {
                public class Span; public class ReadOnlySpan; public class Range; public class Object; public class InvalidOperationException;
                public static partial class Reps
                {
                    [global::Reps.Rep("0e + 1o")] public partial struct RepArray;
                    [global::Reps.Linear<RepArray, RepArray>] public partial class MemoryMarshal;
                    [global::Reps.TensorProduct<RepArray, RepArray, RepArray>(global::Reps.Mode.Uuu)] public partial class Linear;
                    [global::Reps.SphericalHarmonics<RepArray>] public partial class SpanGuard;
                }
            }
            """
        );

    [Fact]
    public void TypesMayBeNestedAndHidden() =>
        Marked.Check(
            """
            using Reps;
            public partial class Outer
            {
                [Rep("0e + 1o")] private partial struct Private;
                [Rep("0e + 1o")] protected partial struct Protected;
                [Rep("0e + 1o")] protected internal partial struct ProtectedInternal;
                [Rep("0e + 1o")] private protected partial struct PrivateProtected;
                [Rep("0e + 1o")] internal partial struct Internal;
                [Rep("0e + 1o")] public partial struct Public;
                private partial class Inner { [Rep("0e + 1o")] public partial struct Deep; [Linear<Deep, Private>] public partial class L0; }
                [Linear<Private, Public>] public partial class L1;
                [Linear<Public, Protected>] public partial class L2;
                [Linear<ProtectedInternal, ProtectedInternal>] public partial class L3;
                [Linear<PrivateProtected, Internal>] protected partial class L4;
                [TensorProduct<Internal, Public, Private>(Mode.Uuu)] internal partial class L5;
                [SphericalHarmonics<Private>] private partial class L6;
                [Linear<Inner.Deep, Public>] public partial class L7;
            }
            [Rep("0e + 1o")] internal partial struct Internal;
            [Linear<Internal, Outer.Public>] public partial class L8;
            """
        );

    [Fact]
    public void AnyKindOfTypeMayContainAnother() =>
        Marked.Check(
            """
            using Reps;
            public partial interface I { public partial record R { public partial record struct S { [Rep("0e")] public partial struct A; } } }
            public static partial class C { public readonly ref partial struct F { public abstract partial record D { [Rep("0e")] internal readonly partial struct A; } } }
            [Rep("0e")] public partial struct Holder { [Rep("1o")] public partial struct A; [Linear<Holder, Holder>] public partial class B; }
            """
        );

    [Theory]
    [InlineData("[Rep(\"0e\")] public readonly partial record struct A(int X, string Y);")]
    [InlineData("[Rep(\"0e\")] public partial struct A(int x) { public int X => x; }")]
    [InlineData("[Rep(\"0e\")] public partial struct A : System.IEquatable<A> { public readonly bool Equals(A other) => true; }")]
    [InlineData("[Rep(\"0e\")] public readonly partial struct A : IRep<A>;")]
    [InlineData("[Rep(\"0e\")] partial struct A; partial struct A { } public partial struct A { public static int Own => Dim; }")]
    [InlineData("[Linear<R, R>] public sealed partial record A(int X);")]
    [InlineData("[Linear<R, R>] public partial class A(int x) : System.Exception { public int X => x; }")]
    [InlineData("[Linear<R, R>] public partial class A { public static int Forward() => 1; public int Backward(int x) => x; }")]
    [InlineData("[Linear<R, R>] public partial class A { static A() { } ~A() { } public int this[int n] => n; }")]
    [InlineData("public class Base { public const int WeightCount = 1; public static void Forward() { } } [Linear<R, R>] public partial class A : Base;")]
    [InlineData("[Linear<R, R>] public partial class Base; [Linear<R, R>] public partial class A : Base;")]
    [InlineData("#pragma warning disable CS0612, CS0618\n[System.Obsolete(\"no\")] [Rep(\"0e\")] public partial struct O; [Linear<O, O>] public partial class A;")]
    [InlineData("[System.Obsolete] [Linear<R, R>] public partial class A;")]
    public void TypesMayBeOfAnyKind(string source) => Marked.Check("using Reps; [Rep(\"0e\")] public readonly partial struct R;\n" + source);

    [Fact]
    public void AssemblyMayBeCompliant() =>
        Marked.Check(
            """
            using Reps;
            [assembly: System.CLSCompliant(true)]
            [Rep("0e + 1o")] public partial struct A;
            [TensorProduct<A, A, A>(Mode.Uuu)] public partial class B;
            """
        );

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void ProjectMayChooseItsLanguage(LanguageVersion version)
    {
        const string Source = "using Reps; [Rep(\"0e + 1o\")] partial struct A; [TensorProduct<A, A, A>(Mode.Uuu)] partial class B; [SphericalHarmonics<A>] partial class C;";
        CSharpParseOptions parse = Compile.Parse.WithLanguageVersion(version);
        CSharpCompilation compilation = Compile.Create();
        compilation = compilation
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(Source, parse))
            .WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable).WithOverflowChecks(true));
        Analysis analysis = Analysis.Run(compilation, parse);
        analysis.AssertCompiles();
        Assert.Empty(analysis.Diagnostics);
    }

    // Whatever the generated part declares, a user's member of that name is reported, or it does no harm.
    [Theory]
    [InlineData("[Rep(\"0e + 1o + 0e\")] public partial struct A", "")]
    [InlineData("[Linear<R, R>] public partial class A", "")]
    [InlineData("[TensorProduct<R, R, R>(Mode.Uvu)] public partial class A", "")]
    [InlineData("[SphericalHarmonics<R>] public partial class A", "")]
    [InlineData("[SymmetricContraction<R, R>(Correlation = 2)] public partial class A", "")]
    public void EveryGeneratedNameIsProtected(string declaration, string body)
    {
        string model = "using Reps; [Rep(\"0e + 1o + 2e\")] public readonly partial struct R;\n" + declaration;
        HashSet<string> names = [.. Analysis.Run(model + ";" + body).Compilation.GetTypeByMetadataName("A")!.GetMembers().Where(m => m.CanBeReferencedByName).Select(m => m.Name)];
        Assert.InRange(names.Count, 4, 40);
        foreach (string name in names)
        {
            Analysis analysis = Analysis.Run(model + $" {{ public const int {name} = 1; }}");
            Assert.True(
                analysis.Diagnostics.Any(d => d.Id == "REPS1106") || !analysis.Problems.Any(d => d.Severity == DiagnosticSeverity.Error),
                $"{name} is not protected"
            );
        }
    }

    [Theory]
    [InlineData("public static void {|REPS1106:Forward|}(System.ReadOnlySpan<float> input, System.ReadOnlySpan<float> weights, System.Span<float> output) { }")]
    [InlineData("public void {|REPS1106:Forward|}(RepArray<R, double> input, System.ReadOnlySpan<double> weights) { }")]
    [InlineData("int {|REPS1106:Backward|} => 1;")]
    [InlineData("class {|REPS1106:Kernels|};")]
    public void OverloadsOfTheLayerAreProtected(string member) =>
        Marked.CheckExceptWarnings($"using Reps; [Rep(\"0e\")] public readonly partial struct R;\n[Linear<R, R>] public partial class A {{ {member} }}");
}
