using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Reps.Generators.Parsing;

namespace Reps.Analyzers;

/// <summary>The attributes that ask for generated code.</summary>
internal static class Annotations
{
    /// <summary>The attributes that complete a type. On a kind of type that they do not apply to, the compiler reports them.</summary>
    public static IEnumerable<AttributeData> Of(INamedTypeSymbol type) =>
        type.TypeKind switch
        {
            TypeKind.Struct => type.GetAttributes().Where(static a => AttributeReader.Is(a, Names.Rep)),
            TypeKind.Class => type.GetAttributes().Where(IsLayer),
            _ => [],
        };

    /// <summary>Whether the compiler could read all arguments. Where it could not, it says so, and nothing more can be said.</summary>
    public static bool IsReadable(AttributeData attribute) =>
        attribute.AttributeConstructor is not null
        && attribute.ConstructorArguments.All(static a => a.Kind != TypedConstantKind.Error)
        && attribute.NamedArguments.All(static a => a.Value.Kind != TypedConstantKind.Error);

    /// <summary>The names that the generated part of a type uses.</summary>
    public static IEnumerable<string> MemberNames(INamedTypeSymbol type, AttributeData attribute) =>
        type.TypeKind == TypeKind.Struct ? RepParser.MemberNames(RepParser.SignatureOf(attribute)) : LayerParser.MemberNames(attribute);

    /// <summary>The first type inside another, at any depth, that is to be completed; null if there is none.</summary>
    public static INamedTypeSymbol? FindNested(INamedTypeSymbol type)
    {
        ImmutableArray<INamedTypeSymbol> members = type.GetTypeMembers();
        foreach (INamedTypeSymbol nested in members)
            if (Of(nested).Any())
                return nested;
        foreach (INamedTypeSymbol nested in members)
            if (FindNested(nested) is INamedTypeSymbol found)
                return found;
        return null;
    }

    private static bool IsLayer(AttributeData attribute) => LayerParser.Attributes.Any(name => AttributeReader.Is(attribute, name));
}
