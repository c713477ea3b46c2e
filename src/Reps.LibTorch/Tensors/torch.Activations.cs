namespace TorchSharp;

/// <summary>Functions that are methods of their first argument as well.</summary>
public static partial class torch
{
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
}
