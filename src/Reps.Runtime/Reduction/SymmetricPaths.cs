using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Reps;

/// <summary>Finds the combinations of paths of one irrep that have a symmetry of their indices.</summary>
internal static class SymmetricPaths
{
    private const int MaxPaths = 2048;

    /// <summary>An orthonormal basis of the combinations, in e3nn's choice.</summary>
    /// <returns>[combinations, paths].</returns>
    public static DenseMatrix Find(CoupledPath[] paths, PermutationBasis symmetry, CancellationToken cancellationToken)
    {
        if (paths.Length > MaxPaths)
            throw new ArgumentException(
                $"{paths[0].Irrep} is reached by {paths.Length} paths, more than {MaxPaths}: take fewer indices or components,"
                    + " or filter the intermediate irreps."
            );
        DenseMatrix overlap = Overlap(paths, symmetry, cancellationToken);
        return Orthonormal.Orthonormalize(Invariant(overlap, cancellationToken), cancellationToken: cancellationToken).Basis;
    }

    // The projector onto the symmetry, between the first components of the paths. By Schur's lemma the others are alike.
    private static DenseMatrix Overlap(CoupledPath[] paths, PermutationBasis symmetry, CancellationToken cancellationToken)
    {
        int count = paths.Length;
        double[] overlap = new double[count * count];
        double[] dense = new double[symmetry.Count];
        (int[] Orbits, double[] Values)[] projected = [.. paths.Select(path => Project(path, symmetry, dense))];
        for (int u = 0; u < count; u++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int[] orbits, double[] values) = projected[u];
            for (int n = 0; n < orbits.Length; n++) dense[orbits[n]] = values[n];
            for (int v = 0; v <= u; v++)
            {
                double sum = 0;
                for (int n = 0; n < projected[v].Orbits.Length; n++) sum += dense[projected[v].Orbits[n]] * projected[v].Values[n];
                overlap[u * count + v] = overlap[v * count + u] = sum;
            }
            foreach (int orbit in orbits) dense[orbit] = 0;
        }
        return new(count, count, overlap);
    }

    // A path's first component in the basis of the symmetry, sparse.
    private static (int[] Orbits, double[] Values) Project(CoupledPath path, PermutationBasis symmetry, double[] scratch)
    {
        int[] orbits = [.. path.Indices[0].Select(element => symmetry.At(element).Orbit).Where(orbit => orbit >= 0).Distinct()];
        for (int n = 0; n < path.Indices[0].Length; n++)
        {
            (int orbit, double component) = symmetry.At(path.Indices[0][n]);
            if (orbit >= 0) scratch[orbit] += component * path.Values[0][n];
        }
        double[] values = Array.ConvertAll(orbits, orbit => scratch[orbit]);
        foreach (int orbit in orbits) scratch[orbit] = 0;
        return (orbits, values);
    }

    // The projector onto the combinations that the symmetry leaves alone: those with eigenvalue one.
    private static DenseMatrix Invariant(DenseMatrix overlap, CancellationToken cancellationToken)
    {
        // All eigenvalues are from 0 to 1. If they add up to what their squares do, all are 0 or 1: a projector already, as it is with all
        // paths. Where couplings are filtered, the symmetry leads out of the paths that are left.
        double trace = Enumerable.Range(0, overlap.Rows).Sum(i => overlap[i, i]);
        double squares = overlap.Values.Sum(value => value * value);
        if (Math.Abs(trace - squares) < 1e-10) return overlap;
        (double[] values, DenseMatrix vectors) = SymmetricEigen.Decompose(overlap, cancellationToken);
        IEnumerable<int> invariant = Enumerable.Range(0, values.Length).Where(e => values[e] > 1 - 2 * Orthonormal.Threshold);
        double[] kept = [.. invariant.SelectMany(e => vectors.Row(e).ToArray())];
        DenseMatrix basis = new(kept.Length / overlap.Rows, overlap.Rows, kept);
        return basis.Transpose() * basis;
    }
}
