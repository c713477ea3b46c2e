extern alias gen;

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using gen::Reps.Generators;

namespace Reps.Tests;

/// <summary>Runs the generator on source texts.</summary>
internal static class Driver
{
    public static GeneratorDriver Create() =>
        CSharpGeneratorDriver.Create(
            [new RepsGenerator().AsSourceGenerator()],
            parseOptions: Compile.Parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );

    /// <summary>The generated files by hint name, without the part of the name that keeps types apart.</summary>
    public static SortedDictionary<string, string> Generate(params string[] sources)
    {
        GeneratorDriverRunResult result = Create().RunGenerators(Compile.Create(sources)).GetRunResult();
        Assert.Empty(result.Diagnostics);
        return new SortedDictionary<string, string>(
            result.Results.Single().GeneratedSources.ToDictionary(s => Short(s.HintName), s => s.SourceText.ToString()),
            StringComparer.Ordinal
        );
    }

    /// <summary>The user's sources together with what is generated for them; it must compile without warnings.</summary>
    public static Compilation Complete(params string[] sources) => Complete(Compile.Create(sources));

    /// <summary>A compilation together with what is generated for it; it must compile without warnings.</summary>
    public static Compilation Complete(CSharpCompilation compilation)
    {
        Create().RunGeneratorsAndUpdateCompilation(compilation, out Compilation completed, out _);
        Assert.Empty(Compile.Problems(completed));
        return completed;
    }

    private static string Short(string hintName)
    {
        string[] parts = hintName.Split('.');
        return string.Join(".", parts.Where((part, n) => n != parts.Length - 4));
    }
}
