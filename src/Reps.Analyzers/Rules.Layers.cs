using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers;

/// <summary>Rules about layers. Where the message is one argument, the derivation of the layer wrote it.</summary>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor LayerTooLarge = new(
        "REPS1012",
        "The layer is beyond the budget",
        "{0}",
        Layers,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS1012.md"
    );

    public static readonly DiagnosticDescriptor GroupsDiffer = new(
        "REPS2001",
        "The operands have different groups",
        "{0}",
        Layers,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2001.md"
    );

    public static readonly DiagnosticDescriptor OutputUnreachable = new(
        "REPS2002",
        "A part of the output is always zero",
        "{0} of '{1}' {2} always zero: {3}",
        Layers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2002.md"
    );

    public static readonly DiagnosticDescriptor MultiplicitiesMismatch = new(
        "REPS2003",
        "The mode cannot connect these multiplicities",
        "{0}",
        Layers,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2003.md"
    );

    public static readonly DiagnosticDescriptor OptionInvalid = new(
        "REPS2004",
        "Invalid option or index",
        "{0}",
        Layers,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2004.md"
    );

    public static readonly DiagnosticDescriptor IrrepNotInProduct = new(
        "REPS2005",
        "The irrep is not in the product",
        "{0}",
        Layers,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2005.md"
    );

    public static readonly DiagnosticDescriptor InputUnused = new(
        "REPS2006",
        "A part of the input is not used",
        "{0} of '{1}' {2} not used: {3}",
        Layers,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2006.md"
    );

    public static readonly DiagnosticDescriptor NoRealForm = new(
        "REPS2007",
        "The group has no real form",
        "{0}",
        Layers,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2007.md"
    );

    public static readonly DiagnosticDescriptor NotHarmonics = new(
        "REPS2008",
        "The representation is not that of spherical harmonics",
        "{0}",
        Layers,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2008.md"
    );

    public static readonly DiagnosticDescriptor MapZero = new(
        "REPS2009",
        "The map is identically zero",
        "'{0}' is identically zero: {1}",
        Layers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2009.md"
    );

    public static readonly DiagnosticDescriptor SegmentSkipped = new(
        "REPS2010",
        "The mode leaves a segment out",
        "{0} of '{1}' {2} left out: {3}",
        Layers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2010.md"
    );

    public static readonly DiagnosticDescriptor DiagramsDependent = new(
        "REPS2011",
        "The diagrams are linearly dependent",
        "Of the {0} diagrams from {1} to {2}, {3} are independent: {4} weight matrices change nothing that others cannot",
        Layers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2011.md"
    );

    public static readonly DiagnosticDescriptor StackInvalid = new(
        "REPS2012",
        "The layers do not make a stack",
        "{0}",
        Layers,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2012.md"
    );

    public static readonly DiagnosticDescriptor CheckpointOrder = new(
        "REPS2013",
        "The weights were saved in another order",
        "'{0}' is {1}, but its weights in '{2}' are those of {3}: the same irreps in another order. Declare them in the order of the file, or remove the file.",
        Layers,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS2013.md"
    );

    /// <summary>The rules whose violations the derivations find.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfDerivations =>
    [
        LayerTooLarge,
        GroupsDiffer,
        MultiplicitiesMismatch,
        OptionInvalid,
        IrrepNotInProduct,
        NoRealForm,
        NotHarmonics,
        NoPaths,
        StackInvalid,
    ];
}
