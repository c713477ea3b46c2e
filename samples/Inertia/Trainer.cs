using System;
using static TorchSharp.torch;

namespace Inertia;

/// <summary>Trains a network on bodies that stay the same from epoch to epoch.</summary>
public sealed class Trainer
{
    private readonly TrainingOptions _options;
    private readonly Bodies _bodies;

    /// <summary>Draws the bodies and makes a network: the seed decides both, and the bodies are the same for every network.</summary>
    /// <param name="make">Makes the network.</param>
    /// <param name="options">How it is trained.</param>
    public Trainer(Func<InertiaNetwork> make, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(options);
        manual_seed(options.Seed);
        _options = options;
        _bodies = Bodies.Draw(options.Bodies);
        Network = make();
    }

    /// <summary>The network.</summary>
    public InertiaNetwork Network { get; }

    /// <summary>Trains the network.</summary>
    /// <param name="report">Told of each epoch.</param>
    /// <returns>The last state.</returns>
    public TrainingState Train(Action<TrainingState>? report = null)
    {
        using optim.Optimizer adam = optim.Adam(Network.parameters(), _options.LearningRate);
        TrainingState state = new(0, double.NaN);
        while (state.Epoch < _options.Epochs)
        {
            state = new TrainingState(state.Epoch + 1, Epoch(adam, (double)state.Epoch / _options.Epochs));
            report?.Invoke(state);
        }
        return state;
    }

    private double Epoch(optim.Optimizer adam, double done)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        double rate = _options.LearningRate * (1 + Math.Cos(Math.PI * done)) / 2;
        foreach (optim.ILearningRateController group in adam.ParamGroups) group.LearningRate = rate;
        Tensor order = randperm(_bodies.Count);
        double sum = 0;
        for (int first = 0; first < _bodies.Count; first += _options.Batch)
        {
            Bodies batch = _bodies.Select(order.narrow(0, first, Math.Min(_options.Batch, _bodies.Count - first)));
            adam.zero_grad();
            Tensor loss = nn.functional.mse_loss(Network.forward(batch.Inputs), batch.Tensors);
            loss.backward();
            adam.step();
            sum += batch.Count * loss.item<float>();
        }
        return sum / _bodies.Count;
    }
}
