using System;
using System.Threading;

namespace Reps.Tests.DiagramLayers;

/// <summary>Working memory is what a layer needs beside its input and output. Nothing like the matrix, of n^(k+l) values, is ever made.</summary>
public sealed class DiagramMemoryTests
{
    [Theory]
    [InlineData("S(n)", 2, 2, 32)]
    [InlineData("S(n)", 3, 3, 16)]
    [InlineData("S(n)", 3, 1, 16)]
    [InlineData("S(n)", 1, 3, 16)]
    [InlineData("O(n)", 3, 3, 16)]
    [InlineData("Sp(n)", 2, 4, 8)]
    [InlineData("O(n)", 4, 2, 8)]
    public void MemoryGrowsNoFasterThanInputAndOutput(string group, int k, int l, int n)
    {
        const int Channels = 8;
        DiagramLinear layer = DiagramLinear.Create($"{group}: {Channels}xV^{k}", $"{group}: {Channels}xV^{l}");
        (double small, double large) = (Share(layer, n), Share(layer, 2 * n));
        // Halves, which are smaller, tiles and weights; all of it is counted again each time that a thread's memory has to grow.
        Assert.True(large < 3, $"{large} values for each of the input and the output");
        Assert.True(large < 1.05 * small, $"{small} values for each of the input and the output with n = {n}, {large} with {2 * n}");
    }

    // Bytes that a first call, forward and backward, takes on a thread that has no memory yet, over those of input and output.
    private static double Share(DiagramLinear layer, int n)
    {
        int[] sizes = [n];
        float[] x = new float[(int)layer.Plan.Input.Dim(sizes)], y = new float[(int)layer.Plan.Output.Dim(sizes)], w = new float[layer.WeightCount];
        float[] gx = new float[x.Length], gw = new float[w.Length];
        // Code is compiled, and threads are started, outside the count.
        layer.Backward<float>(sizes, x, w, y, gx, gw, []);
        layer.Forward<float>(sizes, x, w, [], y);
        long forward = Bytes(() => layer.Forward<float>(sizes, x, w, [], y)), backward = Bytes(() => layer.Backward<float>(sizes, x, w, y, gx, gw, []));
        return Math.Max(forward, backward) / (4.0 * (x.Length + y.Length));
    }

    private static long Bytes(Action action)
    {
        long bytes = 0;
        Thread thread = new(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        thread.Start();
        thread.Join();
        return bytes;
    }
}
