using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reps.Kernels.Execution;

/// <summary>Adds what parts of a job have summed, in the order of the parts.</summary>
internal static unsafe class PartialSums
{
    /// <summary>target[n] (+)= Σ over parts of partial[part, n].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<T>(T* partial, int parts, T* target, int count, bool accumulate)
        where T : unmanaged, INumberBase<T>
    {
        if (!accumulate) new Span<T>(target, count).Clear();
        for (nint part = 0; part < parts; part++)
        {
            T* source = partial + part * count;
            for (nint n = 0; n < count; n++) target[n] += source[n];
        }
    }
}
