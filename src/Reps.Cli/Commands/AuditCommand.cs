using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Reps.Cli.Auditing;
using Reps.Cli.Output;
using Spectre.Console;

namespace Reps.Cli.Commands;

/// <summary><c>reps audit Model.csproj</c>: what the analyzers say of a project, for continuous integration and code hosts.</summary>
internal sealed class AuditCommand : IReportCommand
{
    private readonly Argument<string> _path = new("project") { Description = "A C# project, a solution, or a folder with one of these.", DefaultValueFactory = static _ => "." };
    private readonly Option<string?> _sarif = new("--sarif") { Description = "Write the findings into a file, as SARIF 2.1.0.", HelpName = "file" };
    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "The least severity that makes the exit code 1.",
        DefaultValueFactory = static _ => "warning",
    };

    public string Name => "audit";

    public string Description => "The diagnostics of signatures, layers and symmetry in a project";

    public void Declare(Command command)
    {
        _failOn.Choices("error", "warning", "info", "never");
        command.Add(_path);
        command.Add(_sarif);
        command.Add(_failOn);
    }

    public Report Run(ParseResult parsed)
    {
        using CancellationTokenSource cancellation = new();
        ConsoleCancelEventHandler cancel = (_, pressed) => cancellation.Cancel();
        Console.CancelKeyPress += cancel;
        try
        {
            return RunAsync(parsed, cancellation.Token).GetAwaiter().GetResult();
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    private async Task<Report> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string path = parsed.GetValue(_path)!;
        List<Finding> findings = [];
        List<Assumption> assumptions = [];
        List<(string Project, Diagnostic Error)> errors = [];
        IReadOnlyList<Project> projects = await ProjectLoader.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        foreach (Project project in projects)
        {
            (IReadOnlyList<Finding> here, IReadOnlyList<Assumption> assumed, IReadOnlyList<Diagnostic> wrong) = await Auditor.RunAsync(project, cancellationToken).ConfigureAwait(false);
            findings.AddRange(here);
            assumptions.AddRange(assumed);
            errors.AddRange(wrong.Select(error => (project.Name, error)));
        }
        string folder = Path.GetDirectoryName(Path.GetFullPath(projects[0].Solution.FilePath ?? projects[0].FilePath!))!;
        if (parsed.GetValue(_sarif) is string sarif)
        {
            string version = typeof(AuditCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
            File.WriteAllText(sarif, Auditing.Sarif.Of(findings, Auditor.Rules, version, folder).ToJsonString(new(Json.Options) { WriteIndented = true }) + "\n");
        }
        DiagnosticSeverity? threshold = parsed.GetValue(_failOn) switch
        {
            "info" => DiagnosticSeverity.Info,
            "warning" => DiagnosticSeverity.Warning,
            "error" => DiagnosticSeverity.Error,
            _ => null,
        };
        // Where the compiler has errors, nobody knows what would be found.
        bool fails = threshold is not null && (errors.Count > 0 || findings.Any(finding => finding.Suppression is null && finding.Severity >= threshold));
        return new Report(
            Describe(projects, findings, assumptions, errors, folder), console => Render(console, projects.Count, findings, assumptions, errors, folder), fails ? 1 : 0);
    }

    private static JsonObject Describe(
        IReadOnlyList<Project> projects, List<Finding> findings, List<Assumption> assumptions, List<(string Project, Diagnostic Error)> errors, string folder) =>
        new()
        {
            ["projects"] = Json.Array(projects.Select(project => (JsonNode)JsonValue.Create(project.Name))),
            ["compilerErrors"] = errors.Count,
            ["assumptions"] = Json.Array(
                assumptions.Select(assumption =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["project"] = assumption.Project,
                            ["kind"] = assumption.Kind,
                            ["reason"] = assumption.Reason,
                            ["file"] = Shown(assumption.Place.Path, folder),
                            ["line"] = assumption.Place.StartLinePosition.Line + 1,
                            ["column"] = assumption.Place.StartLinePosition.Character + 1,
                        })),
            ["findings"] = Json.Array(
                findings.Select(finding =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["project"] = finding.Project,
                            ["id"] = finding.Rule.Id,
                            ["severity"] = finding.Severity.ToString().ToLowerInvariant(),
                            ["message"] = finding.Message,
                            ["file"] = Shown(finding.Place.Path, folder),
                            ["line"] = finding.Place.StartLinePosition.Line + 1,
                            ["column"] = finding.Place.StartLinePosition.Character + 1,
                            ["suppressed"] = finding.Suppression is not null,
                            ["reason"] = finding.Suppression,
                            ["help"] = finding.Rule.HelpLinkUri,
                        })),
        };

    private static void Render(
        IAnsiConsole console, int projects, List<Finding> findings, List<Assumption> assumptions, List<(string Project, Diagnostic Error)> errors, string folder)
    {
        foreach (Finding finding in findings.Where(finding => finding.Suppression is null))
        {
            LinePlace(console, finding.Place, folder);
            console.WriteLine($"{finding.Severity.ToString().ToLowerInvariant()} {finding.Rule.Id}: {finding.Message}");
        }
        Finding[] silenced = [.. findings.Where(finding => finding.Suppression is not null)];
        if (silenced.Length > 0) console.WriteLine("silenced:");
        foreach (Finding finding in silenced)
        {
            console.Write("  ");
            LinePlace(console, finding.Place, folder);
            console.WriteLine($"{finding.Rule.Id}: {(finding.Suppression!.Length > 0 ? finding.Suppression : "no reason is given")}");
        }
        if (assumptions.Count > 0) console.WriteLine("assumed:");
        foreach (Assumption assumption in assumptions)
        {
            console.Write("  ");
            LinePlace(console, assumption.Place, folder);
            console.WriteLine($"{assumption.Kind}: {(assumption.Reason.Length > 0 ? assumption.Reason : "no reason is given")}");
        }
        int loud = findings.Count - silenced.Length;
        console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{projects} project{(projects == 1 ? "" : "s")}, {loud} finding{(loud == 1 ? "" : "s")}, {silenced.Length} silenced, {assumptions.Count} assumed."));
        if (errors.Count > 0)
            console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The compiler has {errors.Count} error{(errors.Count == 1 ? "" : "s")}, so findings may be missing. The first, in {errors[0].Project}: {errors[0].Error.GetMessage(CultureInfo.InvariantCulture)}"));
    }

    // A form that terminals make a link of.
    private static void LinePlace(IAnsiConsole console, FileLinePositionSpan place, string folder) =>
        console.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Shown(place.Path, folder)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): "));

    private static string Shown(string path, string folder)
    {
        string relative = Path.GetRelativePath(folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }
}
