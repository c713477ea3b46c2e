namespace Reps.Algebra;

/// <summary>Which representations the harmonics of a vector can fill.</summary>
internal static class HarmonicsRules
{
    /// <summary>Says why the harmonics of one vector cannot have this representation; null when they can.</summary>
    public static string? Check(Irreps output)
    {
        if (output.Group == Group.SU2) return "Spherical harmonics are functions on the sphere: write O(3) or SO(3) instead of SU(2).";
        int odd = 0;
        foreach (MulIrrep entry in output)
        {
            Irrep irrep = entry.Irrep;
            if (irrep.L % 2 == 0 && irrep.Parity < 0)
                return $"{irrep} is no harmonic: degrees that are even have even parity for vectors and pseudovectors alike; write {Irrep.O3(irrep.L, 1)}.";
            if (irrep.L % 2 == 0 || irrep.Group != Group.O3) continue;
            if (odd != 0 && odd != irrep.Parity)
                return $"{irrep} contradicts the parity of the odd degrees before it: they are all odd for a vector (1o), all even for a pseudovector (1e).";
            odd = irrep.Parity;
        }
        return null;
    }
}
