using System.Globalization;
using System.Linq;

namespace Reps.Algebra;

/// <summary>
/// An orbit of a group of permutations on pairs (J, I) of a list of output points and one of input points. Its map has the matrix that is 1 at
/// the pairs of the orbit and 0 elsewhere; the maps of all orbits are a basis of the equivariant ones.
/// </summary>
/// <param name="Outputs">J of the smallest pair, one point for each axis.</param>
/// <param name="Inputs">I of the smallest pair; of a bias none.</param>
/// <param name="Size">The number of pairs.</param>
public sealed record ListOrbit(EquatableArray<int> Outputs, EquatableArray<int> Inputs, long Size)
{
    /// <summary>The smallest pair: <c>(0,1|0,5)</c>.</summary>
    public override string ToString() => "(" + Text(Outputs) + "|" + Text(Inputs) + ")";

    private static string Text(EquatableArray<int> points) => string.Join(",", points.Select(static point => point.ToString(CultureInfo.InvariantCulture)));
}
