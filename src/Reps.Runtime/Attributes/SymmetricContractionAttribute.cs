using System;

namespace Reps;

/// <summary>
/// Makes a partial class a layer of equivariant polynomials, channel by channel, with weights chosen by each row's element (the product
/// basis of MACE): the generator completes it with <see cref="ISymmetricContraction{TInput, TOutput}"/>. All segments of both
/// representations have the same multiplicity. Weights are [element, path, channel].
/// </summary>
/// <typeparam name="TInput">The representation of the input.</typeparam>
/// <typeparam name="TOutput">The representation of the output.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class SymmetricContractionAttribute<TInput, TOutput> : Attribute
    where TInput : struct
    where TOutput : struct
{
    /// <summary>The highest degree of the polynomials, 1 to 3.</summary>
    public int Correlation { get; set; } = 3;

    /// <summary>Whether paths into the same output share its variance: a path of degree n is divided by √(n!·paths), for None not at all.</summary>
    public PathNormalization PathNormalization { get; set; } = PathNormalization.Element;
}
