using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Reps.Algebra;
using Reps.Analyzers.Locating;
using Reps.Generators.Parsing;

namespace Reps.Analyzers;

/// <summary>Reports the errors in the text of a representation at the exact characters, and what could be written better.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SignatureAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the text to put in place; the place is the first additional location or the location.</summary>
    internal const string Suggestion = "Suggestion";

    private const int MaxShown = 4;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.OfParser, Rules.MultiplicityZero, Rules.NotSimplified];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeAnnotated, SymbolKind.Parameter, SymbolKind.Field, SymbolKind.Property, SymbolKind.Method);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind == TypeKind.Struct) Analyze(context, Annotations.Of(type));
    }

    // Parameters, fields, properties and results that are plain tensors.
    private static void AnalyzeAnnotated(SymbolAnalysisContext context)
    {
        ImmutableArray<AttributeData> attributes = context.Symbol is IMethodSymbol method ? method.GetReturnTypeAttributes() : context.Symbol.GetAttributes();
        Analyze(context, attributes.Where(static attribute => AttributeReader.Is(attribute, Names.Rep)));
    }

    private static void Analyze(SymbolAnalysisContext context, IEnumerable<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes.Where(Annotations.IsReadable))
        {
            string text = RepParser.SignatureOf(attribute) ?? "";
            SignatureText source = new(new AttributeLocator(attribute, context.Symbol, context.CancellationToken), text);
            Signature? signature = null;
            IReadOnlyList<SignatureError> errors;
            if (TensorPowers.Describes(text)) TensorPowers.TryParse(text, out _, out errors);
            else Signature.TryParse(text, out signature, out errors);
            foreach (SignatureError error in errors)
                context.ReportDiagnostic(
                    Diagnostic.Create(Rules.Find(Rules.OfParser, error.Code), source.Locate(error.Start, error.Length), source.Properties(error.Suggestion), error.Message)
                );
            if (signature is null) continue;
            // A tensor's annotation says how it is stored, and joined entries are stored otherwise.
            foreach (Diagnostic diagnostic in Improve(signature.Irreps, source).Where(d => context.Symbol is INamedTypeSymbol || d.Id != Rules.NotSimplified.Id))
                context.ReportDiagnostic(diagnostic);
        }
    }

    private static IEnumerable<Diagnostic> Improve(Irreps irreps, SignatureText source)
    {
        List<TextSpan> terms = SignatureTerms.Find(source.Text);
        for (int n = 0; n < irreps.Count; n++)
        {
            if (irreps[n].Mul == 0)
            {
                yield return Zero(irreps, source, terms, n);
                continue;
            }
            int last = n;
            long mul = irreps[n].Mul;
            while (last + 1 < irreps.Count && irreps[last + 1].Mul > 0 && irreps[last + 1].Irrep == irreps[n].Irrep) mul += irreps[++last].Mul;
            if (last > n && mul <= Budget.MaxMultiplicity)
            {
                string simple = new MulIrrep((int)mul, irreps[n].Irrep).ToString();
                string shown = string.Join(" + ", irreps.Skip(n).Take(Math.Min(last - n + 1, MaxShown))) + (last - n < MaxShown ? "" : " + ...");
                Location location = source.Locate(terms[n].Start, terms[last].End - terms[n].Start);
                yield return Diagnostic.Create(Rules.NotSimplified, location, source.Properties(simple), shown, simple);
            }
            n = last;
        }
    }

    // A term goes together with one plus sign: the one before it where something stays before it, else the one after it. So two terms
    // never claim the same sign. With nothing left to keep there is no fix.
    private static Diagnostic Zero(Irreps irreps, SignatureText source, List<TextSpan> terms, int n)
    {
        Location location = source.Locate(terms[n].Start, terms[n].Length);
        bool keepsBefore = irreps.Take(n).Any(static entry => entry.Mul > 0);
        bool keepsAfter = irreps.Skip(n + 1).Any(static entry => entry.Mul > 0);
        if (!keepsBefore && !keepsAfter) return Diagnostic.Create(Rules.MultiplicityZero, location, irreps[n].ToString());
        TextSpan edit = keepsBefore ? TextSpan.FromBounds(terms[n - 1].End, terms[n].End) : TextSpan.FromBounds(terms[n].Start, terms[n + 1].Start);
        Location[] place = [source.Locate(edit.Start, edit.Length)];
        return Diagnostic.Create(Rules.MultiplicityZero, location, place, source.Properties(""), irreps[n].ToString());
    }
}
