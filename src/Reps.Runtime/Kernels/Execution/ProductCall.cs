namespace Reps.Kernels.Execution;

/// <summary>The arguments of one call of a bilinear layer, in memory that does not move while it runs. Gradients not wanted are null.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct ProductCall<T>
    where T : unmanaged
{
    public int Rows;
    public T* Left;
    public T* Right;
    public T* Weights;
    public T* Output;
    public T* GradOutput;
    public T* GradLeft;
    public T* GradRight;
    public T* GradWeights;

    /// <summary>The distance between the weights of consecutive rows; 0 when one vector serves all.</summary>
    public int WeightStride;

    /// <summary>Whether results are added to what is there.</summary>
    public bool Accumulate;
}
