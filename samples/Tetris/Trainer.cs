using System;
using static TorchSharp.torch;

namespace Tetris;

/// <summary>Trains a network on copies that are turned anew in each step, and examines it on others.</summary>
public sealed class Trainer(TrainingOptions options)
{
    /// <summary>The network.</summary>
    public Network Network { get; } = Seeded(options.Seed);

    /// <summary>Trains until an examination has no mistake and the loss is small, or the steps are done.</summary>
    /// <param name="report">Told of each step.</param>
    /// <returns>The last state, with an examination.</returns>
    public TrainingState Train(Action<TrainingState>? report = null)
    {
        using optim.Optimizer adam = optim.Adam(Network.parameters(), options.LearningRate);
        TrainingState state = new(0, double.NaN, 0, 0);
        while (state.Step < options.Steps)
        {
            double loss = Step(adam);
            state = state with { Step = state.Step + 1, Loss = loss };
            bool due = state.Step == options.Steps || state.Step % options.StepsBetween == 0;
            if (due)
            {
                (int right, int examined) = Examine();
                state = state with { Right = right, Examined = examined };
            }
            report?.Invoke(state);
            if (due && state.Accuracy == 1 && loss < options.Target) break;
        }
        return state;
    }

    /// <summary>Counts the correct names of new copies.</summary>
    public (int Right, int Examined) Examine()
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        using IDisposable _ = no_grad();
        Pieces pieces = Pieces.Draw(options.ExaminedCopies);
        Tensor right = Network.forward(pieces.Graph).argmax(1).eq(pieces.Labels);
        return ((int)right.sum().item<long>(), (int)right.shape[0]);
    }

    /// <summary>How much the scores of copies differ that should be equal: turned ones, and mirrored ones with the pair exchanged.</summary>
    public double SymmetryError()
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        using IDisposable _ = no_grad();
        Tensor scores = Network.forward(Pieces.Draw(1).Graph);
        Tensor turned = Network.forward(Pieces.Draw(1).Graph);
        Tensor mirrored = Network.forward(Pieces.Draw(1, mirrored: true).Graph);
        Tensor exchanged = mirrored.index_select(1, tensor([1L, 0, 2, 3, 4, 5, 6, 7]));
        Tensor error = (turned - scores).abs().max().maximum((exchanged - scores).abs().max());
        return error.item<float>() / Math.Max(1, scores.abs().max().item<float>());
    }

    private double Step(optim.Optimizer optimizer)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Pieces pieces = Pieces.Draw(options.Copies);
        optimizer.zero_grad();
        Tensor loss = nn.functional.cross_entropy(Network.forward(pieces.Graph), pieces.Labels);
        loss.backward();
        optimizer.step();
        return loss.item<float>();
    }

    private static Network Seeded(int seed)
    {
        manual_seed(seed);
        return new Network();
    }
}
