using System;
using System.Diagnostics;
using System.Runtime;
using System.Threading;

namespace Reps.Benchmarking;

/// <summary>Minima over repeats, in a box of time.</summary>
internal static class Timing
{
    private const int FewestRuns = 2;
    private const double ShortestSample = 50e-6;

    /// <summary>The least number of seconds that an action takes; runs shorter than the clock resolves well are repeated inside a sample.</summary>
    /// <param name="action">What is timed.</param>
    /// <param name="seconds">When to stop; a few runs are made in any case.</param>
    public static double Best(Action action, double seconds)
    {
        double best = Sample(action, 1);
        int repeats = (int)Math.Clamp(ShortestSample / Math.Max(best, 1e-9), 1, 10_000);
        long start = Stopwatch.GetTimestamp();
        for (int run = 0; run < FewestRuns || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; run++)
            best = Math.Min(best, Sample(action, repeats));
        return best;
    }

    /// <summary>Calls an action until the just-in-time compiler has nothing left to improve, or for about as long as given.</summary>
    /// <param name="action">Runs what will be timed, on little data.</param>
    /// <param name="seconds">When to stop.</param>
    public static void WarmUp(Action action, double seconds = 3)
    {
        long start = Stopwatch.GetTimestamp();
        long compiled = -1;
        // A method is compiled again after thirty calls, in the background, once no new methods have appeared for a tenth of a second.
        for (int round = 0; round < 3 || JitInfo.GetCompiledMethodCount() != compiled; round++)
        {
            if (round >= 2 && Stopwatch.GetElapsedTime(start).TotalSeconds > seconds) return;
            compiled = JitInfo.GetCompiledMethodCount();
            long calls = Stopwatch.GetTimestamp();
            for (int call = 0; call < 40 && (call < 2 || Stopwatch.GetElapsedTime(calls).TotalSeconds < seconds / 4); call++) action();
            Thread.Sleep(150);
        }
    }

    private static double Sample(Action action, int repeats)
    {
        long start = Stopwatch.GetTimestamp();
        for (int n = 0; n < repeats; n++) action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / repeats;
    }
}
