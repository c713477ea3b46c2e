using System.Linq;

namespace Reps.Analyzers.Flow;

/// <summary>Signs under inversion.</summary>
internal static class Parity
{
    /// <summary>The representation times the sign; itself for a group without inversion.</summary>
    public static Irreps Flip(Irreps irreps) =>
        irreps.Group != Group.O3 ? irreps : new(irreps.Group, irreps.Select(static entry => new MulIrrep(entry.Mul, Flip(entry.Irrep))));

    /// <summary>The representation with every sign taken away.</summary>
    public static Irreps Absolute(Irreps irreps) =>
        irreps.Group != Group.O3
            ? irreps
            : new(irreps.Group, irreps.Select(static entry => entry.Irrep.Parity > 0 ? entry : new MulIrrep(entry.Mul, Flip(entry.Irrep))));

    private static Irrep Flip(Irrep irrep) => irrep.Group == Group.O3 ? Irrep.O3(irrep.L, -irrep.Parity) : irrep;
}
