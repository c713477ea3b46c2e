using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Tests;

/// <summary>The corpus, repaired by its fixes: one by one and all at once it becomes the same text, which compiles, and keeps the symmetry when it runs.</summary>
public sealed class FixedCorpusTests
{
    private const double Kept = 1e-5;

    // The first has a mistake beside the marked line, which the analyzers cannot see; the result of the second becomes odd, which has no annotation
    // for a tensor of so many axes.
    private static readonly string[] s_exempt = ["LoopOverSomeNodes", "HelperWantsAxial"];

    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(s_folder, "*.cs").Select(file => Path.GetFileName(file)).Where(file => file != "Prelude.cs").Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task FixedProgramsKeepTheSymmetry(string file)
    {
        string source = await File.ReadAllTextAsync(Path.Combine(s_folder, file));
        string[] others = Others(file);
        (string text, _) = await FixDriver.FixOneByOne(source, others);
        Assert.Equal(text, await FixDriver.FixAll(source, others));
        Analysis analysis = Analysis.Run([text, .. others]);
        analysis.AssertCompiles();
        string assembly = Worker.Emit(analysis.Compilation);
        foreach ((string program, string? result) in Programs(analysis).Where(p => !s_exempt.Contains(p.Name)))
        {
            double error = Worker.Error(new([assembly], "Corpus." + program) { Result = result });
            Assert.True(error < Kept, $"{program} is fixed, but breaks the symmetry: {error}");
        }
    }

    // The programs about which nothing is left to report, and how results without annotation transform then.
    private static IEnumerable<(string Name, string? Result)> Programs(Analysis analysis)
    {
        FlowCompilation compilation = new(analysis.Compilation);
        SyntaxTree tree = analysis.Compilation.SyntaxTrees.Single(t => t.FilePath == "Source0.cs");
        foreach (ClassDeclarationSyntax type in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
        {
            if (!type.Members.OfType<MethodDeclarationSyntax>().Any(method => method.Identifier.ValueText == "Run")) continue;
            if (!analysis.Diagnostics.Any(d => d.Location.SourceTree == tree && type.Span.Contains(d.Location.SourceSpan)))
                yield return (type.Identifier.ValueText, InferredResult.Of(compilation, type));
        }
    }

    private static string[] Others(string file)
    {
        string prelude = File.ReadAllText(Path.Combine(s_folder, "Prelude.cs"));
        if (file == "Activations.cs") return [prelude];
        string activations = File.ReadAllText(Path.Combine(s_folder, "Activations.cs"));
        return [prelude, activations[..activations.IndexOf("public static class", StringComparison.Ordinal)]];
    }
}
