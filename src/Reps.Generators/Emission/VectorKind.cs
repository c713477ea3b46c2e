namespace Reps.Generators.Emission;

/// <summary>A vector type that straight-line kernels are written for.</summary>
/// <param name="Name">The name in generated class names.</param>
/// <param name="Class">The static class with its operations.</param>
/// <param name="Type">The type without its argument.</param>
internal sealed record VectorKind(string Name, string Class, string Type)
{
    /// <summary>
    /// <c>Vector&lt;T&gt;</c> has 128 or 256 bits as the hardware has; on hardware with 512 it still has 256, so those are written out too.
    /// </summary>
    public static readonly VectorKind[] All =
    [
        new("Natural", "global::System.Numerics.Vector", "global::System.Numerics.Vector"),
        new("Wide", "global::System.Runtime.Intrinsics.Vector512", "global::System.Runtime.Intrinsics.Vector512"),
    ];
}
