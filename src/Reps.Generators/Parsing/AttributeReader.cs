using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Reps.Generators.Parsing;

/// <summary>Reads arguments of an attribute that may not even compile.</summary>
internal static class AttributeReader
{
    /// <summary>A constructor argument; the default when it is missing or of another type.</summary>
    public static T? Argument<T>(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && Value(attribute.ConstructorArguments[index]) is T value ? value : default;

    /// <summary>A named argument; the fallback when it is missing or of another type.</summary>
    public static T Named<T>(AttributeData attribute, string name, T fallback)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            if (argument.Key == name && Value(argument.Value) is T value)
                return value;
        return fallback;
    }

    /// <summary>An enum member arrives as its number; read it as such and cast.</summary>
    public static TEnum NamedEnum<TEnum>(AttributeData attribute, string name, TEnum fallback)
        where TEnum : struct, Enum => (TEnum)(object)Named(attribute, name, (int)(object)fallback);

    /// <summary>The first attribute of a class.</summary>
    public static AttributeData? Find(ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(a => Is(a, metadataName));

    /// <summary>Whether an attribute is of a class.</summary>
    public static bool Is(AttributeData attribute, string metadataName) =>
        attribute.AttributeClass is INamedTypeSymbol type
        && type.OriginalDefinition.MetadataName.Length + 5 == metadataName.Length
        && metadataName.EndsWith(type.OriginalDefinition.MetadataName, StringComparison.Ordinal)
        && type.ContainingNamespace is { Name: "Reps", ContainingNamespace.IsGlobalNamespace: true };

    private static object? Value(TypedConstant constant) => constant.Kind == TypedConstantKind.Array ? null : constant.Value;
}
