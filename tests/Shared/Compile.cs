using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reps.Tests;

/// <summary>Compiles source texts against the reference pack of the test project and Reps.Runtime.</summary>
internal static class Compile
{
    public static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly Lazy<MetadataReference[]> s_references = new(static () => [.. References()]);

    /// <summary>Assemblies that a test project adds, before it compiles anything.</summary>
    public static IReadOnlyList<Assembly> More { get; set; } = [];

    public static CSharpCompilation Create(params string[] sources) =>
        CSharpCompilation.Create(
            "UserCode" + Guid.NewGuid().ToString("N"), // loaded side by side
            sources.Select((text, n) => CSharpSyntaxTree.ParseText(text, Parse, $"Source{n}.cs")),
            s_references.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                // As in every project of the SDK: assemblies for an older .NET refer to an older System.Runtime.
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]
            )
        );

    /// <summary>Warnings and errors, as text, ordered by place; a test's own sources need no documentation, generated ones do.</summary>
    public static string[] Problems(Compilation compilation) =>
        [
            .. compilation
                .GetDiagnostics()
                .Where(d => d.Severity >= DiagnosticSeverity.Warning)
                .Where(d => d.Id != "CS1591" || d.Location.SourceTree?.FilePath.StartsWith("Source", StringComparison.Ordinal) != true)
                .OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start)
                .Select(d => d.ToString()),
        ];

    /// <summary>Emits and loads an assembly.</summary>
    public static Assembly Load(Compilation compilation)
    {
        using MemoryStream stream = new();
        Emit(compilation, stream);
        stream.Position = 0;
        // In the test's own load context, so that Reps.Runtime is the one the test compares with.
        return AssemblyLoadContext.GetLoadContext(typeof(Compile).Assembly)!.LoadFromStream(stream);
    }

    /// <summary>Emits an assembly into a stream.</summary>
    public static void Emit(Compilation compilation, Stream stream)
    {
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
    }

    private static IEnumerable<MetadataReference> References()
    {
        string pack = typeof(Compile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ReferencePack").Value!;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll").Order(StringComparer.Ordinal))
            yield return MetadataReference.CreateFromFile(file);
        yield return MetadataReference.CreateFromFile(typeof(RepAttribute).Assembly.Location);
        foreach (Assembly assembly in More) yield return MetadataReference.CreateFromFile(assembly.Location);
    }
}
