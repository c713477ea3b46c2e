using System;
using System.Collections.Generic;
using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Tensors from nothing and from numbers: shapes, types, values, memory.</summary>
public sealed class CreationTests
{
    [Fact]
    public void FactoriesTakeShapesInEveryForm()
    {
        using DisposeScope scope = NewDisposeScope();
        Device d = TestDevice.Current;
        Expect.Shaped(zeros(3, device: d), [3], 0, 0, 0);
        Expect.Shaped(ones(2, 2, device: d), [2, 2], 1, 1, 1, 1);
        Expect.Shaped(ones([1, 2], device: d), [1, 2], 1, 1);
        Assert.Equal([2, 3, 4], empty(2, 3, 4, device: d).shape);
        Assert.Equal([2, 3, 4, 5], empty(2L, 3L, 4L, 5L, device: d).shape);
        Assert.Equal([], zeros([], device: d).shape);
        Expect.Shaped(full(2, 3, 1.5, device: d), [2, 3], 1.5, 1.5, 1.5, 1.5, 1.5, 1.5);
        Assert.Equal(ScalarType.Int64, full(2, 7, device: d).dtype);
        Assert.Equal(ScalarType.Float32, full(2, 7.0, device: d).dtype);
        Assert.Equal(ScalarType.Float32, rand(2, 2, device: d).dtype);
        Assert.Equal(ScalarType.Float64, randn([4], dtype: float64, device: d).dtype);
        Assert.Equal([2, 1], empty_strided([2, 2], [2, 1], device: d).stride());
        Tensor leaf = zeros(2, requires_grad: true, device: d);
        Assert.True(leaf.requires_grad && leaf.is_leaf);
        Expect.Shaped(eye(2, 3, device: d), [2, 3], 1, 0, 0, 0, 1, 0);
        Expect.Shaped(eye(2, device: d), [2, 2], 1, 0, 0, 1);
    }

