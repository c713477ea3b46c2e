using System;

namespace Reps.Tests;

/// <summary>Results with several numbers of threads.</summary>
internal static class ThreadCounts
{
    private static readonly System.Threading.Lock s_one = new();

    /// <summary>Requires the same bits for any number of threads.</summary>
    public static void Agree<T>(Func<T[][]> evaluate)
    {
        // The number is one for the process; a test beside this one gets the same bits, whatever it is.
        lock (s_one)
        {
            int before = Parallelism.MaxThreads;
            try
            {
                Parallelism.MaxThreads = 1;
                T[][] expected = evaluate();
                foreach (int threads in new[] { 2, 3, 5 })
                {
                    Parallelism.MaxThreads = threads;
                    T[][] actual = evaluate();
                    for (int n = 0; n < expected.Length; n++) Assert.Equal(expected[n], actual[n]);
                }
            }
            finally
            {
                Parallelism.MaxThreads = before;
            }
        }
    }
}
