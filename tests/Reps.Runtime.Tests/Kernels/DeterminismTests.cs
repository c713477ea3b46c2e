using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;

namespace Reps.Tests.Kernels;

/// <summary>The same bits for any number of threads, beside other callers, and whatever else is in the batch.</summary>
[Collection(SerialCollection.Name)]
public sealed class DeterminismTests
{
    private static readonly KernelLayer[] s_layers =
    [
        new ProductLayer(TensorProduct.Create("9x0e + 17x1o", "0e + 1o", "9x0e + 9x1o + 17x1o + 17x0e", Mode.Uvu)),
        new ProductLayer(TensorProduct.Create("3x0e + 2x1o", "2x0e + 1o", "5x0e + 4x1o")),
        new ProductLayer(TensorProduct.Create("6x1o", "6x1o", "15x1e + 15x2e", Mode.UvuLessV)),
        new LinearLayer(Linear.Create("7x0e + 13x1o", "19x0e + 5x1o")),
    ];

    public static TheoryData<int, bool> Cases
    {
        get
        {
            TheoryData<int, bool> cases = [];
            for (int layer = 0; layer < s_layers.Length; layer++)
            {
                cases.Add(layer, true);
                cases.Add(layer, false);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheNumberOfThreadsDoesNotMatter(int layer, bool shared)
    {
        Compare<float>(s_layers[layer], shared);
        Compare<double>(s_layers[layer], shared);
    }

    [Fact]
    public void CallersDoNotDisturbEachOther()
    {
        WithThreads(3, () =>
        {
            (KernelLayer Layer, Batch<float> Batch, float[][] Expected)[] work =
            [
                .. Enumerable.Range(0, 8).Select(n => (s_layers[n % 4], new Batch<float>(s_layers[n % 4], 130 + n, n < 4), Array.Empty<float[]>())),
            ];
            for (int n = 0; n < work.Length; n++) work[n].Expected = work[n].Batch.Evaluate(work[n].Layer);
            List<Exception> failures = [];
            Thread[] threads = [.. work.Select(w => new Thread(() => Repeat(w.Layer, w.Batch, w.Expected, failures)))];
            foreach (Thread thread in threads) thread.Start();
            foreach (Thread thread in threads) thread.Join();
            Assert.Empty(failures);
        });
    }

    // Also where results go to memory past the caches: beyond 8 MiB.
    [Theory]
    [InlineData(0, 300, true)]
    [InlineData(0, 300, false)]
    [InlineData(0, 17_000, true)]
    [InlineData(1, 300, true)]
    [InlineData(1, 300, false)]
    [InlineData(2, 100, true)]
    [InlineData(3, 300, true)]
    [InlineData(3, 300, false)]
    public void ABatchIsItsRows(int layer, int rows, bool shared)
    {
        KernelLayer l = s_layers[layer];
        Batch<float> batch = new(l, rows, shared);
        float[] together = new float[rows * l.Plan.Output.Size + 1];
        l.Forward(batch.Inputs, together.AsMemory(1));
        // Two at a time: the weights of a single row are shared ones, which may be mixed in another order.
        for (int row = 0; row < rows; row += rows / 50)
        {
            float[] alone = new float[2 * l.Plan.Output.Size];
            l.Forward([.. batch.Inputs.Select((input, n) => TwoRows(l, input, n, row))], alone);
            Assert.True(alone.AsSpan().SequenceEqual(together.AsSpan(1 + row * l.Plan.Output.Size, alone.Length)), $"row {row}");
        }
    }

    private static Memory<float> TwoRows(KernelLayer layer, Memory<float> input, int operand, int row)
    {
        int size = layer.Plan.Inputs[operand].Size;
        return input.Length == size ? input : input.Slice(row * size, 2 * size);
    }

    private static void Compare<T>(KernelLayer layer, bool shared)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (int rows in new[] { 31, 200, 777 })
        {
            Batch<T> batch = new(layer, rows, shared);
            T[][]? expected = null;
            foreach (int threads in new[] { 1, 2, 3, 8 })
                WithThreads(threads, () =>
                {
                    T[][] actual = batch.Evaluate(layer);
                    expected ??= actual;
                    for (int n = 0; n < actual.Length; n++)
                        Assert.True(expected[n].AsSpan().SequenceEqual(actual[n]), $"{layer.Plan.Name}: result {n} of {rows} rows with {threads} threads");
                });
        }
    }

    private static void Repeat(KernelLayer layer, Batch<float> batch, float[][] expected, List<Exception> failures)
    {
        try
        {
            for (int n = 0; n < 40; n++)
            {
                float[][] actual = batch.Evaluate(layer);
                for (int r = 0; r < actual.Length; r++) Assert.True(expected[r].AsSpan().SequenceEqual(actual[r]), $"{layer.Plan.Name}: result {r}, call {n}");
            }
        }
        catch (Exception e)
        {
            lock (failures) failures.Add(e);
        }
    }

    private static void WithThreads(int threads, Action action)
    {
        int before = Parallelism.MaxThreads;
        Parallelism.MaxThreads = threads;
        try
        {
            action();
        }
        finally
        {
            Parallelism.MaxThreads = before;
        }
    }
}
