using System;
using System.Collections.Concurrent;
using Reps.Algebra;

namespace Reps.Layers.Checkpoints;

/// <summary>
/// Which coupling tensors had another sign in e3nn up to 0.4.4: there the first coefficient of a tensor of ascending degrees was positive (the
/// middle one where it is not zero), and the others followed by symmetry.
/// </summary>
internal static class LegacySigns
{
    private static readonly ConcurrentDictionary<(int, int, int), bool> s_known = new();

    /// <summary>Whether the sign has changed. Never for even sums of degrees, where the middle coefficient is positive in both.</summary>
    public static bool Differ(int l1, int l2, int l3)
    {
        if ((l1 + l2 + l3) % 2 == 0) return false;
        int[] degrees = [l1, l2, l3];
        Array.Sort(degrees);
        // Permuting degrees multiplies both conventions by the same sign.
        return s_known.GetOrAdd((degrees[0], degrees[1], degrees[2]), static key => FirstIsNegative(key.Item1, key.Item2, key.Item3));
    }

    /// <summary>The sign of a stored tensor against this library's: 1, −1, or 0 where it is another tensor.</summary>
    public static int Against(double[] stored, int l1, int l2, int l3)
    {
        double[] own = ClebschGordan.RealTensor(l1, l2, l3).ToDense();
        if (stored.Length != own.Length) return 0;
        (double product, double size) = (0, 0);
        for (int n = 0; n < own.Length; n++)
        {
            product += stored[n] * own[n];
            size += stored[n] * stored[n];
        }
        double cosine = product / Math.Sqrt(size);
        return cosine > 0.999 ? 1 : cosine < -0.999 ? -1 : 0;
    }

    private static bool FirstIsNegative(int l1, int l2, int l3)
    {
        foreach (double value in ClebschGordan.RealTensor(l1, l2, l3).ToDense())
            if (value != 0) return value < 0;
        return false;
    }
}
