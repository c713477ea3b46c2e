using System.Collections.Generic;
using Reps.Benchmarking;

namespace Reps.Benchmarks;

/// <summary>A radial network over rows, which share its weights.</summary>
internal sealed class RadialWorkload : LayerWorkload
{
    private readonly RadialNetwork _network;
    private readonly AlignedBuffer _input;
    private readonly AlignedBuffer _output;
    private readonly AlignedBuffer _gradOutput;
    private readonly AlignedBuffer _gradInput;

    /// <summary>Allocates the operands.</summary>
    /// <param name="name">The name in tables.</param>
    /// <param name="rows">How many rows a run processes.</param>
    /// <param name="network">The network.</param>
    public RadialWorkload(string name, int rows, RadialNetwork network)
        : base(name, "row", rows, network.WeightCount, WeightUse.Shared)
    {
        _network = network;
        (_input, _gradInput) = (Input((long)rows * network.InputCount), Result((long)rows * network.InputCount));
        (_output, _gradOutput) = (Result((long)rows * network.OutputCount), Input((long)rows * network.OutputCount));
        RadialCounts counts = new(network, RowsPerWeights);
        Passes =
        [
            Pass.OverRows(Pass.Forward, counts.Forward, rows, Forward),
            Pass.OverRows(Pass.Both, counts.Forward + counts.Backward, rows, ForwardAndBackward),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Pass> Passes { get; }

    private void Forward(int rows) => _network.Forward(Rows(_input, _network.InputCount, rows), Weights(rows), Rows(_output, _network.OutputCount, rows));

    private void ForwardAndBackward(int rows)
    {
        Forward(rows);
        _network.Backward(
            Rows(_input, _network.InputCount, rows),
            Weights(rows),
            Rows(_gradOutput, _network.OutputCount, rows),
            Rows(_gradInput, _network.InputCount, rows),
            GradWeights(rows)
        );
    }
}
