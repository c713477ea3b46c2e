using System;

namespace Reps;

/// <summary>Says that a plain tensor transforms as the features of a representation type do; the analyzers follow it from there.</summary>
/// <typeparam name="TRep">A struct with a <see cref="RepAttribute"/>.</typeparam>
/// <example><code>Tensor Energy([Rep&lt;Hidden&gt;] Tensor x) => ...</code></example>
[AttributeUsage(
    AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue,
    AllowMultiple = false,
    Inherited = false
)]
public sealed class RepAttribute<TRep> : Attribute
    where TRep : struct
{
    /// <summary>The number of axes of the tensor; 0 where it may be any. With it, axes counted from the first are followed too.</summary>
    public int Rank { get; set; }
}
