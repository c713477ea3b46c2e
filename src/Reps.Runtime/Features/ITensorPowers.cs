using Reps.Algebra;

namespace Reps;

/// <summary>A sum of tensor powers as a type: what <see cref="RepAttribute"/> makes of a partial struct, for signatures such as <c>S(n): 16xV^2</c>.</summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
public interface ITensorPowers<TSelf>
    where TSelf : struct, ITensorPowers<TSelf>
{
    /// <summary>The signature in its canonical form.</summary>
    static abstract string Signature { get; }
}

/// <summary>The tensor powers behind a type, for code that computes with them at run time.</summary>
/// <typeparam name="TRep">A struct completed by <see cref="RepAttribute"/>.</typeparam>
public static class PowersOf<TRep>
    where TRep : struct, ITensorPowers<TRep>
{
    /// <summary>The groups and terms; parsed once, on first use.</summary>
    public static TensorPowers Powers { get; } = TensorPowers.Parse(TRep.Signature);
}
