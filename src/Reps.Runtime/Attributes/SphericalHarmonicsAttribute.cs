using System;

namespace Reps;

/// <summary>
/// Makes a partial class the real spherical harmonics of a vector: the generator completes it with
/// <see cref="ISphericalHarmonics{TOutput}"/>.
/// </summary>
/// <typeparam name="TOutput">The representation to fill, for example <c>0e + 1o + 2e</c>; repeated and unsorted degrees are kept in order.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class SphericalHarmonicsAttribute<TOutput> : Attribute
    where TOutput : struct
{
    /// <summary>The normalisation; component by default, as models use it.</summary>
    public HarmonicsNormalization Normalization { get; set; } = HarmonicsNormalization.Component;

    /// <summary>Whether vectors are divided by their length first; true by default. Otherwise the results are r^l·Y^l.</summary>
    public bool Normalize { get; set; } = true;
}
