using System;

namespace Reps.Tests.Kernels;

/// <summary>After the first call no pass allocates.</summary>
[Collection(SerialCollection.Name)]
public sealed class AllocationTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(40, true)]
    [InlineData(40, false)]
    [InlineData(700, true)]
    [InlineData(700, false)]
    public void NothingIsAllocated(int rows, bool shared)
    {
        Require(new ProductLayer(TensorProduct.Create("9x0e + 17x1o", "0e + 1o", "9x0e + 9x1o + 17x1o + 17x0e", Mode.Uvu)), rows, shared);
        Require(new ProductLayer(TensorProduct.Create("3x0e + 2x1o", "2x0e + 1o", "5x0e + 4x1o")), rows, shared);
        Require(new LinearLayer(Linear.Create("7x0e + 13x1o", "19x0e + 5x1o")), rows, shared);
    }

    private static void Require(KernelLayer layer, int rows, bool shared)
    {
        Batch<float> batch = new(layer, rows, shared);
        Action[] passes =
        [
            () => layer.Forward(batch.Inputs, batch.Output),
            () => layer.Backward(batch.Inputs, batch.GradOutput, batch.Grads),
            () => layer.DoubleBackward(batch.Inputs, batch.GradOutput, batch.Cotangents, batch.Grads, batch.GradGradOutput),
        ];
        for (int n = 0; n < passes.Length; n++)
        {
            long allocated = Allocation.Of(passes[n]);
            Assert.True(allocated == 0, $"{layer.Plan.Name}: pass {n} with {rows} rows allocated {allocated} bytes in 20 calls");
        }
    }
}
