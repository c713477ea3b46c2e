using System.Diagnostics;

namespace Potential.Training;

/// <summary>Counts steps and atoms for each second of steps; validation and checkpoints are not counted.</summary>
public sealed class Throughput
{
    private readonly Stopwatch _watch = new();
    private long _steps;
    private long _atoms;

    /// <summary>Steps a second.</summary>
    public double StepRate => _steps / Seconds;

    /// <summary>Atoms a second.</summary>
    public double AtomRate => _atoms / Seconds;

    private double Seconds => System.Math.Max(_watch.Elapsed.TotalSeconds, 1e-9);

    /// <summary>A step begins.</summary>
    public void Begin() => _watch.Start();

    /// <summary>A step has ended.</summary>
    public void End(int atoms)
    {
        _watch.Stop();
        _steps++;
        _atoms += atoms;
    }
}
