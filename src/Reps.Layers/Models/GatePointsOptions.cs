namespace Reps.Layers;

/// <summary>Sizes of a <see cref="GatePointsNetwork"/>, and the typical numbers by which it keeps its activations near one.</summary>
/// <param name="Radius">The radius within which graphs are made: e3nn's max_radius.</param>
/// <param name="Neighbors">The typical number of edges of a node.</param>
/// <param name="Nodes">The typical number of nodes of a graph.</param>
public sealed record GatePointsOptions(double Radius, double Neighbors, double Nodes)
{
    /// <summary>The number of gates.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>The number of functions of an edge's length: e3nn's number_of_basis.</summary>
    public int RadialFunctions { get; init; } = 10;

    /// <summary>The number of hidden layers of the networks that make weights.</summary>
    public int RadialLayers { get; init; } = 1;

    /// <summary>The number of values of each of them.</summary>
    public int RadialNeurons { get; init; } = 100;

    /// <summary>Whether the result is the sum over the nodes of each graph: e3nn's reduce_output.</summary>
    public bool Pool { get; init; } = true;
}
