using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Reps.Kernels.Execution;

/// <summary>
/// Threads that wait for kernels. A job's parts are taken from a counter, so who does which part varies; what a part computes does not,
/// and so results are the same bits for any number of threads.
/// </summary>
internal static unsafe class KernelThreads
{
    private static readonly Lock s_busy = new();
    private static readonly SemaphoreSlim s_start = new(0);

    // Released once for a job, by the last worker to leave it: a late signal cannot be taken for that of the next job.
    private static readonly SemaphoreSlim s_done = new(0);
    private static int s_workers;
    private static delegate*<void*, int, void> s_invoke;
    private static void* s_job;
    private static int s_parts;
    private static int s_next;
    private static int s_busyThreads;

    /// <summary>Does all parts of a job and returns when they are done.</summary>
    /// <param name="job">The job; it stays where it is while it runs.</param>
    /// <param name="parts">The number of parts.</param>
    public static void Run<TJob>(ref TJob job, int parts)
        where TJob : unmanaged, IJob
    {
        int threads = Math.Min(Parallelism.MaxThreads, parts);
        // A kernel inside a kernel, or beside one of another thread, does its parts alone.
        if (threads <= 1 || s_busy.IsHeldByCurrentThread || !s_busy.TryEnter())
        {
            for (int part = 0; part < parts; part++) RunPart(ref job, part);
            return;
        }
        try
        {
            fixed (TJob* pointer = &job) RunParallel(&Invoke<TJob>, pointer, parts, threads);
        }
        finally
        {
            s_busy.Exit();
        }
    }

    private static void RunParallel(delegate*<void*, int, void> invoke, void* job, int parts, int threads)
    {
        for (; s_workers < threads - 1; s_workers++)
            new Thread(Work) { IsBackground = true, Name = "Reps kernel" }.UnsafeStart();
        s_invoke = invoke;
        s_job = job;
        s_parts = parts;
        s_next = 0;
        s_busyThreads = threads;
        s_start.Release(threads - 1);
        TakeParts();
        if (Interlocked.Decrement(ref s_busyThreads) > 0) s_done.Wait();
    }

    private static void Work()
    {
        while (true)
        {
            s_start.Wait();
            TakeParts();
            if (Interlocked.Decrement(ref s_busyThreads) == 0) s_done.Release();
        }
    }

    private static void TakeParts()
    {
        for (int part = Interlocked.Increment(ref s_next) - 1; part < s_parts; part = Interlocked.Increment(ref s_next) - 1) s_invoke(s_job, part);
    }

    private static void Invoke<TJob>(void* job, int part)
        where TJob : unmanaged, IJob => RunPart(ref Unsafe.AsRef<TJob>(job), part);

    private static void RunPart<TJob>(ref TJob job, int part)
        where TJob : unmanaged, IJob
    {
        long used = Scratch.Used;
        try
        {
            job.Run(part);
        }
        finally
        {
            Scratch.Used = used;
        }
    }
}
