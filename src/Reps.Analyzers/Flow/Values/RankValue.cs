using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>
/// The number of axes of a tensor that may have more axes than are known, less some: <c>x.dim() - 1</c>. It names an axis of that tensor, and of
/// tensors that certainly have as many axes.
/// </summary>
/// <param name="Holder">What holds the tensor.</param>
/// <param name="Back">How many axes less.</param>
internal sealed record RankValue(RankHolder Holder, long Back) : FlowValue
{
    // Operations whose result has as many axes as the tensor.
    private static readonly HashSet<string> s_keeping =
    [
        "narrow", "slice", "transpose", "swapaxes", "swapdims", "permute", "movedim", "moveaxis", "mT", "mH", "flip", "roll",
        "alias", "clone", "contiguous", "detach", "to", "cpu", "cuda", "float", "double", "requires_grad_",
    ];

    /// <summary>Whether an operation or property of tensors keeps the number of axes.</summary>
    public static bool IsKeptBy(string name) => s_keeping.Contains(name);

    /// <summary>The axis as torch counts it from the last.</summary>
    /// <param name="added">How many axes the result has more than the tensor.</param>
    public FlowValue Axis(int added) => Back + added > 0 ? new NumberValue(-Back - added) : Unknown;
}

/// <summary>What holds a tensor, so that two places can be known to mean the same one.</summary>
/// <param name="Variable">A variable.</param>
/// <param name="Path">The way from its value to the tensor, such as <c>.Tensor</c> or <c>[1]</c>; empty where the value is the tensor.</param>
internal sealed record RankHolder(ISymbol Variable, string Path)
{
    public bool Equals(RankHolder? other) =>
        other is not null && Path == other.Path && SymbolEqualityComparer.Default.Equals(Variable, other.Variable);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);
}
