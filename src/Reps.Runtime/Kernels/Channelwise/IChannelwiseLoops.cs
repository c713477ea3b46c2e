namespace Reps.Kernels.Channelwise;

/// <summary>The table-driven loops over all channels of a row: wide vectors, then narrower ones for what is left.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe interface IChannelwiseLoops<T>
    where T : unmanaged
{
    /// <summary>The number of lanes of the widest vector.</summary>
    static abstract int Width { get; }

    /// <summary>See <see cref="TableLoops.Forward"/>.</summary>
    static abstract void Forward(T* x, T* w, T* a, T* output, int channels, int start, int* counts, int outputs, int* inputs, bool accumulate);

    /// <summary>See <see cref="TableLoops.Gradients"/>.</summary>
    static abstract void Gradients(in ChannelwiseTables<T> tables, in ChannelwisePathCall<T> call, int start);

    /// <summary>See <see cref="TableLoops.Reduce"/>.</summary>
    static abstract void Reduce(in ChannelwiseTables<T> tables, in ChannelwisePathCall<T> call, T* vectors);

    /// <summary>grad[j] (+)= the sum of the lanes of vector j.</summary>
    static abstract void Sum(T* vectors, T* grad, int count, bool accumulate);

    /// <summary>target += source.</summary>
    static abstract void Add(T* source, T* target, int count);
}
