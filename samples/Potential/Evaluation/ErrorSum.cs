using System;

namespace Potential.Evaluation;

/// <summary>Errors, added up.</summary>
public sealed class ErrorSum
{
    private double _absolute;
    private double _squares;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean, without their signs; not a number where there are none.</summary>
    public double MeanAbsolute => _absolute / Count;

    /// <summary>The root of the mean of their squares.</summary>
    public double RootMeanSquare => Math.Sqrt(_squares / Count);

    /// <summary>Adds an error.</summary>
    public void Add(double error)
    {
        Count++;
        _absolute += Math.Abs(error);
        _squares += error * error;
    }
}
