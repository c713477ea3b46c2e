using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Reps.Generators.Parsing;

/// <summary>Whether a layer class can become a torch module: it then derives from a class of Reps.Layers.</summary>
internal static class ModuleRules
{
    private const string LayersAssembly = "Reps.Layers";

    /// <summary>Whether a compilation can name the modules.</summary>
    public static bool HasLayers(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(static name => name.Name == LayersAssembly);

    /// <summary>
    /// Whether the class may be given a base class: it has none of its own, is no record (which derives from records only), and is no more
    /// visible than the operands that the base class names.
    /// </summary>
    public static bool CanDerive(INamedTypeSymbol type, string operandVisibility) =>
        type.BaseType is { SpecialType: SpecialType.System_Object } && !type.IsRecord && Rank(VisibilityOf(type)) <= Rank(operandVisibility);

    /// <summary>Whether the user wrote a constructor: then none is generated, and theirs calls the base class.</summary>
    public static bool HasConstructor(INamedTypeSymbol type) => type.InstanceConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared);

    private static string VisibilityOf(INamedTypeSymbol type) => TypeParser.Visibility([type]);

    private static int Rank(string visibility) => Array.IndexOf(["private", "internal", "public"], visibility);
}
