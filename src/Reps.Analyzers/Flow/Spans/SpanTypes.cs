using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>Recognises numbers in managed memory by their types.</summary>
internal static class SpanTypes
{
    /// <summary>Whether a type is a span, an array or a memory of float or double.</summary>
    public static bool IsNumbers(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => IsNumber(array.ElementType),
            INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments.Length: 1, ContainingNamespace.Name: "System" } span =>
                IsNumber(span.TypeArguments[0]),
            _ => false,
        };

    /// <summary>Whether a type is <c>RepArray&lt;TRep, T&gt;</c>.</summary>
    public static bool IsRepArray(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "RepArray", TypeArguments.Length: 2, ContainingNamespace: { Name: "Reps" } space }
        && space.ContainingNamespace.IsGlobalNamespace;

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
