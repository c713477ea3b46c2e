namespace Reps.Kernels.Channelwise;

/// <summary>What the gradients of one row are computed from and where they go.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct ChannelwiseGradients<T>
    where T : unmanaged
{
    public T* X;
    public T* Weights;
    public T* Grad;

    /// <summary>The folded coefficients, and the same in the order of the transposed kernels.</summary>
    public T* Folded;
    public T* Transposed;

    /// <summary>The gradient by the operand with channels, or null.</summary>
    public T* GradX;

    /// <summary>The gradient by the weights, or null.</summary>
    public T* GradWeights;

    /// <summary>One vector for each pair, or null where neither the weights nor the small operand are asked for.</summary>
    public T* Products;

    /// <summary>Weights of one for paths without, and a place for gradients that nobody asked for.</summary>
    public T* Ones;
    public T* Unused;
}
