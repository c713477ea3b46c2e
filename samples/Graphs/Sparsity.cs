using System;
using System.Linq;
using Reps.Algebra;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>
/// Makes weights zero that the answer does not need. A map that sums over nodes grows with the graph: a small weight that does no harm in training
/// ruins the answer for a larger graph, so that weights must vanish, and those of sums first.
/// </summary>
public sealed class Sparsity
{
    private readonly IDiagramLinearModule[] _layers;
    private readonly Tensor[] _costs;
    private Tensor[]? _kept;

    /// <summary>Takes the linear maps of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="growth">How much more a weight costs for each sum over the nodes.</param>
    public Sparsity(GraphNetwork network, double growth)
    {
        ArgumentNullException.ThrowIfNull(network);
        _layers = [.. network.Layers];
        _costs = [.. _layers.Select(layer => Costs(layer.Plan, growth))];
    }

    /// <summary>Makes the weights at the start the smaller the more they cost.</summary>
    public void Start() => Change(n => _layers[n].Weight! / _costs[n]);

    /// <summary>Moves every weight towards zero, and no further: the proximal step of a sum of absolute values.</summary>
    /// <param name="step">By how much, where the cost is 1.</param>
    public void Shrink(double step) => Change(n => _layers[n].Weight!.sign() * (_layers[n].Weight!.abs() - step * _costs[n]).clamp_min(0));

    /// <summary>Keeps those weights at zero that are zero when this is first called.</summary>
    public void Freeze()
    {
        _kept ??= [.. _layers.Select(layer => layer.Weight!.ne(0).to(ScalarType.Float64).DetachFromDisposeScope())];
        Change(n => _layers[n].Weight! * _kept[n]);
    }

    private void Change(Func<int, Tensor> changed)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable _ = no_grad();
        for (int n = 0; n < _layers.Length; n++) _layers[n].Weight!.copy_(changed(n));
    }

    private static Tensor Costs(DiagramPlan plan, double growth)
    {
        double[] costs = new double[plan.WeightCount];
        foreach (DiagramPath path in plan.Paths)
        {
            int count = plan.Input.Terms[path.Input].Channels * plan.Output.Terms[path.Output].Channels;
            Array.Fill(costs, Math.Pow(growth, Sums(path.Diagrams[0])), path.WeightOffset, count);
        }
        return tensor(costs);
    }

    // A block of inputs alone is a sum. A map to numbers is there to sum.
    private static int Sums(Diagram diagram)
    {
        if (diagram.Outputs == 0) return 0;
        return Enumerable.Range(0, diagram.BlockCount).Count(block => diagram.Vertices(block).All(vertex => vertex >= diagram.Outputs));
    }
}
