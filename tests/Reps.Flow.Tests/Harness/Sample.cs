using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Tests;

/// <summary>A sample of the repository, or one of its models.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folders">Where its sources are, relative to the folder of samples.</param>
/// <param name="Model">The files that hold the model: these are edited.</param>
/// <param name="Check">The file with the class that measures the error of its symmetry.</param>
/// <param name="Beside">Files that refer to the model, and are copied with it.</param>
internal sealed partial record Sample(string Name, string[] Folders, string[] Model, string Check, params string[] Beside)
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("QuickStart", ["QuickStart"], ["QuickStart/Model.cs"], "QuickStart", "QuickStart/Symmetry.cs"),
        new("Tetris", ["Tetris"], ["Tetris/Network.cs"], "Tetris"),
        new(
            "Potential",
            ["Potential/Data", "Potential/Model"],
            ["Potential/Model/PotentialModule.cs", "Potential/Model/EquivariantPotential.cs", "Potential/Model/FirstLayer.cs", "Potential/Model/LastLayer.cs"],
            "Potential"
        ),
        new("DegreeNetwork", ["Graphs"], ["Graphs/DegreeNetwork.cs"], "Graphs"),
        new("SecondOrderNetwork", ["Graphs"], ["Graphs/SecondOrderNetwork.cs"], "Graphs"),
        new("ThirdOrderNetwork", ["Graphs"], ["Graphs/ThirdOrderNetwork.cs"], "Graphs"),
        new("Inertia", ["Inertia"], ["Inertia/EquivariantNetwork.cs"], "Inertia"),
    ];

    /// <summary>The sample as it is, compiled with what is generated for it. Its programs are left out, its channels are fewer.</summary>
    /// <returns>A compilation without sources that refers to it, and the file.</returns>
    public (Compilation Compilation, string Assembly) Compile()
    {
        IEnumerable<string> files = Folders.SelectMany(folder => Directory.EnumerateFiles(Full(folder), "*.cs"))
            .Where(file => Path.GetFileName(file) is not ("Program.cs" or "Display.cs" or "Comparison.cs"))
            .Order(StringComparer.Ordinal);
        string friend = $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Mutants{Name}\")]";
        Compilation complete = Analysis.Generate(Tests.Compile.Create([friend, .. files.Select(Read)])).Complete;
        string assembly = Worker.Emit(complete);
        return (Tests.Compile.Create().WithAssemblyName("Mutants" + Name).AddReferences(MetadataReference.CreateFromFile(assembly)), assembly);
    }

    /// <summary>The sources of one mutant: a copy of the model in a namespace of its own, in which one file is another.</summary>
    public IEnumerable<SyntaxTree> Mutant(int number, string edited, string text)
    {
        string check = Read(Path.Combine(AppContext.BaseDirectory, "SampleChecks", Check + ".cs")).Replace("NETWORK", Name);
        IEnumerable<string> beside = [.. Model.Where(file => file != edited).Select(Original), .. Beside.Select(Original), check];
        yield return Tree(text, $"{Name}{number}.cs");
        foreach (string other in beside) yield return Tree(other, $"{Name}{number}.beside.cs");

        SyntaxTree Tree(string source, string path) =>
            CSharpSyntaxTree.ParseText(Namespace().Replace(source, $"namespace $1.Mutant{number};", 1), Tests.Compile.Parse, path);
    }

    /// <summary>The name of the class that measures a mutant.</summary>
    public string CheckOf(int number) => $"{Namespace().Match(Original(Model[0])).Groups[1].Value}.Mutant{number}.Check";

    /// <summary>The text of a file without the types that the generator completes.</summary>
    public static string Original(string file)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(Read(Full(file)), Tests.Compile.Parse).GetRoot();
        IEnumerable<SyntaxNode> generated = root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.AttributeLists.Count > 0);
        return root.RemoveNodes(generated, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString();
    }

    /// <summary>Where methods are whose author answers for them.</summary>
    public static IEnumerable<TextSpan> Assumed(string text) =>
        CSharpSyntaxTree.ParseText(text, Tests.Compile.Parse)
            .GetRoot()
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Where(static method => method.AttributeLists.ToString().Contains("AssumeEquivariant"))
            .Select(static method => method.Span);

    private static string Full(string path) => Path.Combine(AppContext.BaseDirectory, "Samples", path);

    // Fewer channels break and keep the same symmetries, and compile sooner.
    private static string Read(string path) => File.ReadAllText(path).Replace("64x", "4x");

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
