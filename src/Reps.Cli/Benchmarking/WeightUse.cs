namespace Reps.Benchmarking;

/// <summary>Whose the weights of a measured layer are.</summary>
internal enum WeightUse
{
    /// <summary>Every row has its own, as the edges of a graph have.</summary>
    Each,

    /// <summary>One vector serves all rows.</summary>
    Shared,

    /// <summary>The layer has none.</summary>
    None,
}
