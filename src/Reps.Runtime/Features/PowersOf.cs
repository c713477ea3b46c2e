using Reps.Algebra;

namespace Reps;

/// <summary>The tensor powers behind a type, for code that computes with them at run time.</summary>
/// <typeparam name="TRep">A struct completed by <see cref="RepAttribute"/>.</typeparam>
public static class PowersOf<TRep>
    where TRep : struct, ITensorPowers<TRep>
{
    /// <summary>The groups and terms; parsed once, on first use.</summary>
    public static TensorPowers Powers { get; } = TensorPowers.Parse(TRep.Signature);
}
