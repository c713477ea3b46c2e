using System;
using System.Collections.Generic;
using System.Linq;
using Reps;
using Reps.Layers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>A network that gives each graph one number, the same however the nodes are numbered. n may be another in every call.</summary>
/// <param name="title">What the network is called in tables.</param>
public abstract class GraphNetwork(string title) : nn.Module<Tensor, Tensor>(title)
{
    /// <summary>What the network is called in tables.</summary>
    public string Title { get; } = title;

    /// <summary>The linear maps of the network, first to last.</summary>
    public IReadOnlyList<IDiagramLinearModule> Layers => [.. children().OfType<IDiagramLinearModule>()];

    /// <summary>One number for each graph.</summary>
    /// <param name="adjacency">[graphs, n, n].</param>
    /// <returns>[graphs].</returns>
    public abstract override Tensor forward([Nodes(1, Rank = 3), Nodes(2)] Tensor adjacency);

    /// <summary>Gives every weight and every bias a normal value, by torch's generator.</summary>
    public void Randomize()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable _ = no_grad();
        foreach (Parameter parameter in parameters()) parameter.copy_(randn(parameter.shape, dtype: parameter.dtype));
    }

    /// <summary>To be called by constructors. Counts of large graphs need more digits than float has.</summary>
    protected void Complete()
    {
        RegisterComponents();
        this.to(ScalarType.Float64);
    }
}
