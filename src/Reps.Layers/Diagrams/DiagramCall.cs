using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers.Diagrams;

/// <summary>Brings the argument of a diagram layer to the shape that its kernel takes.</summary>
internal static class DiagramCall
{
    /// <summary>Evaluates a layer.</summary>
    /// <param name="kernel">The layer, for the sizes of the input.</param>
    /// <param name="input">[..., input dim].</param>
    /// <param name="weight">[weight count], or null.</param>
    /// <param name="bias">[bias count], or null.</param>
    /// <returns>[..., output dim].</returns>
    public static Tensor Evaluate(DiagramTensorKernel kernel, Tensor input, Tensor? weight, Tensor? bias)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor none = zeros(0, dtype: input.dtype, device: input.device);
        Tensor result = kernel.Apply(input.reshape(-1, input.size(-1)), weight ?? none, bias ?? none);
        return scope.MoveToOuter(result.reshape([.. input.shape[..^1], result.size(-1)]));
    }
}
