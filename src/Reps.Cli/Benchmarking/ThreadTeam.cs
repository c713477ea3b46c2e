using System;
using System.Threading;

namespace Reps.Benchmarking;

/// <summary>Threads that wait for work, so that a measurement holds no time to start them. The caller is the first of them.</summary>
internal sealed class ThreadTeam : IDisposable
{
    private readonly Barrier _barrier;
    private Action<int>? _work;
    private Exception? _failure;

    /// <summary>Starts the threads.</summary>
    /// <param name="count">How many there are, the caller included.</param>
    public ThreadTeam(int count)
    {
        Count = count;
        _barrier = new Barrier(count);
        for (int part = 1; part < count; part++)
        {
            int own = part;
            new Thread(() => Serve(own)) { IsBackground = true }.Start();
        }
    }

    /// <summary>How many threads work.</summary>
    public int Count { get; }

    /// <summary>Calls the work with 0, 1, … on its threads at once, and waits for all.</summary>
    public void Run(Action<int> work)
    {
        if (Count == 1)
        {
            work(0);
            return;
        }
        _work = work;
        _barrier.SignalAndWait();
        Try(0);
        _barrier.SignalAndWait();
        if (Interlocked.Exchange(ref _failure, null) is Exception failure) throw new AggregateException(failure);
    }

    public void Dispose()
    {
        _work = null;
        if (Count > 1) _barrier.SignalAndWait();
        // The threads may still be leaving the barrier; it holds no system resource that would need to be given back now.
    }

    private void Serve(int part)
    {
        while (true)
        {
            _barrier.SignalAndWait();
            if (_work is null) return;
            Try(part);
            _barrier.SignalAndWait();
        }
    }

    private void Try(int part)
    {
        try
        {
            _work!(part);
        }
        catch (Exception exception)
        {
            _failure = exception;
        }
    }
}
