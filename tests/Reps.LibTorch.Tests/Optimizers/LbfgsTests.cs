using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>The quasi-Newton method on problems with known minima.</summary>
public sealed class LbfgsTests
{
    internal static Tensor Rosenbrock(Tensor x) => 100 * (x[1] - x[0] * x[0]).pow(2) + (1 - x[0]).pow(2);

    internal static double[] Minimize(Parameter x, optim.Optimizer optimizer, Func<Tensor, Tensor> f, int steps)
    {
        using DisposeScope scope = NewDisposeScope();
        for (int n = 0; n < steps; n++)
            optimizer.step(
                () =>
                {
                    optimizer.zero_grad();
                    Tensor loss = f(x);
                    loss.backward();
                    return loss;
                });
        return Expect.Doubles(x);
    }

    [Fact]
    public void ItFindsTheMinimumOfAQuadraticForm()
    {
        using Parameter x = nn.Parameter(TestDevice.Vector(3, -2, 1, 5));
        using Tensor scales = TestDevice.Vector(1, 3, 10, 0.5);
        using LBFGS optimizer = optim.LBFGS([x], lr: 1, max_iter: 60, tolerange_grad: 1e-10, tolerance_change: 1e-16);
        TrajectoryTests.Near([1, 1, 1, 1], Minimize(x, optimizer, y => (scales * (y - 1) * (y - 1)).sum(), 2), 1e-9);
    }

    [Fact]
    public void ItNeedsAClosureAndHasOneGroup()
    {
        using Parameter x = nn.Parameter(TestDevice.Vector(1, 2));
        using LBFGS optimizer = optim.LBFGS([x], lr: 0.5);
        Assert.Throws<ArgumentNullException>(() => optimizer.step(null!));
        Assert.Equal(0.5, optimizer.LearningRate);
        optimizer.LearningRate = 0.25;
        Assert.Equal(0.25, optimizer.LearningRate);
        Assert.Equal([x], optimizer.parameters());
    }

    [Fact]
    public void ItGivesTheLossBeforeTheStep()
    {
        using DisposeScope scope = NewDisposeScope();
        using Parameter x = nn.Parameter(TestDevice.Vector(-1.2, 1));
        using LBFGS optimizer = optim.LBFGS([x], lr: 1e-3);
        Tensor loss = optimizer.step(
            () =>
            {
                optimizer.zero_grad();
                Tensor value = Rosenbrock(x);
                value.backward();
                return value;
            });
        Assert.Equal(24.2, loss.ToDouble(), 1e-9);
    }
}
