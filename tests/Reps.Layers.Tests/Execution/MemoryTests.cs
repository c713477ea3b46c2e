using System;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Execution;

/// <summary>Over CPU memory a module makes its result, and no copy of its operands: neither tensors nor managed arrays grow with the batch.</summary>
public sealed class MemoryTests
{
    public static TheoryData<string> Layers => [nameof(Convolve), nameof(FullyConnected), nameof(Mix), nameof(Power), nameof(Embed)];

    [Theory]
    [MemberData(nameof(Layers))]
    public void AForwardPassMakesItsResult(string layer)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable ungraded = no_grad();
        Cost few = Measure(layer, 8, gradients: false), many = Measure(layer, 512, gradients: false);
        Assert.Equal(few, many);
        // A view of each operand, and the result under two names: before autograd knows it and after.
        Assert.InRange(many.Tensors, 1, Operands(layer) + 2);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void ABackwardPassMakesGradients(string layer)
    {
        using DisposeScope scope = NewDisposeScope();
        Cost few = Measure(layer, 8, gradients: true), many = Measure(layer, 512, gradients: true);
        Assert.Equal(few, many);
    }

    private static int Operands(string layer) => layer switch { nameof(Convolve) or nameof(FullyConnected) => 3, nameof(Embed) => 1, _ => 2 };

    private static Cost Measure(string layer, int rows, bool gradients)
    {
        Parallelism.MaxThreads = 1;
        try
        {
            Func<Tensor> run = Call(layer, rows, gradients);
            // The second call: the first one compiles.
            for (int n = 0; n < 2; n++) run();
            // The least of several: dispose scopes are sets that grow now and then.
            Cost least = new(long.MaxValue, long.MaxValue);
            for (int n = 0; n < 4; n++)
            {
                (long tensors, long bytes) = (Made(), GC.GetAllocatedBytesForCurrentThread());
                run();
                Cost cost = new(Made() - tensors, (GC.GetAllocatedBytesForCurrentThread() - bytes) / 4096);
                if (cost.ManagedPages < least.ManagedPages) least = cost;
            }
            return least;
        }
        finally
        {
            Parallelism.MaxThreads = Environment.ProcessorCount;
        }
    }

    private static long Made() =>
        DisposeScopeManager.Statistics.TensorStatistics.CreatedInScopeCount + DisposeScopeManager.Statistics.TensorStatistics.CreatedOutsideScopeCount;

    private static Func<Tensor> Call(string layer, int rows, bool gradients)
    {
        Feature<Hidden> hidden = new(ones(rows, Hidden.Dim).requires_grad_(gradients));
        Feature<Direction> direction = new(ones(rows, Direction.Dim).requires_grad_(gradients));
        Tensor vectors = ones(rows, 3).requires_grad_(gradients);
        Func<Tensor> forward;
        switch (layer)
        {
            case nameof(Convolve):
                Convolve convolve = new();
                forward = () => convolve.forward(hidden, direction).Tensor;
                break;
            case nameof(FullyConnected):
                FullyConnected connected = new();
                forward = () => connected.forward(hidden, hidden).Tensor;
                break;
            case nameof(Mix):
                Mix mix = new();
                forward = () => mix.forward(hidden).Tensor;
                break;
            case nameof(Power):
                Power power = new(1);
                int[] zero = new int[rows];
                forward = () => power.forward(hidden, zero).Tensor;
                break;
            default:
                Embed embed = new();
                forward = () => embed.forward(vectors).Tensor;
                break;
        }
        if (!gradients) return forward;
        return () =>
        {
            Tensor result = forward();
            result.backward([ones_like(result)]);
            return result;
        };
    }

    private sealed record Cost(long Tensors, long ManagedPages);
}
