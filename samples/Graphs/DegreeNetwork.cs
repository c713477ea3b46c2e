using Reps.Layers;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>
/// DeepSets of the degrees: features of single nodes, whose layers mix the two maps between vectors. It sees nothing but the degrees.
/// </summary>
public sealed class DegreeNetwork : GraphNetwork
{
    private const int Channels = 16;
    private readonly DiagramLinearModule _first = DiagramLinearModule.Create("S(n): V", $"S(n): {Channels}xV", biases: true);
    private readonly DiagramLinearModule _second = DiagramLinearModule.Create($"S(n): {Channels}xV", $"S(n): {Channels}xV", biases: true);
    private readonly DiagramLinearModule _sum = DiagramLinearModule.Create($"S(n): {Channels}xV", "S(n): V^0", biases: true);

    /// <summary>Makes a network with random weights.</summary>
    public DegreeNetwork()
        : base("DeepSets") => Complete();

    /// <inheritdoc/>
    public override Tensor forward(Tensor adjacency)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        int[] n = [(int)adjacency.shape[1]];
        Tensor first = nn.functional.relu(_first.forward(adjacency.sum(2), n));
        Tensor second = nn.functional.relu(_second.forward(first, n));
        return scope.MoveToOuter(_sum.forward(second, n).reshape(-1));
    }
}
