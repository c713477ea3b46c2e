using System;

namespace Reps;

/// <summary>What distinguishes the groups: their written name and the labels of their irreps.</summary>
public static class GroupExtensions
{
    /// <summary>The name as written in signatures: <c>O(3)</c>, <c>SO(3)</c> or <c>SU(2)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a group.</exception>
    public static string Name(this Group group) => group switch
    {
        Group.O3 => "O(3)",
        Group.SO3 => "SO(3)",
        Group.SU2 => "SU(2)",
        _ => throw new ArgumentOutOfRangeException(nameof(group), "Not a group: " + (int)group + "."),
    };

    /// <summary>Whether irreps of the group carry a parity under inversion: only O(3).</summary>
    public static bool HasParity(this Group group) => group == Group.O3;

    /// <summary>Whether the group has irreps of half-integer degree: only SU(2).</summary>
    public static bool HasHalfIntegers(this Group group) => group == Group.SU2;
}
