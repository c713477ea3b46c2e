using Microsoft.CodeAnalysis;

namespace Reps.Analyzers;

/// <summary>Rules about the types that attributes complete.</summary>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor TypeNotPartial = new(
        "REPS1101",
        "The type must be partial",
        "'{0}' is completed by generated code: declare it partial",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1101.md"
    );

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "REPS1102",
        "The containing type must be partial",
        "'{0}' contains '{1}', which is completed by generated code: declare it partial",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1102.md"
    );

    public static readonly DiagnosticDescriptor TypeGeneric = new(
        "REPS1103",
        "The type cannot be generic",
        "'{0}' cannot be completed because {1} has type parameters: a representation or a layer is one type",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1103.md"
    );

    public static readonly DiagnosticDescriptor TypeFileLocal = new(
        "REPS1104",
        "The type cannot be file-local",
        "'{0}' cannot be completed because {1} is visible in its own file only: make it internal",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1104.md"
    );

    public static readonly DiagnosticDescriptor TypeUnsupported = new(
        "REPS1105",
        "The kind of type cannot be completed",
        "'{0}' is a {1}: it cannot implement the interface of a representation or a layer, so remove '{2}'",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1105.md"
    );

    public static readonly DiagnosticDescriptor NameTaken = new(
        "REPS1106",
        "The name is used by the generated part",
        "The generated part of '{0}' declares '{1}': choose another name",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1106.md"
    );

    public static readonly DiagnosticDescriptor OtherRepresentations = new(
        "REPS1111",
        "The layer takes other representations",
        "'{0}' has {1}, and {2} takes {3}",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1111.md"
    );

    public static readonly DiagnosticDescriptor NotARepresentation = new(
        "REPS1107",
        "The type argument is not a representation",
        "'{0}' does not say how a group acts on it: use a struct with a [Rep] attribute",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1107.md"
    );

    public static readonly DiagnosticDescriptor SeveralLayers = new(
        "REPS1108",
        "A class is one layer",
        "'{0}' has {1} layer attributes: keep one and declare another class for each of the others",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1108.md"
    );

    public static readonly DiagnosticDescriptor PathWithoutProduct = new(
        "REPS1109",
        "The path belongs to no tensor product",
        "This path is ignored: {0}",
        Types,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1109.md"
    );

    public static readonly DiagnosticDescriptor NoPaths = new(
        "REPS1110",
        "The tensor product has no paths",
        "{0}",
        Types,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1110.md"
    );
}
