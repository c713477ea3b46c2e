using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers;

/// <summary>Rules about the text of a representation. The messages of REPS1001 to REPS1011, and of REPS1015, are the parser's.</summary>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor SumMalformed = new(
        "REPS1001",
        "Terms are joined by '+'",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1001.md"
    );

    public static readonly DiagnosticDescriptor GroupUnknown = new(
        "REPS1002",
        "Unknown group",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1002.md"
    );

    public static readonly DiagnosticDescriptor MultiplicityMalformed = new(
        "REPS1003",
        "Malformed multiplicity",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1003.md"
    );

    public static readonly DiagnosticDescriptor IrrepMalformed = new(
        "REPS1004",
        "Malformed irrep",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1004.md"
    );

    public static readonly DiagnosticDescriptor ParityMisplaced = new(
        "REPS1005",
        "The parity is missing or has no meaning",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1005.md"
    );

    public static readonly DiagnosticDescriptor HalfIntegerImpossible = new(
        "REPS1006",
        "The group has no half-integer degrees",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1006.md"
    );

    public static readonly DiagnosticDescriptor DegreeTooLarge = new(
        "REPS1007",
        "The degree is beyond the budget",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1007.md"
    );

    public static readonly DiagnosticDescriptor RepresentationTooLarge = new(
        "REPS1008",
        "The representation is beyond the budget",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1008.md"
    );

    public static readonly DiagnosticDescriptor RepresentationEmpty = new(
        "REPS1009",
        "Empty representation",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1009.md"
    );

    public static readonly DiagnosticDescriptor CharacterUnexpected = new(
        "REPS1010",
        "Unexpected character",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1010.md"
    );

    public static readonly DiagnosticDescriptor FractionMalformed = new(
        "REPS1011",
        "Malformed half-integer",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1011.md"
    );

    public static readonly DiagnosticDescriptor MultiplicityZero = new(
        "REPS1013",
        "Zero multiplicity",
        "'{0}' has no channels: remove it",
        Signatures,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1013.md"
    );

    public static readonly DiagnosticDescriptor NotSimplified = new(
        "REPS1014",
        "The representation can be simplified",
        "'{0}' is the same representation as '{1}', which makes one path of several; weights of layers that use it change their order",
        Signatures,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1014.md"
    );

    public static readonly DiagnosticDescriptor TensorPowerMalformed = new(
        "REPS1015",
        "Malformed tensor power",
        "{0}",
        Signatures,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1015.md"
    );

    /// <summary>The rules whose violations the parser finds.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfParser =>
    [
        SumMalformed,
        GroupUnknown,
        MultiplicityMalformed,
        IrrepMalformed,
        ParityMisplaced,
        HalfIntegerImpossible,
        DegreeTooLarge,
        RepresentationTooLarge,
        RepresentationEmpty,
        CharacterUnexpected,
        FractionMalformed,
        TensorPowerMalformed,
    ];
}
