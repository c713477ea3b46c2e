namespace Reps.Kernels.Diagrams;

/// <summary>A layer that can be one matrix, [input, output], and a constant, [output].</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe interface IMatrixSource<T>
    where T : unmanaged
{
    /// <summary>The values of a row of the input.</summary>
    int InputSize { get; }

    /// <summary>The values of a row of the output.</summary>
    int OutputSize { get; }

    /// <summary>The matrix, perhaps transposed, and what the biases add to each output.</summary>
    void Gather(T* weights, T* biases, T* matrix, T* constant, bool transposed);

    /// <summary>The gradients by the weights, from those by the matrix, and by the biases, from those by the constant; null for those not wanted.</summary>
    void Scatter(T* matrix, T* constant, T* weights, T* biases);
}
