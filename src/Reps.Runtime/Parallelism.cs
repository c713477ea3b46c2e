using System;

namespace Reps;

/// <summary>How many threads a kernel may use.</summary>
public static class Parallelism
{
    private static int s_maxThreads = Environment.ProcessorCount;

    /// <summary>
    /// The most threads that one kernel call uses, itself included; at first the number of processors. Results do not depend on it: they are
    /// the same bits for any number. Of calls on several threads at once, one shares its work and the others stay on their own threads.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public static int MaxThreads
    {
        get => s_maxThreads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            s_maxThreads = value;
        }
    }
}
