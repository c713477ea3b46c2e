namespace Reps.Kernels.Channelwise;

/// <summary>The arguments of one path's gradients: the path's parts of a row's operands.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct ChannelwisePathCall<T>
    where T : unmanaged
{
    public ChannelwisePath* Path;

    /// <summary>The number of pairs of each component of the channel operand.</summary>
    public int* Counts;
    public T* X;
    public T* W;
    public T* Grad;
    public T* GradX;
    public T* GradW;

    /// <summary>One vector for each of the path's pairs.</summary>
    public T* Products;

    /// <summary>The row's folded coefficients in the order of the transposed kernels, of all paths.</summary>
    public T* Transposed;
    public bool AddX;
    public bool AddW;
}
