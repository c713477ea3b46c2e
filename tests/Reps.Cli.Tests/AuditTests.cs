using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Cli;

/// <summary><c>reps audit</c> on projects that are made for the test.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Mistakes =
        """
        using Reps;
        namespace Demo;
        [Rep("4x0e + 2x1p")] public readonly partial struct Wrong;
        [Rep("4x0e")] public readonly partial struct A;
        [Rep("4x0e + 2x1o")] public readonly partial struct B;
        [Linear<A, B>] public sealed partial class Loud;
        #pragma warning disable REPS2002
        [Linear<A, B>] public sealed partial class Silent;
        #pragma warning restore REPS2002
        [System.Diagnostics.CodeAnalysis.SuppressMessage("Reps", "REPS2002", Justification = "filled later")]
        [Linear<A, B>] public sealed partial class Justified;
        public static class Trusted { [AssumeEquivariant("a table of invariants")] public static int Count() => 3; }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("reps-audit-").FullName;

    [Fact]
    public void FindingsAreListedWithTheirPlaces()
    {
        Project(Mistakes);
        (int code, string output, string error) = Cli.Run("audit", _folder);
        Assert.Equal("", error);
        Assert.Equal(1, code);
        Assert.Equal(
            """
            Model.cs(3,17): error REPS1004: Found 'p' after a degree; expected the parity e (even), o (odd) or y (natural).
            Model.cs(6,12): warning REPS2002: Segment 1 (2x1o) of 'B' is always zero: 'A' holds 0e
            silenced:
              Model.cs(8,12): REPS2002: no reason is given
              Model.cs(11,12): REPS2002: filled later
            assumed:
              Model.cs(12,32): AssumeEquivariant: a table of invariants
            1 project, 2 findings, 2 silenced, 1 assumed.

            """,
            output);
        Assert.Equal(0, Cli.Run("audit", Path.Combine(_folder, "Model.csproj"), "--fail-on", "never").Code);
        string sarif = Path.Combine(_folder, "log.sarif");
        JsonElement json = JsonDocument.Parse(Cli.Run("audit", _folder, "--json", "--sarif", sarif).Output).RootElement;
        Assert.Equal(["REPS1004", "REPS2002", "REPS2002", "REPS2002"], json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("id").GetString()));
        Assert.Equal("a table of invariants", Assert.Single(json.GetProperty("assumptions").EnumerateArray()).GetProperty("reason").GetString());
        JsonElement run = JsonDocument.Parse(File.ReadAllText(sarif)).RootElement.GetProperty("runs")[0];
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.Equal(4, results.Length);
        Assert.All(results, result => Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        JsonElement place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("Model.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal((3, 17), (place.GetProperty("region").GetProperty("startLine").GetInt32(), place.GetProperty("region").GetProperty("startColumn").GetInt32()));
        Assert.Equal("filled later", results[3].GetProperty("suppressions")[0].GetProperty("justification").GetString());
    }

    [Fact]
    public void AProjectWithoutMistakesPasses()
    {
        Project("""using Reps; [Rep("4x0e")] public readonly partial struct A; [Linear<A, A>] public sealed partial class Mix;""");
        Assert.Equal("1 project, 0 findings, 0 silenced, 0 assumed.\n", Cli.Text("audit", _folder));
    }

    [Fact]
    public void WhereTheCompilerHasErrorsTheAuditSaysSo()
    {
        Project("class A { int x = y; }");
        (int code, string output, _) = Cli.Run("audit", _folder);
        Assert.Equal(1, code);
        Assert.Contains("The compiler has 1 error, so findings may be missing. The first, in Model: The name 'y' does not exist", output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoProjectIsNamed()
    {
        Assert.Equal("There is no file or folder 'nowhere'.", Cli.Error(1, "audit", "nowhere"));
        Assert.EndsWith("has no C# project and no solution.", Cli.Error(1, "audit", _folder), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "");
        Assert.EndsWith("is neither a C# project (.csproj) nor a solution (.sln, .slnx, .slnf).", Cli.Error(1, "audit", Path.Combine(_folder, "a.txt")), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "a.csproj"), "<Project");
        Assert.Contains("a.csproj cannot be opened as C#", Cli.Error(1, "audit", _folder), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "b.csproj"), "<Project");
        Assert.EndsWith("has a.csproj and b.csproj: name one.", Cli.Error(1, "audit", _folder), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Project(string code)
    {
        File.WriteAllText(
            Path.Combine(_folder, "Model.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(Irreps).Assembly.Location}" />
                <Analyzer Include="{Path.Combine(AppContext.BaseDirectory, "Reps.Generators.dll")}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(_folder, "Model.cs"), code);
        using Process restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", _folder]) { RedirectStandardOutput = true })!;
        string output = restore.StandardOutput.ReadToEnd();
        restore.WaitForExit();
        Assert.True(restore.ExitCode == 0, output);
    }
}
