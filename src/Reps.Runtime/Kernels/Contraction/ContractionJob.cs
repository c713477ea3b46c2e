using System.Runtime.CompilerServices;
using Reps.Kernels.Execution;
using Reps.Kernels.Simd;

namespace Reps.Kernels;

/// <summary>A symmetric contraction in parts, of the channels or of the rows.</summary>
/// <typeparam name="V">The vector type.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="L">Its arithmetic.</typeparam>
/// <param name="call">The checked arguments.</param>
/// <param name="parts">The number of parts.</param>
/// <param name="byChannels">Whether parts are blocks of channels.</param>
internal readonly unsafe struct ContractionJob<V, T, L>(void* call, int parts, bool byChannels) : IJob
    where V : struct
    where T : unmanaged
    where L : struct, ILanes<V, T>
{
    private readonly void* _call = call;
    private readonly int _parts = parts;
    private readonly bool _byChannels = byChannels;

    /// <inheritdoc/>
    public void Run(int part) => ContractionRunner<V, T, L>.RunPart(Unsafe.AsRef<ContractionCall<T>>(_call), part, _parts, _byChannels);
}
