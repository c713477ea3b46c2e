using System;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>What this provider does and TorchSharp 0.105 does not: functions that came later, and memory that is no plain list of elements.</summary>
public sealed class BeyondTensorsOfTorchSharpTests
{
    [Fact]
    public void LaterChangesInPlace()
    {
        using DisposeScope scope = NewDisposeScope();
        Same(x => x.exp2(), x => x.exp2_());
        Same(x => x.logit(), x => x.logit_());
        Same(x => x.deg2rad(), x => x.deg2rad_());
        Same(x => x.rad2deg(), x => x.rad2deg_());
        Same(x => x.i0(), x => x.i0_());
        Same(x => x.copysign(-x), x => x.copysign_(-x));
        Same(x => x.heaviside(x), x => x.heaviside_(x));
        Same(x => x.float_power(x), x => x.float_power_(x));
        Expect.Values(TestDevice.Vector(double.NaN, double.PositiveInfinity, 1).nan_to_num_(5, 6), 5, 6, 1);

        static void Same(Func<Tensor, Tensor> function, Func<Tensor, Tensor> inPlace)
        {
            Tensor x = TestDevice.Vector(0.2, 0.7);
            Tensor expected = function(x);
            Assert.Same(x, inPlace(x));
            Expect.Same(expected, x, 0);
        }
    }

    [Fact]
    public void ApproximateGelu()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(-0.9, 0.2, 3);
        Tensor inner = Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x.pow(3));
        Expect.Same(x * 0.5 * (1 + inner.tanh()), x.gelu(TorchSharp.Modules.GELU.Approximate.tanh), 1e-14);
    }

    [Fact]
    public void ShortNumbersRoundToTheNearest()
    {
        using DisposeScope scope = NewDisposeScope();
        float[] values = [1, 1.00390625f, 1.01171875f, -3.14159265f, 1e-40f, 3e38f, float.PositiveInfinity, float.NaN];
        Tensor torchs = tensor(values).bfloat16();
        Assert.Equal(torchs.data<BFloat16>().ToArray(), values.Select(v => new BFloat16(v)));
        Assert.Equal(Expect.Doubles(torchs), values.Select(v => (double)(float)new BFloat16(v)));
        Assert.Equal(2.5f, (float)tensor(new BFloat16(2.5f)).item<BFloat16>());
        Assert.Equal(ScalarType.BFloat16, tensor(new[] { BFloat16.One }).dtype);
        Assert.True(BFloat16.One > BFloat16.Zero);
        Assert.Equal(new BFloat16(3), new BFloat16(1) + new BFloat16(2));
    }

    [Fact]
    public void MarkedMemoryIsReadAsItIsMeant()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor z = complex(TestDevice.Vector(3, 0), TestDevice.Vector(4, -1));
        Assert.Equal([-4, 1], z.conj().imag.data<double>().ToArray());
        Assert.Equal(new System.Numerics.Complex(3, -4), z.conj().data<System.Numerics.Complex>()[0]);
        Tensor x = TestDevice.Vector(2, -3).requires_grad_();
        x.sgn().sum().backward();
        Expect.Values(x.grad!, 0, 0);
    }

    [Fact]
    public void SparseTensors()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor indices = tensor(new long[,] { { 0, 1 }, { 2, 0 } }, device: TestDevice.Current);
        Tensor sparse = sparse_coo_tensor(indices, TestDevice.Vector(5, 6), [2, 3], device: TestDevice.Current);
        Assert.True(sparse.is_sparse);
        Expect.Shaped(sparse.to_dense(), [2, 3], 0, 0, 5, 6, 0, 0);
        Tensor again = sparse.to_dense().to_sparse();
        Expect.Values(again.SparseValues, 5, 6);
        Expect.Shaped(again.SparseIndices, [2, 2], 0, 1, 2, 0);
    }
}
