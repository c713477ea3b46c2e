using System;

namespace Reps.Algebra;

/// <summary>What a <see cref="Mode"/> means in index notation, and what it asks of the multiplicities.</summary>
/// <param name="Name">The mode's name in e3nn, such as <c>uvu&lt;v</c>.</param>
/// <param name="Left">The left operand's channel letters.</param>
/// <param name="Right">The right operand's channel letters.</param>
/// <param name="Output">The output's channel letters; <c>q</c> numbers the pairs u &lt; v row by row.</param>
/// <param name="Weight">The weight's channel letters, in the order of its shape.</param>
public sealed record ConnectionRule(string Name, string Left, string Right, string Output, string Weight)
{
    private static readonly ConnectionRule[] s_rules =
    [
        new("uvw", "u", "v", "w", "uvw"),
        new("uvu", "u", "v", "u", "uv"),
        new("uvv", "u", "v", "v", "uv"),
        new("uuw", "u", "u", "w", "uw"),
        new("uuu", "u", "u", "u", "u"),
        new("uvuv", "u", "v", "uv", "uv"),
        new("uvu<v", "u", "v", "q", "q"),
        new("u<vw", "u", "v", "w", "qw"),
    ];

    /// <summary>The rule of a mode.</summary>
    /// <param name="mode">The connection mode.</param>
    /// <returns>Its index letters.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of <see cref="Mode"/>.</exception>
    public static ConnectionRule Of(Mode mode) =>
        IsDefined(mode) ? s_rules[(int)mode] : throw new ArgumentOutOfRangeException(nameof(mode), mode, "Not a connection mode.");

    /// <summary>Whether the value names a mode: attribute arguments can hold any integer.</summary>
    /// <param name="mode">The value to test.</param>
    /// <returns>Whether <see cref="Of"/> accepts it.</returns>
    public static bool IsDefined(Mode mode) => mode >= 0 && (int)mode < s_rules.Length;

    /// <summary>Finds a mode by the name e3nn gives it.</summary>
    /// <param name="name">For example <c>uvw</c> or <c>u&lt;vw</c>.</param>
    /// <param name="mode">The mode, when there is one.</param>
    /// <returns>Whether the name is one of the eight.</returns>
    public static bool TryParse(string name, out Mode mode)
    {
        mode = (Mode)Array.FindIndex(s_rules, rule => rule.Name == name);
        return mode >= 0;
    }

    /// <summary>The names of all modes, for messages.</summary>
    public static string AllNames => string.Join(", ", Array.ConvertAll(s_rules, rule => rule.Name));

    /// <summary>Whether both inputs need the same number of channels.</summary>
    public bool PairsChannels => Right == "u" || Name is "uvu<v" or "u<vw";

    /// <summary>Whether the sum over w would be empty of meaning without a weight.</summary>
    public bool NeedsWeight => Name is "uvw" or "u<vw";

    /// <summary>The output multiplicity that the mode forces, or −1 where any is possible.</summary>
    /// <param name="left">The left multiplicity.</param>
    /// <param name="right">The right multiplicity.</param>
    /// <returns>The number of output channels, −1 for a free one.</returns>
    public long OutputMultiplicity(long left, long right) =>
        Output switch
        {
            "u" => left,
            "v" => right,
            "uv" => left * right,
            "q" => left * (left - 1) / 2,
            _ => -1,
        };

    /// <summary>Says why the mode cannot connect these multiplicities.</summary>
    /// <param name="left">The left multiplicity.</param>
    /// <param name="right">The right multiplicity.</param>
    /// <param name="output">The output multiplicity.</param>
    /// <param name="hasWeight">Whether the path is weighted.</param>
    /// <returns>The reason and the remedy, or null when they fit.</returns>
    public string? Mismatch(long left, long right, long output, bool hasWeight)
    {
        if (PairsChannels && left != right)
            return $"mode {Name} pairs the channels of both inputs, but they have {left} and {right}: give both the same multiplicity";
        long forced = OutputMultiplicity(left, right);
        if (forced >= 0 && forced != output)
            return $"mode {Name} makes {forced} output channels of {left} and {right}, but the output segment has {output}: write {forced} there";
        if (NeedsWeight && !hasWeight) return $"mode {Name} mixes channels by its weights, so it cannot be unweighted";
        if (Name == "uuw" && !hasWeight && output != 1)
            return $"mode uuw without weights sums all channels into one, but the output segment has {output}: write 1 there, or add weights";
        return null;
    }

    /// <summary>The number of summed products in one output element: the fan-in of the path normalisation.</summary>
    /// <param name="left">The left multiplicity.</param>
    /// <param name="right">The right multiplicity.</param>
    /// <returns>The fan-in n of so many channels.</returns>
    public long FanIn(long left, long right) =>
        Name switch
        {
            "uvw" => left * right,
            "uvu" => right,
            "uvv" or "uuw" => left,
            "u<vw" => left * (left - 1) / 2,
            _ => 1,
        };
}
