using System.Linq;

namespace Reps;

/// <content>Its matrices.</content>
public sealed partial class Permutation
{
    /// <summary>The matrix that permutes coordinates, e3nn's <c>natural_representation</c>: 1 in row p(i) of column i.</summary>
    /// <returns>n×n.</returns>
    public DenseMatrix NaturalRepresentation()
    {
        double[] values = new double[Count * Count];
        for (int i = 0; i < Count; i++) values[_images[i] * Count + i] = 1;
        return new(Count, Count, values);
    }

    /// <summary>The action on the vectors whose coordinates add up to zero, e3nn's <c>standard_representation</c>: irreducible, orthogonal.</summary>
    /// <returns>(n−1)×(n−1), in the basis that <see cref="Orthonormal.Complete"/> gives beside (1, …, 1).</returns>
    public DenseMatrix StandardRepresentation()
    {
        if (Count == 0) return new(0, 0, []);
        DenseMatrix basis = Orthonormal.Complete(new(1, Count, [.. Enumerable.Repeat(1.0, Count)]), 0.1 / Count);
        return basis * NaturalRepresentation() * basis.Transpose();
    }
}
