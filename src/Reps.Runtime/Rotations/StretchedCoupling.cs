using System;
using System.Threading;

namespace Reps;

/// <summary>
/// Degree l as the stretched part of degree 1 times degree l−1: component m of degree l is
/// <c>Middle·e₀⊗f[Index] + Plus1·e₁⊗f[PlusIndex1] + Plus2·e₁⊗f[PlusIndex2] + Minus1·e₋₁⊗f[MinusIndex1] + Minus2·e₋₁⊗f[MinusIndex2]</c>,
/// with e₋₁, e₀, e₁ = x, y, z. Indices count from 0; where a term is absent its coefficient is 0 and its index 0.
/// </summary>
/// <remarks>
/// These are the coefficients u, v, w of J. Ivanic and K. Ruedenberg, J. Phys. Chem. 100 (1996) 6342 (corrected in J. Phys. Chem. A
/// 102 (1998) 9099), divided by √(l(2l−1)), which makes the squares of each component sum to one.
/// </remarks>
internal readonly record struct StretchedCoupling
{
    // Degrees whose coefficients are kept once computed; 64 bytes for each of 2l+1 components.
    private const int LargestKept = 128;
    private static readonly StretchedCoupling[]?[] s_kept = new StretchedCoupling[LargestKept + 1][];

    private StretchedCoupling(int l, int m)
    {
        int a = Math.Abs(m);
        double norm = 1 / Math.Sqrt((double)l * ((2 * l) - 1));
        double u = norm * Math.Sqrt((double)(l + m) * (l - m));
        double v = norm * 0.5 * Math.Sqrt((double)(l + a - 1) * (l + a));
        double w = norm * -0.5 * Math.Sqrt((double)(l - a - 1) * (l - a));
        (Middle, Index) = At(l, u, m);
        switch (m)
        {
            case 0:
                (Plus1, PlusIndex1) = At(l, -Math.Sqrt(2) * v, 1);
                (Minus1, MinusIndex1) = At(l, -Math.Sqrt(2) * v, -1);
                break;
            case > 0:
                (Plus1, PlusIndex1) = At(l, m == 1 ? Math.Sqrt(2) * v : v, m - 1);
                (Plus2, PlusIndex2) = At(l, w, m + 1);
                (Minus1, MinusIndex1) = At(l, m == 1 ? 0 : -v, 1 - m);
                (Minus2, MinusIndex2) = At(l, w, -m - 1);
                break;
            default:
                (Plus1, PlusIndex1) = At(l, m == -1 ? 0 : v, m + 1);
                (Plus2, PlusIndex2) = At(l, w, m - 1);
                (Minus1, MinusIndex1) = At(l, m == -1 ? Math.Sqrt(2) * v : v, -m - 1);
                (Minus2, MinusIndex2) = At(l, -w, 1 - m);
                break;
        }
    }

    public double Middle { get; }

    public double Plus1 { get; }

    public double Plus2 { get; }

    public double Minus1 { get; }

    public double Minus2 { get; }

    public int Index { get; }

    public int PlusIndex1 { get; }

    public int PlusIndex2 { get; }

    public int MinusIndex1 { get; }

    public int MinusIndex2 { get; }

    /// <summary>The components m = −l … l of degree l ≥ 2.</summary>
    public static StretchedCoupling[] Of(int l)
    {
        StretchedCoupling[]? kept = l <= LargestKept ? Volatile.Read(ref s_kept[l]) : null;
        if (kept is not null) return kept;
        kept = new StretchedCoupling[(2 * l) + 1];
        for (int m = -l; m <= l; m++) kept[l + m] = new StretchedCoupling(l, m);

        // A race keeps one of two equal arrays.
        if (l <= LargestKept) Volatile.Write(ref s_kept[l], kept);
        return kept;
    }

    private static (double Coefficient, int Index) At(int l, double coefficient, int m)
        => coefficient == 0 ? (0, 0) : (coefficient, m + l - 1);
}
