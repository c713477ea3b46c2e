using System;
using System.Collections.Generic;
using System.Linq;

namespace Potential.Dynamics;

/// <summary>The total energy over time, and how well it was conserved.</summary>
/// <param name="atoms">The number of atoms.</param>
public sealed class EnergyRecord(int atoms)
{
    private readonly List<(double Time, double Energy, double Temperature)> _points = [];

    /// <summary>Adds a point.</summary>
    /// <param name="time">In fs.</param>
    /// <param name="energy">Potential and kinetic, in eV.</param>
    /// <param name="temperature">In K.</param>
    public void Add(double time, double energy, double temperature) => _points.Add((time, energy, temperature));

    /// <summary>The slope of the line through the energies, in meV/atom/ps.</summary>
    public double Drift
    {
        get
        {
            (double time, double energy) = (_points.Average(point => point.Time), _points.Average(point => point.Energy));
            double spread = _points.Sum(point => (point.Time - time) * (point.Time - time));
            double slope = spread == 0 ? 0 : _points.Sum(point => (point.Time - time) * (point.Energy - energy)) / spread;
            return slope * 1e6 / atoms;
        }
    }

    /// <summary>The root mean square distance of the energies from their mean, in meV/atom.</summary>
    public double Fluctuation
    {
        get
        {
            double mean = _points.Average(point => point.Energy);
            return 1000 * Math.Sqrt(_points.Average(point => (point.Energy - mean) * (point.Energy - mean))) / atoms;
        }
    }

    /// <summary>The mean temperature in K.</summary>
    public double MeanTemperature => _points.Average(point => point.Temperature);
}
