using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;

namespace Reps.Cli.Auditing;

/// <summary>Findings as SARIF 2.1.0, the form that code hosts and editors read.</summary>
internal static class Sarif
{
    /// <summary>The log of one run.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="rules">Every rule that was applied.</param>
    /// <param name="version">The version of the tool.</param>
    /// <param name="folder">Paths inside it are written relative to it.</param>
    public static JsonObject Of(IReadOnlyList<Finding> findings, IReadOnlyList<DiagnosticDescriptor> rules, string version, string folder) =>
        new()
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject
                    {
                        ["driver"] = new JsonObject
                        {
                            ["name"] = "reps",
                            ["version"] = version,
                            ["rules"] = new JsonArray([.. rules.Select(Rule)]),
                        },
                    },
                    ["columnKind"] = "utf16CodeUnits",
                    ["originalUriBaseIds"] = new JsonObject { ["ROOT"] = new JsonObject { ["uri"] = new Uri(Path.GetFullPath(folder) + "/").AbsoluteUri } },
                    ["results"] = new JsonArray([.. findings.Select(finding => Result(finding, rules, folder))]),
                }),
        };

    private static JsonNode Rule(DiagnosticDescriptor rule) =>
        new JsonObject
        {
            ["id"] = rule.Id,
            ["shortDescription"] = new JsonObject { ["text"] = rule.Title.ToString() },
            ["helpUri"] = rule.HelpLinkUri,
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.DefaultSeverity) },
        };

    private static JsonNode Result(Finding finding, IReadOnlyList<DiagnosticDescriptor> rules, string folder)
    {
        JsonObject result = new()
        {
            ["ruleId"] = finding.Rule.Id,
            ["ruleIndex"] = Enumerable.Range(0, rules.Count).First(n => rules[n].Id == finding.Rule.Id),
            ["level"] = Level(finding.Severity),
            ["message"] = new JsonObject { ["text"] = finding.Message },
            ["locations"] = new JsonArray(
                new JsonObject
                {
                    ["physicalLocation"] = new JsonObject
                    {
                        ["artifactLocation"] = Artifact(finding.Place.Path, folder),
                        ["region"] = new JsonObject
                        {
                            ["startLine"] = finding.Place.StartLinePosition.Line + 1,
                            ["startColumn"] = finding.Place.StartLinePosition.Character + 1,
                            ["endLine"] = finding.Place.EndLinePosition.Line + 1,
                            ["endColumn"] = finding.Place.EndLinePosition.Character + 1,
                        },
                    },
                }),
        };
        if (finding.Suppression is string reason)
        {
            JsonObject suppression = new() { ["kind"] = "inSource" };
            if (reason.Length > 0) suppression["justification"] = reason;
            result["suppressions"] = new JsonArray(suppression);
        }
        return result;
    }

    private static JsonObject Artifact(string path, string folder)
    {
        string relative = Path.GetRelativePath(folder, path);
        if (relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)) return new JsonObject { ["uri"] = new Uri(Path.GetFullPath(path)).AbsoluteUri };
        string[] parts = [.. relative.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString)];
        return new JsonObject { ["uri"] = string.Join('/', parts), ["uriBaseId"] = "ROOT" };
    }

    private static string Level(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            DiagnosticSeverity.Info => "note",
            _ => "none",
        };
}
