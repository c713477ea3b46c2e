using System;
using System.Diagnostics;

namespace Potential.Training;

/// <summary>When it is time for a checkpoint. The numbers of a training do not depend on it.</summary>
/// <param name="steps">After so many steps; 0 for never.</param>
/// <param name="seconds">After so many seconds; 0 for never.</param>
public sealed class CheckpointInterval(int steps, double seconds)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _steps;

    /// <summary>Counts a step.</summary>
    /// <returns>Whether a checkpoint is due.</returns>
    public bool Step()
    {
        _steps++;
        return (steps > 0 && _steps >= steps) || (seconds > 0 && _watch.Elapsed >= TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Begins anew after a checkpoint.</summary>
    public void Reset()
    {
        _steps = 0;
        _watch.Restart();
    }
}
