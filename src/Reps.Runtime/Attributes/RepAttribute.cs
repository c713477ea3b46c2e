using System;
using System.Diagnostics.CodeAnalysis;

namespace Reps;

/// <summary>
/// Makes a partial struct stand for a representation. The generator completes it with <see cref="IRep{TSelf}"/>: its dimension, its
/// segments and a slice for each of them; or, for tensor powers, with <see cref="ITensorPowers{TSelf}"/>. On a parameter, field, property or
/// return value that is a plain tensor, a span or an array it says how its numbers transform, and the analyzers follow it from there.
/// </summary>
/// <param name="signature">
/// A group and a representation of it, such as <c>O(3): 64x0e + 32x1o</c>, <c>SO(3): 8x0 + 4x1</c> or <c>SU(2): 2x1/2</c>. Without a
/// group it is O(3). Or tensor powers of R^n: <c>S(n): 16xV^2 + 8xV</c>, <c>O(3): 4xV^2</c>, <c>S(n)×O(3): 2xV^(1,1)</c>,
/// also of the symmetries of a graph: <c>Aut(0-1 1-2 2-0): 4xV^2</c>, <c>Aut(petersen): 4xV</c>, <c>D(6): 4xV</c>.
/// </param>
/// <remarks>
/// A tensor of irreps is [..., dim], inside a segment [component, channel], as in a typed feature. A tensor of one tensor power is
/// [..., n, …, n, channels]; of several side by side, [..., dim], term after term. A span or array of float or double holds rows of irreps,
/// one after the other.
/// </remarks>
/// <example>
/// <code>
/// [Rep("O(3): 64x0e + 64x1o + 64x2e")] public readonly partial struct Hidden;
/// Tensor Energy([Rep("8x1o")] Tensor x) => ...
/// </code>
/// </example>
[AttributeUsage(
    AttributeTargets.Struct | AttributeTargets.Parameter | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.ReturnValue,
    AllowMultiple = false,
    Inherited = false
)]
public sealed class RepAttribute([StringSyntax("Reps")] string signature) : Attribute
{
    /// <summary>The signature as written.</summary>
    public string Signature { get; } = signature;

    /// <summary>The number of axes of an annotated tensor; 0 where it may be any. With it, axes counted from the first are followed too.</summary>
    public int Rank { get; set; }
}
