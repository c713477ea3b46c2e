namespace Reps.Algebra;

/// <summary>What becomes of a block of a row of vertices.</summary>
internal enum BlockFate
{
    /// <summary>It goes on to the other row.</summary>
    Kept,

    /// <summary>It ends here: summed over at the inputs, repeated at the outputs.</summary>
    Closed,

    /// <summary>It enters a Levi-Civita symbol, with blocks of either row.</summary>
    Alternating,
}
