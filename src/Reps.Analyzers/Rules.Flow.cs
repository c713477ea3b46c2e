using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers;

/// <summary>Rules about what is done with features: operations that do not commute with the group. The first argument is the operation.</summary>
internal static partial class Rules
{
    public static readonly DiagnosticDescriptor SumOfUnlike = new(
        "REPS3001",
        "Unlike representations are added or joined",
        "'{0}' joins {1} with {2}, on which the group acts differently: {3}. Add and stack features of one representation only.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3001.md"
    );

    public static readonly DiagnosticDescriptor ComponentProduct = new(
        "REPS3002",
        "Components are multiplied one by one",
        "'{0}' multiplies {1} and {2} component by component: {3}. Sum the products over the components for an inner product, or use a [TensorProduct] layer.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3002.md"
    );

    public static readonly DiagnosticDescriptor SliceAcross = new(
        "REPS3003",
        "A slice cuts through an irrep",
        "'{0}' takes the numbers {1} of {2}, which cuts through {3}: {4}. Take whole segments, by their generated slices.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3003.md"
    );

    public static readonly DiagnosticDescriptor ReductionAlong = new(
        "REPS3004",
        "A reduction does not keep the representation",
        "'{0}' reduces components of {1}: {2}. Reduce over axes without components, or take the Euclidean norm over all components.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3004.md"
    );

    public static readonly DiagnosticDescriptor OrderingAlong = new(
        "REPS3005",
        "Components are compared with each other",
        "'{0}' weighs, orders or accumulates components of {1}: {2}. Apply it to invariants such as norms.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3005.md"
    );

    public static readonly DiagnosticDescriptor ReshapeMixing = new(
        "REPS3006",
        "A reshape mixes components with channels",
        "'{0}' cuts {1} into pieces that are no components: {2}. Inside a segment the component is outer and the channel inner: [..., components, channels].",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3006.md"
    );

    public static readonly DiagnosticDescriptor LinearAlong = new(
        "REPS3007",
        "A matrix acts on the components of a representation",
        "'{0}' multiplies components of {1} with a matrix of weights: {2}. Use a [Linear] layer, or let the matrix act on channels.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3007.md"
    );

    public static readonly DiagnosticDescriptor DropoutPerComponent = new(
        "REPS3008",
        "Dropout of single components",
        "'{0}' drops components of {1} one by one: {2}. Drop whole irreps: multiply with a dropped-out tensor of ones, one for each.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3008.md"
    );

    public static readonly DiagnosticDescriptor NormalizationPerComponent = new(
        "REPS3009",
        "Normalisation of single components",
        "'{0}' normalises components of {1} by statistics of their own: {2}. Divide by the norm, or use BatchNorm of Reps.Layers.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3009.md"
    );

    public static readonly DiagnosticDescriptor ComparisonOfNonInvariants = new(
        "REPS3010",
        "A comparison depends on the frame",
        "'{0}' compares components of {1}, so that what follows depends on the frame: {2}. Compare invariants such as norms.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3010.md"
    );

    public static readonly DiagnosticDescriptor DeclaredDiffers = new(
        "REPS3011",
        "The representation is not the declared one",
        "{0} is declared as {2}, but is {1}: {3}. Declare what it is, or apply the layer that is missing.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3011.md"
    );

    public static readonly DiagnosticDescriptor OrderDiffers = new(
        "REPS3012",
        "The irreps are stored in another order",
        "{0} is declared as {2}, but holds {1}: the same irreps in another order. Concatenate in the declared order, or declare the order that there is.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3012.md"
    );

    public static readonly DiagnosticDescriptor OddAsInvariant = new(
        "REPS3013",
        "A parity is not the declared one",
        "{0} is declared as {2}, but is {1}: {3}. Use its absolute value, its square or a product of two odd features.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3013.md"
    );

    public static readonly DiagnosticDescriptor AbsolutePositions = new(
        "REPS3014",
        "Absolute positions where differences are needed",
        "'{0}' depends on {1}: {2}. Subtract a position or the mean of all positions first.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3014.md"
    );

    public static readonly DiagnosticDescriptor NodeNumbering = new(
        "REPS3015",
        "The result depends on the numbering of the nodes",
        "'{0}' depends on {1}: {2}. Use what treats all nodes alike: a sum, a mean, a maximum, or indices of edges.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3015.md"
    );

    public static readonly DiagnosticDescriptor BiasOnNonInvariants = new(
        "REPS3016",
        "A bias on what is not invariant",
        "'{0}' adds a bias to {1}: {2}. Make it without: hasBias: false.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3016.md"
    );

    public static readonly DiagnosticDescriptor ConstantAdded = new(
        "REPS3101",
        "A constant is added to what is not invariant",
        "'{0}' adds a constant to {1}, and no constant is invariant there: {2}. Add it to invariants only.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3101.md"
    );

    public static readonly DiagnosticDescriptor PointwiseOnSigns = new(
        "REPS3102",
        "The function is not odd",
        "'{0}' is applied to {1}: {2}, and f(-x) is not -f(x). Use an odd function such as tanh, or an even one, whose result is invariant.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3102.md"
    );

    public static readonly DiagnosticDescriptor PointwiseOnMixing = new(
        "REPS3106",
        "A function of single components",
        "'{0}' is applied to components of {1}: {2}, and only linear functions of single components commute with that. Scale by a function of the norm, or use Gate or NormActivation.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3106.md"
    );

    public static readonly DiagnosticDescriptor FactorPerComponent = new(
        "REPS3110",
        "A parameter differs between components of an irrep",
        "'{0}' multiplies the components of {1} by factors of their own: {2}. Use one factor for each irrep, the same for all its components.",
        Flow,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Link + "REPS3110.md"
    );

    /// <summary>The rules about operations on features.</summary>
    public static ImmutableArray<DiagnosticDescriptor> OfFlow =>
    [
        SumOfUnlike,
        ComponentProduct,
        SliceAcross,
        ReductionAlong,
        OrderingAlong,
        ReshapeMixing,
        LinearAlong,
        DropoutPerComponent,
        NormalizationPerComponent,
        ComparisonOfNonInvariants,
        DeclaredDiffers,
        OrderDiffers,
        OddAsInvariant,
        AbsolutePositions,
        NodeNumbering,
        BiasOnNonInvariants,
        ConstantAdded,
        PointwiseOnSigns,
        PointwiseOnMixing,
        FactorPerComponent,
    ];
}
