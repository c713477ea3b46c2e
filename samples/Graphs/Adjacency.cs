using Reps;
using Reps.Layers;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>The adjacency matrix of a graph, of any size.</summary>
[Rep("S(n): V^2")]
public readonly partial struct Adjacency
{
    /// <summary>Takes matrices as features.</summary>
    /// <param name="matrices">[graphs, n, n].</param>
    /// <returns>The features, [graphs, n·n].</returns>
    public static PowersFeature<Adjacency> Of(Tensor matrices) => PowersFeature<Adjacency>.FromTerms(matrices.unsqueeze(-1));
}

/// <summary>A number for each graph.</summary>
[Rep("S(n): V^0")]
public readonly partial struct Count;
