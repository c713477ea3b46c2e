namespace Reps.Kernels.Matrix;

/// <summary>The arguments of one call of a linear layer, in memory that does not move while it runs. What is not wanted is null.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct MixingCall<T>
    where T : unmanaged
{
    public int Rows;
    public T* Input;
    public T* Weights;
    public T* Output;
    public T* GradOutput;
    public T* GradInput;
    public T* GradWeights;

    /// <summary>Shared weights with every path's matrix transposed, for the gradient by the input.</summary>
    public T* Transposed;
    public int WeightStride;
    public bool Accumulate;
}
