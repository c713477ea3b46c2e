namespace Reps.Generators.Models;

/// <summary>A representation type that a layer names.</summary>
/// <param name="TypeName">Its fully qualified name.</param>
/// <param name="Signature">The text of its attribute.</param>
internal sealed record OperandModel(string TypeName, string? Signature)
{
    /// <summary>Whether it is a sum of tensor powers, and not of irreps.</summary>
    public bool IsTensorPowers => Reps.Algebra.TensorPowers.Describes(Signature);
}
