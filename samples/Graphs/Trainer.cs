using System;
using System.Linq;
using static TorchSharp.torch;

namespace Graphs;

/// <summary>Trains a network to count triangles, on graphs that are drawn anew in each step.</summary>
public sealed class Trainer
{
    private readonly TrainingOptions _options;
    private readonly Sparsity _sparsity;

    /// <summary>Makes a network with the weights that the seed decides.</summary>
    /// <param name="make">Makes the network.</param>
    /// <param name="options">How it is trained.</param>
    public Trainer(Func<GraphNetwork> make, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(options);
        manual_seed(options.Seed);
        Network = make();
        _options = options;
        _sparsity = new Sparsity(Network, options.Growth);
    }

    /// <summary>The network.</summary>
    public GraphNetwork Network { get; }

    /// <summary>Trains the network.</summary>
    /// <param name="report">Told of each step.</param>
    /// <returns>The last state.</returns>
    public TrainingState Train(Action<TrainingState>? report = null)
    {
        using optim.Optimizer adam = optim.Adam(Network.parameters(), _options.LearningRate);
        TrainingState state = new(0, double.NaN, 0);
        _sparsity.Start();
        while (state.Step < _options.Steps)
        {
            double loss = Step(adam, Math.Max(0, (2.0 * state.Step / _options.Steps) - 1));
            state = new TrainingState(state.Step + 1, loss, Network.Layers.Sum(layer => layer.Weight!.count_nonzero().item<long>()));
            report?.Invoke(state);
        }
        return state;
    }

    // Late is 0 in the first half, and then goes to 1.
    private double Step(optim.Optimizer adam, double late)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        double rate = _options.LearningRate * Math.Pow(_options.LearningRateDecay, late);
        foreach (optim.ILearningRateController group in adam.ParamGroups) group.LearningRate = rate;
        if (late > 0) _sparsity.Freeze();
        adam.zero_grad();
        int sizes = _options.LargestSize - _options.SmallestSize + 1;
        Tensor loss = stack([.. Enumerable.Range(_options.SmallestSize, sizes).Select(Loss)]).mean();
        loss.backward();
        // Products of three factors have steep walls.
        nn.utils.clip_grad_norm_(Network.parameters(), 1);
        adam.step();
        if (late > 0) _sparsity.Freeze();
        else _sparsity.Shrink(rate * _options.Cost);
        return loss.item<double>();
    }

    private Tensor Loss(int nodes)
    {
        GraphBatch graphs = GraphBatch.Draw(_options.GraphsOfASize, nodes);
        double triples = nodes * (nodes - 1) * (nodes - 2) / 6.0;
        return ((Network.forward(graphs.Adjacency) - graphs.Triangles) / triples).square().mean();
    }
}
