using System.Collections.Generic;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Writes the edits that repair an operation.</summary>
/// <param name="site">The operation.</param>
/// <param name="sheet">Where the edits go.</param>
/// <returns>What they do, in words; null where this does not apply, whatever was written.</returns>
internal delegate string? Remedy(FlowSite site, EditSheet sheet);

/// <summary>The remedies of each rule, the best first. Rules without any say on their pages why.</summary>
internal static class Remedies
{
    private static readonly Dictionary<string, (string Key, Remedy Apply)[]> s_remedies = new()
    {
        ["REPS3001"] = [("Reorder", ReorderingRemedies.SecondLikeFirst)],
        ["REPS3003"] = [("Named", SliceRemedies.Named), ("Widen", SliceRemedies.Widen), ("Segments", SliceRemedies.SplitBySegments)],
        ["REPS3004"] = [("Norm", NormRemedies.NormForReduction), ("Absolute", NormRemedies.AbsoluteValues)],
        ["REPS3005"] = [("Weigh", NormRemedies.SoftmaxOfNorms), ("Norms", NormRemedies.NormsForComponents), ("Absolute", NormRemedies.AbsoluteValues)],
        ["REPS3006"] = [("Exchange", LayoutRemedies.ExchangeSizes)],
        ["REPS3007"] = [("Linear", LinearRemedies.EquivariantLinear)],
        ["REPS3008"] = [("Dropout", NormalizationRemedies.Dropout)],
        ["REPS3009"] = [("Normalize", NormalizationRemedies.Module), ("Axis", NormalizationRemedies.OverComponents)],
        ["REPS3010"] = [("Norms", NormRemedies.CompareNorms)],
        ["REPS3011"] = [("Declare", DeclarationRemedies.Redeclare), ("Retype", FeatureRemedies.Retype)],
        ["REPS3012"] = [("Declare", DeclarationRemedies.Redeclare), ("Reorder", ReorderingRemedies.LikeDeclared)],
        ["REPS3013"] = [("Declare", DeclarationRemedies.Redeclare), ("Retype", FeatureRemedies.Retype)],
        ["REPS3014"] = [("Center", PositionRemedies.Center), ("Mean", PositionRemedies.MeanOfPositions)],
        ["REPS3015"] = [("Nodes", PositionRemedies.AllNodes)],
        ["REPS3016"] = [("NoBias", LinearRemedies.WithoutBias)],
        ["REPS3101"] = [("Invariants", ConstantRemedies.ToInvariantsOnly), ("Zero", ConstantRemedies.FillWithZero)],
        ["REPS3102"] = [("Tanh", ActivationRemedies.Tanh), ("NormActivation", ActivationRemedies.NormActivation)],
        ["REPS3106"] =
        [
            ("NormActivation", ActivationRemedies.NormActivation),
            ("Gate", ActivationRemedies.Gate),
            ("S2Activation", ActivationRemedies.S2Activation),
        ],
        ["REPS3110"] = [("PerIrrep", ConstantRemedies.FactorPerIrrep)],
    };

    /// <summary>The rules with remedies.</summary>
    public static IEnumerable<string> Rules => s_remedies.Keys;

    /// <summary>The remedies of a rule, each with a name that tells it from the others.</summary>
    public static IReadOnlyList<(string Key, Remedy Apply)> Of(string rule) =>
        s_remedies.TryGetValue(rule, out (string, Remedy)[]? remedies) ? remedies : [];
}
