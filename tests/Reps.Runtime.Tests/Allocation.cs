using System;

namespace Reps.Tests;

/// <summary>What calls allocate on the thread that makes them, once they have run.</summary>
internal static class Allocation
{
    private const int Attempts = 5;
    private const int Calls = 20;

    /// <summary>
    /// Bytes allocated by twenty calls, the least of a few attempts. What every call allocates is in each of them; what one attempt alone may
    /// hold is a thread's first part of a job, which a busy machine gives to it late, or a pool that a collection has just emptied.
    /// </summary>
    public static long Of(Action call)
    {
        call();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int n = 0; n < Calls; n++) call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
