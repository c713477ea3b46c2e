namespace Reps.Kernels.Diagrams;

/// <summary>The arguments of one call of a diagram layer, in memory that does not move while it runs. What is not wanted is null.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct DiagramCall<T>
    where T : unmanaged
{
    public int Rows;
    public T* Input;
    public T* Weights;
    public T* Biases;
    public T* Output;
    public T* GradOutput;
    public T* GradInput;
    public T* GradWeights;
    public T* GradBiases;
}
