using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reps.Tests;

/// <summary>A model of the corpus with a mistake.</summary>
/// <param name="Model">The class.</param>
/// <param name="Mutation">The mistake.</param>
/// <param name="Text">The class with it.</param>
/// <param name="Number">Its number, of which its names are made.</param>
internal sealed record ModelMutant(string Model, string Mutation, string Text, int Number)
{
    public string Path => $"Mutant{Number}.cs";

    public string Source => $"{Corpus.ModelUsings()}using Corpus;\nnamespace Mutant{Number};\n{Text}";

    /// <summary>Every mistake at every place of every model.</summary>
    public static IEnumerable<ModelMutant> All()
    {
        int number = 0;
        foreach (ClassDeclarationSyntax type in Corpus.Models())
        // Nodes that are dropped are other ones in each order: that keeps the symmetry in distribution, which one run does not show.
        foreach ((string name, string text) in Mutations.Of(type.ToFullString()).Where(static m => m.Name != "dropout" || !m.Text.Contains("Nodes(")))
            yield return new(type.Identifier.ValueText, name, text, number++);
    }

    /// <summary>As one of those that are compiled, analyzed and executed together.</summary>
    public Mutant ToMutant() =>
        new(
            $"{Model}, {Mutation}\n{Text}",
            CSharpSyntaxTree.ParseText(Source, Compile.Parse, Path),
            [],
            $"Mutant{Number}.{Model}"
        );
}
