using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>The small problem with which torch_reference.py computes trajectories.</summary>
internal sealed class Problem : IDisposable
{
    public Problem(ScalarType type)
    {
        P = nn.Parameter(tensor((double[])[1.5, -0.8, 0.3], device: TestDevice.Current).to(type));
        Q = nn.Parameter(tensor((double[])[0.2, -0.5, 1.1, 0.7], [2, 2], device: TestDevice.Current).to(type));
    }

    public Parameter P { get; }

    public Parameter Q { get; }

    public IEnumerable<Parameter> Parameters => [P, Q];

    public double[] Values => [.. Expect.Doubles(P), .. Expect.Doubles(Q)];

    public Tensor Loss()
    {
        Tensor weights = tensor((double[])[1, 4, 0.5], device: TestDevice.Current).to(P.dtype);
        return 0.5 * (P * P * weights).sum() + (P[0] * Q).sin().sum() + 0.3 * (Q * Q).sum();
    }

    public Func<Tensor> Closure(optim.Optimizer optimizer) =>
        () =>
        {
            optimizer.zero_grad();
            Tensor loss = Loss();
            loss.backward();
            return loss;
        };

    /// <summary>Takes steps, and says where they lead.</summary>
    public double[][] Run(optim.Optimizer optimizer, int steps)
    {
        using var scope = NewDisposeScope();
        return
        [
            .. Enumerable.Range(0, steps)
                .Select(
                    _ =>
                    {
                        optimizer.step(Closure(optimizer));
                        return Values;
                    }),
        ];
    }

    public void Dispose()
    {
        P.Dispose();
        Q.Dispose();
    }
}
