using System;
using System.Diagnostics.CodeAnalysis;

namespace Reps;

/// <summary>
/// Makes a partial struct stand for a representation. The generator completes it with <see cref="IRep{TSelf}"/>: its dimension, its
/// segments and a slice for each of them.
/// </summary>
/// <param name="signature">
/// A group and a representation of it, such as <c>O(3): 64x0e + 32x1o</c>, <c>SO(3): 8x0 + 4x1</c> or <c>SU(2): 2x1/2</c>. Without a
/// group it is O(3).
/// </param>
/// <example><code>[Rep("O(3): 64x0e + 64x1o + 64x2e")] public readonly partial struct Hidden;</code></example>
[AttributeUsage(AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class RepAttribute([StringSyntax("Reps")] string signature) : Attribute
{
    /// <summary>The signature as written.</summary>
    public string Signature { get; } = signature;
}
