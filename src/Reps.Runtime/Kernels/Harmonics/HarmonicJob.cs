using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Kernels.Execution;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Harmonics;

/// <summary>
/// A pass in parts of consecutive rows. Results do not depend on the parts, because a row's do not depend on its place in a batch; so there
/// are as many as the threads can use.
/// </summary>
internal readonly unsafe struct HarmonicJob<TPass, S, V, T>(void* call, int parts) : IJob
    where TPass : struct, IHarmonicPass
    where S : struct, ILanes<V, T>
    where V : struct
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Below these numbers, the tables of a part cost more than it saves, or the threads do.
    private const int SmallestPart = 512;
    private const int SmallestWork = 1 << 16;
    private readonly void* _call = call;
    private readonly int _parts = parts;

    /// <summary>Runs the pass on all rows.</summary>
    public static void Run(ref HarmonicCall<T> call)
    {
        int parts = 1;
        int threads = Parallelism.MaxThreads;
        if (threads > 1 && (long)call.Rows * call.Dim >= SmallestWork) parts = (int)Math.Clamp(call.Rows / SmallestPart, 1, 4L * threads);
        // The call is on this thread's stack, and stays there until all parts are done.
        HarmonicJob<TPass, S, V, T> job = new(Unsafe.AsPointer(ref call), parts);
        KernelThreads.Run(ref job, parts);
    }

    /// <inheritdoc/>
    public void Run(int part)
    {
        ref HarmonicCall<T> call = ref Unsafe.AsRef<HarmonicCall<T>>(_call);
        int start = (int)((long)call.Rows * part / _parts);
        int end = (int)((long)call.Rows * (part + 1) / _parts);
        TPass.Run<S, V, T>(call.Slice(start, end - start));
    }
}
