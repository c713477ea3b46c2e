using System;

namespace Reps;

/// <summary>
/// Makes a partial class a linear equivariant layer: the generator completes it with <see cref="ILinear{TInput, TOutput}"/>. Weights are
/// one flat vector: for every pair of equal irreps an [input multiplicity, output multiplicity] matrix, input segment outermost.
/// </summary>
/// <typeparam name="TInput">The representation of the input.</typeparam>
/// <typeparam name="TOutput">The representation of the output.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class LinearAttribute<TInput, TOutput> : Attribute
    where TInput : struct
    where TOutput : struct
{
    /// <summary>How paths into the same output share its variance.</summary>
    public PathNormalization PathNormalization { get; set; } = PathNormalization.Element;
}
