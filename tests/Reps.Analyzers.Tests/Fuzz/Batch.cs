using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reps.Tests.Fuzz;

/// <summary>Many random types compiled, completed and analyzed at once.</summary>
internal sealed partial class Batch
{
    private const string Signs = "⊗→Σ≤·";

    private readonly Analysis _analysis;
    private readonly SyntaxTree _source;
    private readonly List<int> _starts;
    private readonly ILookup<int, Diagnostic> _reps;
    private readonly ILookup<int, Diagnostic> _errors;
    private readonly Dictionary<string, string> _generated;

    private Batch(CSharpCompilation compilation, List<int> starts)
    {
        _starts = starts;
        _source = compilation.SyntaxTrees[0];
        _analysis = Analysis.Run(compilation);
        _reps = _analysis.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToLookup(Index);
        Errors = [.. _analysis.Problems.Where(d => d.Severity == DiagnosticSeverity.Error)];
        _errors = Errors.ToLookup(Index);
        _generated = _analysis.Compilation.SyntaxTrees.Where(tree => tree != _source).ToDictionary(tree => tree.FilePath, tree => tree.ToString());
    }

    public IReadOnlyList<Diagnostic> Errors { get; }

    public static Batch Run(string header, IReadOnlyList<string> types)
    {
        StringBuilder text = new(header + "\n");
        List<int> starts = [];
        foreach (string type in types)
        {
            starts.Add(text.Length);
            text.Append(type).Append('\n');
        }
        return new Batch(Compile.Create(text.ToString()), starts);
    }

    public bool HasRepsError(int type) => _reps.Contains(type);

    public bool HasError(int type) => _errors.Contains(type);

    public INamedTypeSymbol Type(string name) => _analysis.Compilation.GetTypeByMetadataName(name)!;

    /// <summary>Whether a part of a type was generated.</summary>
    public bool IsGenerated(string name) => Find(name).Any();

    /// <summary>Whether a layer was generated, and not only its skeleton.</summary>
    public bool IsDerived(string name) => Find(name).Any(text => !text.Contains("cannot be derived"));

    /// <summary>What must hold for every input.</summary>
    public void AssertHarmless()
    {
        Assert.DoesNotContain(_analysis.Diagnostics, d => d.Id is "AD0001" or "REPS9000" or "CS8785");
        foreach (Diagnostic diagnostic in _analysis.Diagnostics)
        {
            Assert.Same(_source, diagnostic.Location.SourceTree);
            Assert.DoesNotContain(diagnostic.GetMessage(CultureInfo.InvariantCulture), c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E');
        }
        foreach (SyntaxTree tree in _analysis.Compilation.SyntaxTrees.Where(tree => tree != _source)) Assert.Empty(tree.GetDiagnostics());
        foreach ((string path, string text) in _generated)
        {
            Assert.DoesNotContain(SignatureMutator.Sentinel, text);
            Assert.DoesNotContain(text, c => c is not ('\n' or (>= ' ' and < '\u007F')) && !Signs.Contains(c));
            Assert.DoesNotContain(SignatureMutator.Sentinel, path);
        }
        // Of a type that does not compile by itself, no other part does.
        Assert.DoesNotContain(Errors, d => d.Location.SourceTree is SyntaxTree tree && tree != _source && !HasError(Number(tree.FilePath)));
    }

    private IEnumerable<string> Find(string name) => _generated.Where(file => file.Key.Contains($"/{name}.") || file.Key.Contains($".{name}.")).Select(file => file.Value);

    private static int Number(string path) => TypeName().Match(path) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : -1;

    [GeneratedRegex("[/.]T([0-9]+)[.]")]
    private static partial Regex TypeName();

    private int Index(Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree != _source) return -1;
        int found = _starts.BinarySearch(diagnostic.Location.SourceSpan.Start);
        return found >= 0 ? found : ~found - 1;
    }
}
