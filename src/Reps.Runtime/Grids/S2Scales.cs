using System;

namespace Reps;

/// <summary>The factors of the degrees in e3nn's normalisations.</summary>
internal static class S2Scales
{
    public static double[] Synthesis(int lmax, GridNormalization normalization)
    {
        double each = Math.Sqrt(4 * Math.PI / (lmax + 1));
        return Fill(lmax, normalization, l => each / Math.Sqrt(2 * l + 1), each, 1);
    }

    public static double[] Analysis(int lmax, int lmaxIn, GridNormalization normalization)
    {
        double each = Math.Sqrt(4 * Math.PI * (lmaxIn + 1));
        return Fill(lmax, normalization, l => each * Math.Sqrt(2 * l + 1), each, 4 * Math.PI);
    }

    private static double[] Fill(int lmax, GridNormalization normalization, Func<int, double> component, double norm, double integral)
    {
        double[] scales = new double[lmax + 1];
        for (int l = 0; l <= lmax; l++)
            scales[l] = normalization switch
            {
                GridNormalization.Component => component(l),
                GridNormalization.Norm => norm,
                GridNormalization.Integral => integral,
                _ => throw new ArgumentOutOfRangeException(
                    nameof(normalization),
                    normalization,
                    "The normalization must be Component, Norm or Integral; for another, give a factor for each degree."
                ),
            };
        return scales;
    }
}
