using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reps.Tests;

/// <summary>The C# of a page of documentation. All blocks of a page are one program, except those that show an error.</summary>
internal sealed partial class Page
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly string[] _blocks;

    public Page(string path)
    {
        string text = File.ReadAllText(System.IO.Path.Combine(Root, path)).Replace("\r\n", "\n");
        _blocks = [.. CodeBlock().Matches(text).Select(match => match.Groups[1].Value)];
    }

    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The pages with programs: the README and the guides.</summary>
    public static string[] All { get; } =
        [
            "README.md",
            .. Directory.EnumerateFiles(System.IO.Path.Combine(Root, "docs"), "*.md").Select(path => System.IO.Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal),
        ];

    /// <summary>The programs, and the text that holds their comments about diagnostics.</summary>
    public IEnumerable<(CSharpCompilation Program, string Text, bool HasErrors)> Programs()
    {
        string[] wrong = [.. _blocks.Where(ShowsErrors)];
        foreach (string block in wrong) yield return (Combine(["using Reps;\n" + block]), block, true);
        string[] right = [.. _blocks.Except(wrong)];
        if (right.Length > 0) yield return (Combine(right), string.Concat(right), false);
    }

    // Statements of a program precede its types, so the blocks are sorted by kind of member; each line stays as it is.
    private static CSharpCompilation Combine(IEnumerable<string> blocks)
    {
        CompilationUnitSyntax[] units = [.. blocks.Select(block => SyntaxFactory.ParseCompilationUnit(block, options: Compile.Parse))];
        MemberDeclarationSyntax[] members = [.. units.SelectMany(unit => unit.Members)];
        string[] usings = [.. units.SelectMany(unit => unit.Usings).Select(line => line.ToString()).Distinct()];
        string statements = string.Concat(members.OfType<GlobalStatementSyntax>().Select(member => member.ToFullString()));
        string types = string.Concat(members.Where(member => member is not GlobalStatementSyntax).Select(member => member.ToFullString()));
        CSharpCompilation compilation = Compile.Create(string.Join("\n", usings) + "\n" + statements + "\n" + types, ImplicitUsings);
        OutputKind kind = statements.Length > 0 ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return compilation.WithOptions(compilation.Options.WithOutputKind(kind));
    }

    private static bool ShowsErrors(string block) => block.Contains("~ error ", StringComparison.Ordinal);

    private static string FindRoot()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(root, "Reps.sln")))
            root = System.IO.Path.GetDirectoryName(root) ?? throw new DirectoryNotFoundException("No Reps.sln above the tests.");
        return root;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
