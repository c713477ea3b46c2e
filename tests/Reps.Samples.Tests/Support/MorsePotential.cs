using System;
using Potential.Dynamics;

namespace Reps.Tests.Samples.Support;

/// <summary>All pairs of an open system with Morse's potential, written down once more: shares nothing with the sample.</summary>
internal sealed class MorsePotential : IForceField
{
    private const double Depth = 0.5, Width = 1.5, Distance = 1.6;

    public double Evaluate(double[] positions, double[] forces)
    {
        Array.Clear(forces);
        double energy = 0;
        for (int i = 0; i < positions.Length; i += 3)
        for (int j = 0; j < i; j += 3)
        {
            double[] d = [positions[i] - positions[j], positions[i + 1] - positions[j + 1], positions[i + 2] - positions[j + 2]];
            double r = Math.Sqrt((d[0] * d[0]) + (d[1] * d[1]) + (d[2] * d[2]));
            double e = Math.Exp(-Width * (r - Distance));
            energy += Depth * ((e * e) - (2 * e));
            double slope = Depth * Width * 2 * (e - (e * e));
            for (int axis = 0; axis < 3; axis++)
            {
                forces[i + axis] -= slope * d[axis] / r;
                forces[j + axis] += slope * d[axis] / r;
            }
        }
        return energy;
    }
}
