using System;
using Reps;
using Reps.Layers;
using static TorchSharp.torch;

namespace Tetris;

/// <summary>Three layers of messages between cubes that see each other. Its answer is the same wherever a piece is and however it is turned.</summary>
public sealed class Network : nn.Module<PointGraph, Tensor>
{
    private const double Sight = 1.5;
    private const int RadialFunctions = 4;

    // Cubes have about two neighbours, and pieces have four cubes: sums keep their size.
    private static readonly double s_neighbors = 1 / Math.Sqrt(2);
    private static readonly double s_cubes = 1 / Math.Sqrt(Shapes.Cubes);

    private readonly SoftOneHotLinspaceModule _lengths = new(0, Sight, RadialFunctions, Reps.SoftOneHotFamily.SmoothFinite, cutoff: true);
    private readonly EmbedDirection _directions = new();
    private readonly RadialNetworkModule _firstWeights = RadialNetworkModule.Create([RadialFunctions, 16, FirstMessage.WeightCount]);
    private readonly FirstMessage _firstMessage = new(internalWeights: false);
    private readonly FirstMix _firstMix = new();
    private readonly Gate<FirstGates, First> _firstGate = new();
    private readonly RadialNetworkModule _secondWeights = RadialNetworkModule.Create([RadialFunctions, 16, SecondMessage.WeightCount]);
    private readonly SecondMessage _secondMessage = new(internalWeights: false);
    private readonly SecondMix _secondMix = new();
    private readonly Gate<SecondGates, Second> _secondGate = new();
    private readonly RadialNetworkModule _lastWeights = RadialNetworkModule.Create([RadialFunctions, 16, LastMessage.WeightCount]);
    private readonly LastMessage _lastMessage = new(internalWeights: false);
    private readonly LastMix _lastMix = new();

    /// <summary>Makes a network with random weights.</summary>
    public Network()
        : base(nameof(Network)) => RegisterComponents();

    /// <summary>A score for each shape.</summary>
    /// <param name="graph">The cubes of pieces.</param>
    /// <returns>[pieces, shapes].</returns>
    public override Tensor forward(PointGraph graph)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Feature<Direction> edges = _directions.forward(graph.Vectors);
        Tensor lengths = _lengths.forward(graph.Lengths()) * Math.Sqrt(RadialFunctions);
        Feature<Cube> cubes = new(ones(graph.NodeCount, 1, dtype: graph.Positions.dtype, device: graph.Positions.device));
        Feature<Direction> around = s_neighbors * _firstMessage.forward(graph.Edges, cubes, edges, _firstWeights.forward(lengths));
        Feature<First> first = _firstGate.forward(_firstMix.forward(around));
        Feature<Second> further = s_neighbors * _secondMessage.forward(graph.Edges, first, edges, _secondWeights.forward(lengths));
        Feature<Second> second = _secondGate.forward(_secondMix.forward(further));
        Feature<Numbers> last = s_neighbors * _lastMessage.forward(graph.Edges, second, edges, _lastWeights.forward(lengths));
        Feature<Answer> answer = new(graph.SumOverNodes(_lastMix.forward(last).Tensor) * s_cubes);
        return scope.MoveToOuter(Scores(answer));
    }

    // In a mirror the number that tells left from right changes its sign, and so the pair exchanges its scores.
    [AssumeEquivariant("the sum and the difference are exchanged, as the scores of a pair are")]
    private static Tensor Scores(Feature<Answer> answer)
    {
        Tensor handedness = answer.Segment(0).flatten(-2);
        Tensor shapes = answer.Segment(1).flatten(-2);
        Tensor pair = shapes.narrow(-1, 0, 1);
        return cat([pair + handedness, pair - handedness, shapes.narrow(-1, 1, 6)], -1);
    }
}
