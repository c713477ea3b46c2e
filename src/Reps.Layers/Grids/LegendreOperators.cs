using System;
using static TorchSharp.torch;

namespace Reps.Layers.Grids;

/// <summary>The recurrence of <see cref="Reps.Legendre"/> as operators of torch.</summary>
internal static class LegendreOperators
{
    /// <summary>For each degree the orders 0 … l, each of the shape of the arguments.</summary>
    public static Tensor[][] UpTo(int lmax, Tensor z, Tensor y)
    {
        Tensor[][] values = new Tensor[lmax + 1][];
        for (int l = 0; l <= lmax; l++) values[l] = new Tensor[l + 1];
        for (int m = 0; m <= lmax; m++)
        {
            values[m][m] = m == 0
                ? z.Filled(1 / Math.Sqrt(4 * Math.PI))
                : (values[m - 1][m - 1] * y).Times(Math.Sqrt((2 * m + 1) / (2.0 * m)));
            for (int l = m + 1; l <= lmax; l++)
            {
                double rise = Math.Sqrt((4.0 * l * l - 1) / ((double)l * l - (double)m * m));
                Tensor next = (z * values[l - 1][m]).Times(rise);
                double fall = Math.Sqrt(((l - 1.0) * (l - 1) - (double)m * m) / (4 * (l - 1.0) * (l - 1) - 1));
                values[l][m] = l - 2 >= m ? next - values[l - 2][m].Times(rise * fall) : next;
            }
        }
        return values;
    }
}
