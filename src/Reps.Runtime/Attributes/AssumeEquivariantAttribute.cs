using System;

namespace Reps;

/// <summary>
/// Says that a method or all methods of a class keep the symmetry although the analyzers cannot see it. Their bodies are not examined; the
/// annotations of their parameters and results are believed.
/// </summary>
/// <param name="reason">Why it holds, for the next reader.</param>
/// <example><code>[AssumeEquivariant("a cross product, component by component")] static Tensor Cross(...)</code></example>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Constructor | AttributeTargets.Property,
    AllowMultiple = false,
    Inherited = false
)]
public sealed class AssumeEquivariantAttribute(string reason) : Attribute
{
    /// <summary>Why it holds.</summary>
    public string Reason { get; } = reason;
}
