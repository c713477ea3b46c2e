using System;
using System.Numerics;
using Reps.Algebra;

namespace Reps.Kernels.Harmonics;

/// <summary>
/// Where things stand while a block of points is evaluated, and the constants in the order of their use, in the number type of the
/// evaluation, with the normalisation multiplied in.
/// </summary>
/// <remarks>
/// For each pair (l, m), 0 ≤ m ≤ l, there are two places: q·Re (z + ix)^m and q·Im (z + ix)^m, the components m and −m. A row of pairs
/// ends with two pairs of zeros, and a pair of zeros precedes all, so that neighbours m ± 1 in the row of l − 1 can be read everywhere.
/// </remarks>
internal static class HarmonicTables
{
    /// <summary>The constants of the ladder for one pair: down from m + 1, up from m − 1, along y.</summary>
    public const int LadderStride = 3;

    /// <summary>The place of a pair.</summary>
    public static int Position(int l, int m) => 1 + l * (l + 1) / 2 + 2 * l + m;

    /// <summary>The number of pairs up to a degree, with those of zeros.</summary>
    public static int Pairs(int degree) => Position(degree + 1, 0);

    /// <summary>The length of <see cref="FillRecurrence"/>'s table.</summary>
    public static int RecurrenceLength(int degree) => (degree + 1) * (degree + 2);

    /// <summary>For each m: q(m, m); then the factor of y in q(m + 1, m); then A and −B of q(l, m) for each l ≥ m + 2.</summary>
    public static void FillRecurrence<T>(int degree, HarmonicsNormalization normalization, ReadOnlySpan<double> constants, Span<T> table)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sectoral = normalization == HarmonicsNormalization.Integral ? 1 / Math.Sqrt(4 * Math.PI) : 1;
        int at = 0;
        for (int m = 0; m <= degree; m++)
        {
            if (m > 0) sectoral *= Constant(normalization, constants, 0, m, m);
            table[at++] = T.CreateTruncating(sectoral);
            for (int l = m + 1; l <= degree; l++)
            {
                double first = Constant(normalization, constants, 0, l, m);
                table[at++] = T.CreateTruncating(l == m + 1 ? first * sectoral : first);
                if (l > m + 1) table[at++] = T.CreateTruncating(-Constant(normalization, constants, 1, l, m));
            }
        }
    }

    /// <summary>
    /// For each pair, with c, s the values of degree l − 1: ∂(m)/∂z = up·c(m−1) − down·c(m+1), ∂(m)/∂x = −up·s(m−1) − down·s(m+1),
    /// ∂(−m)/∂z = up·s(m−1) − down·s(m+1), ∂(−m)/∂x = up·c(m−1) + down·c(m+1), ∂(±m)/∂y = along·(c, s)(m). Behind the constants of all
    /// pairs stand the same with the other sign.
    /// </summary>
    public static void FillLadder<T>(int degree, HarmonicsNormalization normalization, ReadOnlySpan<double> constants, Span<T> table)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        table.Clear();
        for (int l = 1; l <= degree; l++)
        {
            for (int m = 0; m <= l; m++)
            {
                int at = Position(l, m) * LadderStride;
                table[at] = T.CreateTruncating(Constant(normalization, constants, 3, l, m) * (m == 0 ? 1 : 0.5));
                table[at + 1] = T.CreateTruncating(Constant(normalization, constants, 4, l, m));
                table[at + 2] = T.CreateTruncating(Constant(normalization, constants, 2, l, m));
            }
        }
        int half = table.Length / 2;
        for (int n = 0; n < half; n++) table[half + n] = -table[n];
    }

    /// <summary>For each value of a row of the output, where its component stands.</summary>
    public static void FillPlaces(ReadOnlySpan<RepSegment> segments, int width, Span<int> places)
    {
        foreach (RepSegment segment in segments)
        {
            int l = segment.TwoJ / 2;
            for (int mu = -l; mu <= l; mu++)
            {
                int place = (2 * Position(l, Math.Abs(mu)) + (mu < 0 ? 1 : 0)) * width;
                places.Slice(segment.Offset + (l + mu) * segment.Multiplicity, segment.Multiplicity).Fill(place);
            }
        }
    }

    private static double Constant(HarmonicsNormalization normalization, ReadOnlySpan<double> constants, int which, int l, int m) =>
        normalization == HarmonicsNormalization.Norm ? Norm(which, l, m) : constants[HarmonicRecurrence.Position(l, m) + which];

    // In norm normalisation a degree is √(2l + 1) smaller than in component normalisation, which leaves these; so 1 is 1 there, and not
    // the product of two roots.
    private static double Norm(int which, int l, int m) =>
        which switch
        {
            0 when m == l => l == 1 ? 1 : Math.Sqrt((2 * l - 1.0) / (2 * l)),
            0 => (2 * l - 1) / Math.Sqrt((l - m) * (l + m)),
            1 => Math.Sqrt((l - 1.0 - m) * (l - 1 + m) / ((l - m) * (l + m))),
            2 => Math.Sqrt((l - m) * (l + m)),
            3 => m + 1 <= l - 1 ? Math.Sqrt((l - m) * (l - m - 1) / (m == 0 ? 2.0 : 1)) : 0,
            _ => m > 0 ? Math.Sqrt((m == 1 ? 2 : 1) * (l + m) * (l + m - 1)) / 2 : 0,
        };
}
