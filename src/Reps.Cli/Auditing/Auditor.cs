extern alias analyzers;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using analyzers::Reps.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Reps.Cli.Auditing;

/// <summary>Runs the analyzers that this tool brings over a project, whether or not the project refers to them itself.</summary>
internal static class Auditor
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(SignatureAnalyzer)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Rules { get; } =
        [.. s_analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>Audits a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// What the rules say, silenced findings included; what the author vouches for; and the compiler's own errors: with these, findings may be missing.
    /// </returns>
    public static async Task<(IReadOnlyList<Finding> Findings, IReadOnlyList<Assumption> Assumptions, IReadOnlyList<Diagnostic> Errors)> RunAsync(Project project, CancellationToken cancellationToken)
    {
        Compilation compilation =
            await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) ?? throw new ArgumentException($"{project.Name} is no C# project.");
        CompilationWithAnalyzersOptions options = new(
            project.AnalyzerOptions, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        ImmutableArray<Diagnostic> diagnostics = await new CompilationWithAnalyzers(compilation, s_analyzers, options)
            .GetAnalyzerDiagnosticsAsync(cancellationToken)
            .ConfigureAwait(false);
        Finding[] findings =
        [
            .. diagnostics
                .Select(diagnostic => new Finding(
                    project.Name,
                    diagnostic.Descriptor,
                    diagnostic.Severity,
                    diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
                    diagnostic.Location.GetMappedLineSpan(),
                    diagnostic.IsSuppressed ? Reason(diagnostic, compilation) : null))
                .OrderBy(finding => finding.Place.Path, StringComparer.Ordinal)
                .ThenBy(finding => finding.Place.StartLinePosition)
                .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal),
        ];
        return (findings, Assumptions.Of(project.Name, compilation, cancellationToken), [.. compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
    }

    private static string Reason(Diagnostic diagnostic, Compilation compilation) =>
        diagnostic.GetSuppressionInfo(compilation)?.Attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == "Justification").Value.Value as string ?? "";
}
