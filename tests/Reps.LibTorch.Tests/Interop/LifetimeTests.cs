using System;
using System.Diagnostics;
using TorchSharp;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Native memory is given back, by scopes and by the garbage collector alone.</summary>
public sealed class LifetimeTests(ITestOutputHelper output)
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public void AMillionOperationsInScopesKeepTheMemory() =>
        Constant(
            100,
            50 * Megabyte,
            () =>
            {
                using DisposeScope scope = NewDisposeScope();
                Operations(10_000);
            });

    [Fact]
    public void AMillionOperationsLeftToTheCollectorKeepTheMemory() => Constant(100, 300 * Megabyte, () => Operations(10_000));

    [Fact]
    public void LargeTensorsLeftToTheCollectorKeepTheMemory() =>
        Constant(
            20,
            1000 * Megabyte,
            () =>
            {
                for (int n = 0; n < 30; n++) ones(Megabyte, dtype: float64, device: TestDevice.Current).fill_(n);
            });

    [Fact]
    public void GraphsLeftToTheCollectorKeepTheMemory() =>
        Constant(
            50,
            300 * Megabyte,
            () =>
            {
                Tensor x = ones(100, requires_grad: true, device: TestDevice.Current);
                for (int n = 0; n < 100; n++) (x * n).exp().sum().backward();
            });

    private static void Operations(int count)
    {
        Tensor x = ones(4, device: TestDevice.Current);
        for (int n = 0; n < count; n += 10)
        {
            Tensor y = x.add(1).mul(x);
            y = (y - x) / 2.0;
            y = y.reshape(2, 2)[0].sum(0);
            y = Indexed(y.unsqueeze(0));
            if (n % 1000 == 0) x = y.expand(4).clone();
        }
    }

    private static Tensor Indexed(Tensor x) => x[TensorIndex.Colon, TensorIndex.None, TensorIndex.Ellipsis].view(1);

    private void Constant(int rounds, long tolerance, Action round)
    {
        round();
        long before = Resident(), peak = 0;
        for (int n = 0; n < rounds; n++)
        {
            round();
            peak = Math.Max(peak, Resident());
        }
        output.WriteLine($"{before / Megabyte} MB before, {peak / Megabyte} MB at most, {Tensor.TotalCount} tensors left");
        Assert.True(peak - before < tolerance, $"The memory grew from {before / Megabyte} MB to {peak / Megabyte} MB.");
    }

    private static long Resident()
    {
        using Process process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
