using System;
using System.Collections.Generic;

namespace Reps.Layers;

/// <summary>Compares the representations of types with those that a module needs.</summary>
internal static class TypedSignature
{
    /// <summary>Requires that the features of a type are stored as a representation says.</summary>
    /// <exception cref="ArgumentException">They are not; the message gives the attribute that the type needs.</exception>
    public static void Require<TRep>(Irreps needed, string role, string module)
        where TRep : struct, IRep<TRep>
    {
        if (!SameStorage(Rep<TRep>.Irreps, needed))
            throw new ArgumentException(
                $"The {role} of {module} is {needed}, but {typeof(TRep).Name} is {TRep.Signature}: declare it as [Rep(\"{needed.Group.Name()}: {needed}\")].");
    }

    /// <summary>
    /// Whether features of two representations are the same numbers in the same order: equal lists, but for entries without channels, and for
    /// neighbouring entries of one scalar irrep, which may be cut in any way.
    /// </summary>
    public static bool SameStorage(Irreps left, Irreps right)
    {
        if (left.Group != right.Group || left.Dim != right.Dim) return false;
        List<MulIrrep> a = Merged(left);
        List<MulIrrep> b = Merged(right);
        if (a.Count != b.Count) return false;
        for (int n = 0; n < a.Count; n++)
            if (a[n] != b[n]) return false;
        return true;
    }

    private static List<MulIrrep> Merged(Irreps irreps)
    {
        List<MulIrrep> result = [];
        foreach (MulIrrep entry in irreps)
        {
            if (entry.Mul == 0) continue;
            if (entry.Irrep.Dim == 1 && result.Count > 0 && result[^1].Irrep == entry.Irrep) result[^1] = new(result[^1].Mul + entry.Mul, entry.Irrep);
            else result.Add(entry);
        }
        return result;
    }
}
