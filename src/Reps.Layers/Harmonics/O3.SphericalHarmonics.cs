using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>Spherical harmonics of vectors.</content>
public static partial class O3
{
    /// <summary>Real spherical harmonics: e3nn's <c>spherical_harmonics</c>. For many calls make a <see cref="SphericalHarmonicsModule"/> once.</summary>
    /// <param name="degrees">The degrees, in the order wanted; may repeat.</param>
    /// <param name="vectors">[..., 3].</param>
    /// <param name="normalize">Whether vectors are divided by their length; else the result is a polynomial of them.</param>
    /// <param name="normalization">The normalisation; e3nn's default is integral.</param>
    /// <returns>[..., Σ(2l+1)].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A degree is negative or beyond the budget, or the normalisation is none.</exception>
    /// <exception cref="ArgumentException">The last dimension has not three numbers.</exception>
    public static Tensor SphericalHarmonics(
        IReadOnlyList<int> degrees,
        Tensor vectors,
        bool normalize,
        HarmonicsNormalization normalization = HarmonicsNormalization.Integral
    )
    {
        CheckDegrees(degrees);
        Irreps irreps = new(Group.O3, degrees.Select(l => (MulIrrep)Irrep.O3(l, l % 2 == 0 ? 1 : -1)));
        return new SphericalHarmonicsModule(Reps.SphericalHarmonics.Create(irreps, normalization, normalize)).forward(vectors);
    }
}
