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

    /// <summary>See <see cref="TableLoops.Weights"/>.</summary>
    static abstract void Weights(
        T* x,
        T* w,
        T* g,
        T* a,
        T* gradW,
        T* products,
        int channels,
        int start,
        int* inputs,
        int* outputs,
        int pairs,
        bool accumulate
    );

    /// <summary>Adds the gradient of the small operand: the lanes of the products, weighted by the coefficients.</summary>
    static abstract void Reduce(T* products, ref readonly ChannelwiseTables<T> tables, T* vectors, T* grad, bool accumulate);
}
