using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Reps.Analyzers;
using Reps.Layers;
using TorchSharp;

namespace Reps.Benchmarks;

/// <summary>How long the analysis of operations takes for a method that was edited, in a project of 10,000 lines of models.</summary>
internal static class FlowTimes
{
    private const int Lines = 10_000;
    private const int Edits = 60;

    private const string Method = """
            [return: Rep("16x0e + 16x1o")]
            public static Tensor UpdateNUMBER([Rep("16x0e + 16x1o")] Tensor x)
            {
                Tensor s = x.narrow(-1, 0, 16);
                Tensor v = x.narrow(-1, 16, 48).reshape(-1, 3, 16);
                Tensor u = s_u.call(v);
                Tensor w = s_w.call(v);
                Tensor norms = w.pow(2).sum(-2).sqrt();
                Tensor gates = s_gates.call(cat([s, norms], -1)).silu();
                Tensor inner = (u * w).sum(-2);
                if (norms.sum().item<float>() > EDIT) inner = inner * 2;
                for (int n = 0; n < 3; n++) u = u + 0.5 * w;
                Tensor scalars = s + gates.narrow(-1, 0, 16) * inner + gates.narrow(-1, 16, 16);
                Tensor vectors = v + u * gates.narrow(-1, 32, 16).unsqueeze(-2);
                return cat([scalars, vectors.flatten(-2)], -1);
            }

        """;

    /// <summary>Measures, and prints the median and the largest of the edits.</summary>
    public static int Report()
    {
        CSharpCompilation compilation = Project(out int lines);
        List<double> binding = [];
        List<double> analysis = [];
        List<double> allocated = [];
        for (int edit = -5; edit < Edits; edit++)
        {
            (double bound, double analyzed, double bytes) = Edit(compilation, edit);
            if (edit < 0) continue;
            binding.Add(bound);
            analysis.Add(analyzed);
            allocated.Add(bytes / 1024);
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{lines} lines in {compilation.SyntaxTrees.Length} files; a method of 15 lines edited {Edits} times"
            )
        );
        Print("the compiler binds the method, ms", binding);
        Print("flow analysis of the method, ms", analysis);
        Print("allocated for it, binding included, kB", allocated);
        long start = Stopwatch.GetTimestamp();
        int found = compilation.WithAnalyzers([new FlowAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Length;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the whole project, binding included: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms, {found} diagnostics"
            )
        );
        return 0;
    }

    private static void Print(string name, List<double> values)
    {
        double[] sorted = [.. values.Order()];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -40} smallest {sorted[0], 7:F2}   median {sorted[sorted.Length / 2], 7:F2}   largest {sorted[^1], 7:F2}"
            )
        );
    }

    // One edit, and then what an editor does: it binds the method for the compiler's diagnostics, and asks the analyzer for its own.
    private static (double Binding, double Analysis, double Bytes) Edit(CSharpCompilation compilation, int edit)
    {
        SyntaxTree old = compilation.SyntaxTrees[(edit + 5) % compilation.SyntaxTrees.Length];
        SyntaxTree changed = CSharpSyntaxTree.ParseText(
            old.ToString().Replace("> 1)", $"> {edit + 10})"),
            (CSharpParseOptions)old.Options,
            old.FilePath
        );
        CSharpCompilation next = compilation.ReplaceSyntaxTree(old, changed);
        SyntaxNode method = changed.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First();
        SemanticModel model = next.GetSemanticModel(changed);
        _ = next.GetDeclarationDiagnostics();
        FlowAnalyzer analyzer = new();
        CompilationWithAnalyzers analyzers = new(
            next,
            [analyzer],
            new CompilationWithAnalyzersOptions(null!, null, true, logAnalyzerExecutionTime: true)
        );
        long start = Stopwatch.GetTimestamp();
        _ = model.GetDiagnostics(method.Span);
        double binding = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        long bytes = GC.GetTotalAllocatedBytes(true);
        _ = analyzers.GetAnalyzerSemanticDiagnosticsAsync(model, method.Span, default).GetAwaiter().GetResult();
        bytes = GC.GetTotalAllocatedBytes(true) - bytes;
        return (
            binding,
            analyzers.GetAnalyzerTelemetryInfoAsync(analyzer, default).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds,
            bytes
        );
    }

    private static CSharpCompilation Project(out int lines)
    {
        List<SyntaxTree> trees = [];
        lines = 0;
        for (int file = 0; lines < Lines; file++)
        {
            StringBuilder text = new();
            text.Append(
                CultureInfo.InvariantCulture,
                $"using Reps;\nusing Reps.Layers;\nusing TorchSharp;\nusing static TorchSharp.torch;\n\npublic static class Model{file}\n{{\n"
            );
            text.Append("    private static readonly TorchSharp.Modules.Linear s_u = nn.Linear(16, 16, hasBias: false);\n");
            text.Append("    private static readonly TorchSharp.Modules.Linear s_w = nn.Linear(16, 16, hasBias: false);\n");
            text.Append("    private static readonly TorchSharp.Modules.Linear s_gates = nn.Linear(32, 48);\n\n");
            for (int n = 0; n < 10; n++) text.Append(
                Method.Replace("NUMBER", n.ToString(CultureInfo.InvariantCulture)).Replace("EDIT", n == 0 ? "1" : "2")
            );
            text.Append("}\n");
            lines += text.ToString().Count(c => c == '\n');
            trees.Add(CSharpSyntaxTree.ParseText(text.ToString(), path: $"Model{file}.cs"));
        }
        CSharpCompilation compilation = CSharpCompilation.Create("Models", trees, References(), new(OutputKind.DynamicallyLinkedLibrary));
        Diagnostic? error = compilation.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        return error is null ? compilation : throw new InvalidOperationException(error.ToString());
    }

    private static IEnumerable<MetadataReference> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (
            string file in Directory.EnumerateFiles(framework, "System.*.dll")
                .Append(Path.Combine(framework, "netstandard.dll"))
                .Where(f => !f.Contains("Native"))
        )
            yield return MetadataReference.CreateFromFile(file);
        foreach (Type type in (Type[])[typeof(RepAttribute), typeof(torch), typeof(Feature<>)])
            yield return MetadataReference.CreateFromFile(type.Assembly.Location);
    }
}
