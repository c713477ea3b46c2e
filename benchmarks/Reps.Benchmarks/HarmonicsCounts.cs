using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>The counts of the harmonics of all degrees up to one, for one normalised vector of floats.</summary>
internal static class HarmonicsCounts
{
    // Squared length 5, its inverse root 2, scaling 3.
    private const int Normalizing = 10;

    /// <summary>
    /// Values: (c, s)ₘ takes 6 operations for each m, the recurrence in the degree 4 for each (l, m ≥ 0), and ±m one product each.
    /// </summary>
    public static Counts Values(int lmax) =>
        new(3 * sizeof(float), sizeof(float) * Dim(lmax), Normalizing + 6 * lmax + 4 * (lmax + 1) * (lmax + 2) / 2 + lmax * (lmax + 1));

    /// <summary>The vector-Jacobian product: the values are needed again, and each component adds to three sums, which are then projected.</summary>
    public static Counts Gradient(int lmax) =>
        new(sizeof(float) * (3 + Dim(lmax)), 3 * sizeof(float), Values(lmax).Flops + 9.0 * Dim(lmax) + 14);

    /// <summary>
    /// Values and their Jacobian: three derivatives of each component, each a product and a sum of products of lower ones, projected along
    /// the vector (5 + 6 operations) and divided by its length (3).
    /// </summary>
    public static Counts ValuesAndJacobian(int lmax) =>
        new(3 * sizeof(float), sizeof(float) * 4 * Dim(lmax), Values(lmax).Flops + 20.0 * Dim(lmax));

    private static double Dim(int lmax) => (lmax + 1) * (lmax + 1);
}
