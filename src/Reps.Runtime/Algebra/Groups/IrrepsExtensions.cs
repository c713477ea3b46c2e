using System.Linq;

namespace Reps;

/// <summary>
/// Counting in a representation. An extension because <see cref="Irreps"/> already has the property <see cref="Irreps.Count"/>, and a type
/// cannot have a method of that name as well.
/// </summary>
public static class IrrepsExtensions
{
    /// <summary>The total multiplicity of an irrep, over all entries.</summary>
    public static int Count(this Irreps irreps, Irrep irrep) => irreps.Sum(entry => entry.Irrep == irrep ? entry.Mul : 0);
}
