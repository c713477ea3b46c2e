using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers;

/// <summary>
/// Every rule of the analyzers. REPS1xxx is about signatures and the types that carry them, REPS2xxx about layers, REPS3xxx about
/// what is done with features. Errors are code that
/// cannot be generated; warnings are code that works and cannot be meant; infos are a better way.
/// </summary>
internal static partial class Rules
{
    private const string Link = "https://github.com/reps-dotnet/reps/blob/main/docs/rules/";
    private const string Signatures = "Reps.Signatures";
    private const string Types = "Reps.Types";
    private const string Layers = "Reps.Layers";
    private const string Flow = "Reps.Flow";

    /// <summary>The rule of an error that the parser or a derivation found. Every code has one; an unknown code must not hide the error.</summary>
    public static DiagnosticDescriptor Find(ImmutableArray<DiagnosticDescriptor> rules, string code) =>
        rules.FirstOrDefault(rule => rule.Id == code) ?? rules[0];
}
