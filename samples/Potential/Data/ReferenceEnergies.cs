using System;
using System.Collections.Generic;
using System.Linq;
using Reps;

namespace Potential.Data;

/// <summary>The energies of the elements' atoms that, added up, come nearest to the energies of structures.</summary>
public static class ReferenceEnergies
{
    // Relative to the counts' squares. It decides what the data leave open: structures of one composition determine one number only.
    private const double Ridge = 1e-10;

    /// <summary>Least squares. What the data leave open is shared evenly, so that every element has about the mean energy of an atom.</summary>
    /// <param name="structures">Structures with energies.</param>
    /// <param name="elements">The elements, as symbols.</param>
    /// <returns>One energy for each element, in eV.</returns>
    public static double[] Fit(IReadOnlyList<Structure> structures, IReadOnlyList<string> elements)
    {
        int size = elements.Count;
        ElementIndex index = new(elements);
        double mean = structures.Sum(structure => structure.Frame.Energy!.Value) / structures.Sum(structure => structure.Frame.Count);
        double[,] matrix = new double[size, size];
        double[] right = new double[size];
        foreach (XyzFrame frame in structures.Select(structure => structure.Frame))
        {
            double[] counts = new double[size];
            foreach (int place in index.Of(frame)) counts[place]++;
            double rest = frame.Energy!.Value - (mean * frame.Count);
            for (int i = 0; i < size; i++)
            {
                right[i] += counts[i] * rest;
                for (int j = 0; j < size; j++) matrix[i, j] += counts[i] * counts[j];
            }
        }
        double trace = Enumerable.Range(0, size).Sum(i => matrix[i, i]);
        for (int i = 0; i < size; i++) matrix[i, i] += Ridge * trace;
        return [.. Solve(matrix, right).Select(energy => mean + energy)];
    }

    // Cholesky, in place.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        for (int i = 0; i < size; i++)
        for (int j = 0; j <= i; j++)
        {
            double sum = matrix[i, j];
            for (int k = 0; k < j; k++) sum -= matrix[i, k] * matrix[j, k];
            matrix[i, j] = i == j ? Math.Sqrt(sum) : sum / matrix[j, j];
        }
        double[] x = [.. right];
        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < i; k++) x[i] -= matrix[i, k] * x[k];
            x[i] /= matrix[i, i];
        }
        for (int i = size - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < size; k++) x[i] -= matrix[k, i] * x[k];
            x[i] /= matrix[i, i];
        }
        return x;
    }
}
