namespace Reps;

/// <summary>A sum of tensor powers as a type: what <see cref="RepAttribute"/> makes of a partial struct, for signatures such as <c>S(n): 16xV^2</c>.</summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
public interface ITensorPowers<TSelf>
    where TSelf : struct, ITensorPowers<TSelf>
{
    /// <summary>The signature in its canonical form.</summary>
    static abstract string Signature { get; }
}
