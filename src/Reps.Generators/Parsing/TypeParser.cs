using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reps.Generators.Models;

namespace Reps.Generators.Parsing;

/// <summary>Turns a type symbol into data.</summary>
internal static class TypeParser
{
    private static readonly SymbolDisplayFormat s_namespace = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
    );

    public static TypeModel Parse(INamedTypeSymbol type)
    {
        Stack<string> declarations = new();
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType) declarations.Push(Keyword(t) + " " + Escape(t.Name));
        string space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(s_namespace);
        return new TypeModel(space, new(declarations), Escape(type.Name), HintName(type));
    }

    /// <summary>A class that becomes a layer, and perhaps a module.</summary>
    public static TypeModel ParseLayer(INamedTypeSymbol type, string operandVisibility) =>
        Parse(type) with
        {
            CanDerive = ModuleRules.CanDerive(type, operandVisibility),
            HasConstructor = ModuleRules.HasConstructor(type),
        };

    public static string FullName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The widest visibility that a member may have whose signature names these types.</summary>
    public static string Visibility(IEnumerable<ITypeSymbol> types)
    {
        bool everywhere = true;
        foreach (ITypeSymbol type in types)
        for (ITypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility is Accessibility.Public) continue;
            if (t.DeclaredAccessibility is not (Accessibility.Internal or Accessibility.ProtectedOrInternal)) return "private";
            everywhere = false;
        }
        return everywhere ? "public" : "internal";
    }

    private static string Keyword(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface ? "interface"
        : type.IsRecord ? (type.IsValueType ? "record struct" : "record")
        : type.IsValueType ? "struct"
        : "class";

    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    // Hint names are compared without case and hold few characters, so a hash of the exact name keeps them apart.
    private static string HintName(INamedTypeSymbol type)
    {
        string full = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        StringBuilder name = new();
        foreach (char c in full)
        {
            if (name.Length == 80) break;
            name.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' ? c : '_');
        }
        uint hash = 2166136261;
        foreach (char c in full) hash = unchecked((hash ^ c) * 16777619);
        return $"{name}.{hash.ToString("x8", CultureInfo.InvariantCulture)}";
    }
}
