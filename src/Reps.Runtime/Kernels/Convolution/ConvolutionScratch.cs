using System;
using System.Numerics;
using Reps.Kernels.Channelwise;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Convolution;

/// <summary>A thread's working memory for the edges of a convolution.</summary>
internal unsafe struct ConvolutionScratch<T>
    where T : unmanaged, INumberBase<T>
{
    public T* Folded;
    public T* Ones;

    public ConvolutionScratch(ref readonly ChannelwiseTables<T> tables)
    {
        int pairs = Scratch.Aligned<T>(tables.PairCount);
        int channels = Scratch.Aligned<T>(tables.MaxChannels);
        Folded = Scratch.Rent<T>((long)pairs + channels);
        Ones = Folded + pairs;
        new Span<T>(Ones, channels).Fill(T.One);
    }
}
