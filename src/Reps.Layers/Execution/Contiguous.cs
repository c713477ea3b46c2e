using static TorchSharp.torch;

namespace Reps.Layers.Execution;

/// <summary>Tensors whose numbers lie in memory in their order.</summary>
internal static class Contiguous
{
    /// <summary>The tensor itself, or a copy in order.</summary>
    public static Tensor Of(Tensor tensor) => tensor.is_contiguous() ? tensor : tensor.contiguous();

    /// <summary>The tensor itself, or a copy in order in its place; the tensor is then disposed.</summary>
    public static Tensor Replace(Tensor tensor)
    {
        Tensor result = Of(tensor);
        if (!ReferenceEquals(result, tensor)) tensor.Dispose();
        return result;
    }
}
