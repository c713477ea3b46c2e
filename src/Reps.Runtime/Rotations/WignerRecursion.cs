using System;
using System.Numerics;

namespace Reps;

/// <summary>
/// Builds the rotation matrix of degree l from those of degrees l−1 and 1, without angles: D^l = Cᵀ(D^1 ⊗ D^{l−1})C with the
/// <see cref="StretchedCoupling">stretched coupling</see> C on rows and columns.
/// </summary>
/// <remarks>
/// With the polar axis y the degree-1 basis is (x, y, z), so the 3x3 matrix of the rotation is D^1 as it stands. Ivanic and Ruedenberg
/// couple the rows only and read D^l off a single component of the columns, which divides by √(l²−n²) and loses half of the digits by
/// l = 100. Coupling both sides takes more multiplications, but it is a contraction: measured, D^100 is right to 1e-13.
/// </remarks>
internal static class WignerRecursion
{
    /// <summary>Fills <paramref name="next"/>; l ≥ 2.</summary>
    /// <param name="l">Degree.</param>
    /// <param name="rotation">The 3x3 matrix.</param>
    /// <param name="previous">The matrix of degree l−1, shape [2l−1, 2l−1].</param>
    /// <param name="next">The matrix of degree l, shape [2l+1, 2l+1].</param>
    /// <param name="scratch">3(2l−1) numbers.</param>
    public static void Step(int l, ReadOnlySpan<double> rotation, ReadOnlySpan<double> previous, Span<double> next, Span<double> scratch)
    {
        int width = (2 * l) - 1;
        Span<double> minus = scratch[..width];
        Span<double> middle = scratch.Slice(width, width);
        Span<double> plus = scratch.Slice(2 * width, width);
        StretchedCoupling[] couplings = StretchedCoupling.Of(l);
        for (int row = 0; row < couplings.Length; row++)
        {
            CoupleRow(couplings[row], rotation, previous, minus, middle, plus);
            Span<double> result = next.Slice(row * couplings.Length, couplings.Length);
            for (int column = 0; column < couplings.Length; column++)
            {
                ref readonly StretchedCoupling c = ref couplings[column];
                result[column] =
                    c.Middle * middle[c.Index]
                    + (c.Plus1 * plus[c.PlusIndex1] + c.Plus2 * plus[c.PlusIndex2])
                    + (c.Minus1 * minus[c.MinusIndex1] + c.Minus2 * minus[c.MinusIndex2]);
            }
        }
    }

    // One row of Cᵀ(D^1 ⊗ D^{l−1}), by the component of the vector in its columns.
    private static void CoupleRow(
        in StretchedCoupling c,
        ReadOnlySpan<double> r,
        ReadOnlySpan<double> previous,
        Span<double> minus,
        Span<double> middle,
        Span<double> plus
    )
    {
        int width = middle.Length;
        ReadOnlySpan<double> m0 = previous.Slice(c.Index * width, width);
        ReadOnlySpan<double> p1 = previous.Slice(c.PlusIndex1 * width, width);
        ReadOnlySpan<double> p2 = previous.Slice(c.PlusIndex2 * width, width);
        ReadOnlySpan<double> n1 = previous.Slice(c.MinusIndex1 * width, width);
        ReadOnlySpan<double> n2 = previous.Slice(c.MinusIndex2 * width, width);
        int i = 0;
        for (; i + Vector<double>.Count <= width; i += Vector<double>.Count)
        {
            Vector<double> x = (c.Minus1 * new Vector<double>(n1[i..])) + (c.Minus2 * new Vector<double>(n2[i..]));
            Vector<double> y = c.Middle * new Vector<double>(m0[i..]);
            Vector<double> z = (c.Plus1 * new Vector<double>(p1[i..])) + (c.Plus2 * new Vector<double>(p2[i..]));
            ((x * r[0]) + (y * r[3]) + (z * r[6])).CopyTo(minus[i..]);
            ((x * r[1]) + (y * r[4]) + (z * r[7])).CopyTo(middle[i..]);
            ((x * r[2]) + (y * r[5]) + (z * r[8])).CopyTo(plus[i..]);
        }

        for (; i < width; i++)
        {
            double x = (c.Minus1 * n1[i]) + (c.Minus2 * n2[i]);
            double y = c.Middle * m0[i];
            double z = (c.Plus1 * p1[i]) + (c.Plus2 * p2[i]);
            minus[i] = (x * r[0]) + (y * r[3]) + (z * r[6]);
            middle[i] = (x * r[1]) + (y * r[4]) + (z * r[7]);
            plus[i] = (x * r[2]) + (y * r[5]) + (z * r[8]);
        }
    }
}
