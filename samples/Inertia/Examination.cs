using System;
using static TorchSharp.torch;

namespace Inertia;

/// <summary>What a network can do.</summary>
/// <param name="Fresh">The mean square error for new bodies.</param>
/// <param name="Moved">That for the same bodies, turned and mirrored at random.</param>
/// <param name="Equivariance">
/// How much the predictions for moved bodies differ from the moved predictions: root mean squares, as a share of that of the predictions.
/// </param>
public sealed record Examination(double Fresh, double Moved, double Equivariance)
{
    private const int Transforms = 10;

    /// <summary>Examines a network on bodies drawn by torch's generator.</summary>
    /// <param name="network">The network.</param>
    /// <param name="count">How many bodies.</param>
    public static Examination Of(InertiaNetwork network, int count = 1000)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        using IDisposable _ = no_grad();
        Bodies bodies = Bodies.Draw(count);
        Tensor predictions = network.forward(bodies.Inputs);
        double moved = 0, difference = 0;
        for (int n = 0; n < Transforms; n++)
        {
            Tensor transform = Bodies.RandomTransform();
            Bodies turned = bodies.Moved(transform);
            Tensor again = network.forward(turned.Inputs);
            Tensor expected = transform.matmul(predictions.reshape(-1, 3, 3)).matmul(transform.transpose(0, 1)).flatten(1);
            moved += MeanSquare(again - turned.Tensors) / Transforms;
            difference += MeanSquare(again - expected) / Transforms;
        }
        return new Examination(MeanSquare(predictions - bodies.Tensors), moved, Math.Sqrt(difference / MeanSquare(predictions)));
    }

    private static double MeanSquare(Tensor values) => values.square().mean().item<float>();
}
