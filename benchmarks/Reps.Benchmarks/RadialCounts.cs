using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>
/// The counts of a radial network of floats, for one row: two operations for each weight. The activations are not counted, since how many
/// operations an exponential takes is a matter of how it is computed; there are few of them beside the weights.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="rows">How many rows share the weights.</param>
internal sealed class RadialCounts(RadialNetwork network, double rows)
{
    /// <summary>Evaluation: reads the input and its part of the weights, writes the output.</summary>
    public Counts Forward => new(Inputs, Outputs, 2.0 * network.WeightCount);

    /// <summary>The gradients by the input and the weights: two products for each weight, and the hidden layers once more.</summary>
    public Counts Backward => new(Inputs + Outputs, Inputs, 4.0 * network.WeightCount + 2.0 * (network.WeightCount - network.Sizes[^2] * network.OutputCount));

    private double Inputs => sizeof(float) * (network.InputCount + network.WeightCount / rows);

    private double Outputs => sizeof(float) * network.OutputCount;
}
