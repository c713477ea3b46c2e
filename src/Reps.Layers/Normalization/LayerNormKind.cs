namespace Reps.Layers;

/// <summary>Which numbers of a row a layer normalization brings to mean square one together.</summary>
public enum LayerNormKind
{
    /// <summary>The channels of each segment: Equiformer's and, of EquiformerV2, <c>layer_norm</c>.</summary>
    PerSegment,

    /// <summary>
    /// The channels of each segment of invariants; and those of all other segments together, in which every segment and every component counts
    /// the same: of EquiformerV2, <c>layer_norm_sh</c>.
    /// </summary>
    Separable,

    /// <summary>Those of all segments together, every segment counting the same: of EquiformerV2, <c>rms_norm_sh</c>.</summary>
    Joint,
}
