using Microsoft.CodeAnalysis;

namespace Reps.Generators;

/// <summary>The only diagnostic of the generator: it failed itself.</summary>
internal static class InternalRules
{
    public static readonly DiagnosticDescriptor Failure = new(
        "REPS9000",
        "The generator failed",
        "Reps could not write {0}; this is a defect of the generator, please report it: {1}",
        "Reps.Internal",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: "https://github.com/reps-dotnet/reps/blob/main/docs/rules/REPS9000.md"
    );
}
