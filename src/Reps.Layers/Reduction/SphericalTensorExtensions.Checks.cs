using System;
using Reps.Layers.Execution;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>What the arguments must be.</content>
public static partial class SphericalTensorExtensions
{
    private static void CheckSignals(SphericalTensor tensor, Tensor signals)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        Arguments.Features(nameof(SphericalTensor), tensor.Irreps, signals, nameof(signals));
    }

    private static void CheckSamples(SphericalTensor tensor, Tensor positions, Tensor values)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        Arguments.Real(nameof(SphericalTensor), positions, nameof(positions));
        Arguments.Real(nameof(SphericalTensor), values, nameof(values));
        Arguments.Alike(nameof(SphericalTensor), values, nameof(values), positions, nameof(positions));
        if (positions.dim() < 2 || positions.shape[^1] != 3)
            throw new ArgumentException($"'positions' has the shape [{string.Join(", ", positions.shape)}], but directions are [..., N, 3].", nameof(positions));
        if (values.dim() < 1 || (values.shape[^1] != positions.shape[^2] && values.shape[^1] != 1 && positions.shape[^2] != 1))
            throw new ArgumentException(
                $"'values' has the shape [{string.Join(", ", values.shape)}], but there are {positions.shape[^2]} directions: give one value for each.",
                nameof(values)
            );
        Batching.Broadcast(positions.shape[..^2], values.shape[..^1]);
    }

    private static void CheckReached(SphericalTensor tensor, Tensor wanted, Tensor reached)
    {
        using IDisposable _ = no_grad();
        Tensor missed = (wanted - reached).abs();
        if (missed.max().to(ScalarType.Float64).item<double>() <= 1e-5 * wanted.abs().max().to(ScalarType.Float64).item<double>()) return;
        long worst = missed.argmax().item<long>();
        throw new ArgumentException(
            $"No signal of degree {tensor.Lmax} takes these values: where {wanted[worst].to(ScalarType.Float64).item<double>():G6} is asked for it would have"
                + $" {reached[worst].to(ScalarType.Float64).item<double>():G6}. Raise lmax, or leave out directions that are close together.",
            "positions"
        );
    }
}