    [Fact]
    public void LikesTakeShapeTypeAndDevice()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(1, 2, 3);
        foreach (Tensor like in new[] { zeros_like(x), ones_like(x), empty_like(x), full_like(x, 2), rand_like(x), randn_like(x), x.new_zeros(3), x.ones_like() })
        {
            Assert.Equal(x.shape, like.shape);
            Assert.Equal(x.dtype, like.dtype);
            Assert.Equal(x.device_type, like.device_type);
        }
        Assert.Equal(ScalarType.Int32, x.zeros_like(int32).dtype);
        Expect.Shaped(x.new_full(2, 1, 5), [2, 1], 5, 5);
        Assert.Equal(ScalarType.Int64, randint_like(x.@long(), 0, 5).dtype);
    }

    [Fact]
    public void RangesCountAsTheirArgumentsDo()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor whole = arange(2, 8, 3, device: TestDevice.Current);
        Assert.Equal(ScalarType.Int64, whole.dtype);
        Expect.Values(whole, 2, 5);
        Tensor real = arange(0.5, 2, device: TestDevice.Current);
        Assert.Equal(ScalarType.Float32, real.dtype);
        Expect.Values(real, 0.5, 1.5);
        Expect.Values(arange(3, device: TestDevice.Current), 0, 1, 2);
        Expect.Values(linspace(0, 1, 5, dtype: float64, device: TestDevice.Current), 0, 0.25, 0.5, 0.75, 1);
        Expect.Values(logspace(0, 3, 4, @base: 2, dtype: float64, device: TestDevice.Current), 1, 2, 4, 8);
    }

    [Fact]
    public void NumbersBecomeTensorsOfTheirType()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(ScalarType.Float32, tensor(1.5f).dtype);
        Assert.Equal(ScalarType.Float64, tensor(1.5).dtype);
        Assert.Equal(ScalarType.Int32, tensor(1).dtype);
        Assert.Equal(ScalarType.Int64, tensor(1L).dtype);
        Assert.Equal(ScalarType.Byte, tensor((byte)1).dtype);
        Assert.Equal(ScalarType.Int8, tensor((sbyte)1).dtype);
        Assert.Equal(ScalarType.Int16, tensor((short)1).dtype);
        Assert.Equal(ScalarType.Bool, tensor(true).dtype);
        Assert.Equal(ScalarType.ComplexFloat64, tensor(new Complex(1, 2)).dtype);
        Assert.Equal(ScalarType.ComplexFloat32, tensor((1f, 2f)).dtype);
        Assert.Equal(new Complex(1, 2), tensor(1.0, 2.0).ToComplexFloat64());
        Assert.Equal([], tensor(1.5).shape);
        Assert.Equal(1.5, tensor(1.5).item<double>());
        Assert.Equal(2.5f, tensor(2.5f).ToSingle());
        Assert.True(tensor(1.5, requires_grad: true).requires_grad);
        Assert.Equal(ScalarType.Float32, tensor(1.5, dtype: float32).dtype);
    }

    [Fact]
    public void ArraysAreCopiedInEveryShape()
    {
        using DisposeScope scope = NewDisposeScope();
        double[] source = [1, 2, 3, 4, 5, 6];
        Tensor x = tensor(source, [2, 3], device: TestDevice.Current);
        source[0] = 100;
        Expect.Shaped(x, [2, 3], 1, 2, 3, 4, 5, 6);
        Expect.Shaped(tensor(new float[,] { { 1, 2 }, { 3, 4 } }), [2, 2], 1, 2, 3, 4);
        Expect.Shaped(tensor(new int[,,] { { { 1, 2 }, { 3, 4 } } }), [1, 2, 2], 1, 2, 3, 4);
        Expect.Shaped(tensor(new long[1, 1, 2, 1] { { { { 5 }, { 6 } } } }), [1, 1, 2, 1], 5, 6);
        Expect.Shaped(tensor((IList<float>)new List<float> { 1, 2 }), [2], 1, 2);
        Expect.Shaped(tensor((IList<float>)new List<float> { 1, 2 }, 2, 1), [2, 1], 1, 2);
        Expect.Shaped(tensor(new Memory<float>([1, 2, 3]), [3]), [3], 1, 2, 3);
        Expect.Values(tensor(new[] { true, false }), 1, 0);
        Assert.Equal(ScalarType.Float64, tensor(new[] { 1, 2 }, dtype: float64).dtype);
        Assert.Equal([0], tensor(Array.Empty<float>()).shape);
        Assert.Equal([(Half)1.5, (Half)(-2)], tensor(new[] { (Half)1.5, (Half)(-2) }).data<Half>().ToArray());
        Assert.Equal([new Complex(1, 2), new Complex(3, 4)], tensor(new[] { new Complex(1, 2), new Complex(3, 4) }).data<Complex>().ToArray());
        Assert.Equal([(1f, 2f), (3f, 4f)], tensor(new[] { (1f, 2f), (3f, 4f) }).data<(float, float)>().ToArray());
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2f }, [3]));
    }

    [Fact]
    public void SharedArraysShowWhatIsWrittenToTheTensor()
    {
        using DisposeScope scope = NewDisposeScope();
        double[,] source = { { 1, 2 }, { 3, 4 } };
        Tensor x = from_array(source);
        Expect.Shaped(x, [2, 2], 1, 2, 3, 4);
        x.mul_(2);
        Assert.Equal(8, source[1, 1]);
        float[] buffer = [1, 2, 3, 4];
        Tensor part = frombuffer(buffer, float32, 2, 1);
        Expect.Values(part, 2, 3);
        part.zero_();
        Assert.Equal([1, 0, 0, 4], buffer);
        GC.Collect();
        Assert.Equal(0, part.sum().ToSingle());
        Assert.Equal(ScalarType.Float64, from_array(buffer, float64).dtype);
    }
}
