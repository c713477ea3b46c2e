using System;
using Reps;
using static TorchSharp.torch;

namespace Potential.Commands;

/// <summary>The threads of torch and of the library's kernels.</summary>
internal static class Threads
{
    /// <summary>Computes with so many; 0 for as many as there are processors.</summary>
    public static void Use(int count)
    {
        int threads = count > 0 ? count : Environment.ProcessorCount;
        set_num_threads(threads);
        Parallelism.MaxThreads = threads;
    }
}
