namespace Reps.Layers;

/// <summary>How several numbers become one.</summary>
public enum BatchNormReduction
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The largest.</summary>
    Max,
}
