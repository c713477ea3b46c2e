using System.Numerics;
using Reps.Kernels.Channelwise;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Convolution;

/// <summary>Adds the rows of a chunk of edges at their sources. A part has every so many-th source, and finds its edges by looking at all.</summary>
/// <param name="rows">[count, size].</param>
/// <param name="sources">The sources of the chunk's edges.</param>
/// <param name="count">The number of edges.</param>
/// <param name="target">[sources, size].</param>
/// <param name="size">The length of a row.</param>
/// <param name="parts">The number of parts.</param>
internal readonly unsafe struct AddAtSourcesJob<T, TLoops>(T* rows, int* sources, int count, T* target, int size, uint parts) : IJob
    where T : unmanaged, INumberBase<T>
    where TLoops : struct, IChannelwiseLoops<T>
{
    private readonly T* _rows = rows;
    private readonly int* _sources = sources;
    private readonly int _count = count;
    private readonly T* _target = target;
    private readonly int _size = size;
    private readonly uint _parts = parts;

    public void Run(int part)
    {
        for (nint edge = 0; edge < _count; edge++)
        {
            nint source = _sources[edge];
            if ((uint)source % _parts == (uint)part) TLoops.Add(_rows + edge * _size, _target + source * _size, _size);
        }
    }
}
