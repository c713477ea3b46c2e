using System;
using System.IO;
using System.Linq;
using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Types, devices, and the way of elements into .NET, streams and files and back.</summary>
public sealed class ConversionTests
{
    [Fact]
    public void TypesChange()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(-1.7, 0, 2.9);
        Expect.Values(x.@int(), -1, 0, 2);
        Expect.Values(x.@bool(), 1, 0, 1);
        Assert.Equal(ScalarType.Float32, x.@float().dtype);
        Assert.Equal(ScalarType.Float16, x.half().dtype);
        Assert.Equal(ScalarType.BFloat16, x.bfloat16().dtype);
        Assert.Equal(ScalarType.Int64, x.to(int64).dtype);
        Assert.Equal(ScalarType.Float32, x.type(float32).dtype);
        Assert.Equal(ScalarType.Int16, x.type_as(zeros(1, dtype: int16)).dtype);
        Assert.Equal(ScalarType.Float32, x.to(ScalarType.Float32, TestDevice.Current).dtype);
        Assert.Equal(ScalarType.Float32, x.to(zeros(1)).dtype);
        Tensor same = x.to(float64);
        same[0] = 5.0;
        Assert.Equal(5, x[0].ToDouble());
        Tensor copy = x.to(float64, copy: true);
        copy[0] = 6.0;
        Assert.Equal(5, x[0].ToDouble());
        Tensor gone = TestDevice.Vector(1);
        Tensor kept = gone.to(float32, disposeAfter: true);
        Assert.True(gone.IsInvalid);
        Assert.Equal(1, kept.ToSingle());
        Assert.True(x.is_floating_point());
        Assert.True(x.@long().is_integral());
        Assert.False(x.is_complex());
    }

    [Fact]
    public void DevicesChange()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(1, 2);
        Assert.Equal(DeviceType.CPU, x.cpu().device_type);
        Assert.Equal(TestDevice.Current.type, x.cpu().to(TestDevice.Current).device_type);
        Assert.Equal(DeviceType.META, x.to("meta").device_type);
        Assert.True(x.to(META).is_meta);
        Assert.Throws<ArgumentException>(() => x.cuda(CPU));
        Assert.Equal(TestDevice.IsCpu, x.is_cpu());
        Assert.Equal(cuda.device_count() > 0, cuda.is_available());
    }

    [Fact]
    public void ElementsAreReadInTheOrderOfTheShape()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = arange(6, dtype: float32).reshape(2, 3);
        Assert.Equal([0, 3, 1, 4, 2, 5], x.t().data<float>().ToArray());
        Assert.Equal([0, 3, 1, 4, 2, 5], x.t().data<float>().AsEnumerable());
        TensorAccessor<float> data = x.t().data<float>();
        Assert.Equal(6, data.Count);
        Assert.Equal(4, data[1, 1]);
        Assert.Equal(3, data[1]);
        data[2, 0] = 20;
        Assert.Equal(20, x[0, 2].ToSingle());
        float[,] array = (float[,])x.data<float>().ToNDArray();
        Assert.Equal((20, 3), (array[0, 2], array[1, 0]));
        float[] part = [-1, -1, -1];
        x.t().data<float>().CopyTo(part, 1, 4);
        Assert.Equal([-1, 20, 5], part);
        x.t().data<float>().CopyFrom([7, 8], 0, 1);
        Expect.Values(x, 0, 8, 20, 7, 4, 5);
        Assert.True(x.data<float>() == x.clone().data<float>());
        Assert.Throws<ArgumentException>(() => x.data<double>());
        Assert.Throws<IndexOutOfRangeException>(() => data[3, 0]);
    }

    [Fact]
    public void SingleElementsBecomeNumbers()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(2.5);
        Assert.Equal(2.5, x.item<double>());
        Assert.Equal(2.5, x.ToDouble());
        Assert.Equal(2.5f, x.ToSingle());
        Assert.Equal(2, x.@long().ToInt64());
        Assert.Equal(2, (int)x.@int());
        Assert.Equal(2.5, (double)x);
        Assert.True((bool)(x > 2));
        Assert.Equal(ScalarType.Float64, x.ToScalar().Type);
        Assert.Equal((Half)2.5, x.half().item<Half>());
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
        Assert.Throws<ArgumentException>(() => x.item<float>());
        Tensor one = 1.5f;
        Assert.Equal(ScalarType.Float32, one.dtype);
        Tensor list = new[] { 1.0, 2.0 };
        Expect.Shaped(list, [2], 1, 2);
        Assert.Equal(3, arange(5).ReadCpuInt64(3));
    }

    [Fact]
    public void BytesAreTheMemory()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(new[] { 1, 258 });
        Assert.Equal([1, 0, 0, 0, 2, 1, 0, 0], x.bytes.ToArray());
        x.bytes = new byte[] { 5, 0, 0, 0, 6, 0, 0, 0 };
        Expect.Values(x, 5, 6);
        Assert.Equal(8, x.numel() * x.element_size());
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().bytes.Length);
        using MemoryStream stream = new();
        x.WriteBytesToStream(stream);
        stream.Position = 0;
        Tensor y = zeros_like(x);
        y.ReadBytesFromStream(stream);
        Expect.Values(y, 5, 6);
    }

    [Fact]
    public void StreamsHoldTypeShapeAndElements()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(new short[] { 1, 2, 3, 4, 5, 6 }, [2, 3]).t();
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            x.contiguous().Save(writer);
            zeros(200, dtype: uint8).Save(writer);
        }
        byte[] bytes = stream.ToArray();
        // The number of the type, of the dimensions, the sizes, and then the elements.
        Assert.Equal([2, 2, 3, 2, 1, 0, 4, 0, 2, 0, 5, 0, 3, 0, 6, 0], bytes[..16]);
        // Sizes beyond 127 take more than a byte, with the low bits first.
        Assert.Equal([0, 1, 200, 1], bytes[16..20]);
        using BinaryReader reader = new(new MemoryStream(bytes));
        Expect.Shaped(Tensor.Load(reader), [3, 2], 1, 4, 2, 5, 3, 6);
        Tensor target = ones(200, dtype: uint8);
        target.Load(reader);
        Assert.Equal(0, target.sum().ToInt64());
        using BinaryReader again = new(new MemoryStream(bytes));
        Assert.Throws<ArgumentException>(() => target.Load(again));
    }

    [Fact]
    public void FilesHoldTensors()
    {
        using DisposeScope scope = NewDisposeScope();
        string folder = Directory.CreateTempSubdirectory("reps").FullName;
        try
        {
            Tensor x = TestDevice.Random(9, 3, 4);
            string path = Path.Combine(folder, "tensor");
            save(x, path);
            Expect.Same(x, load(path), 0);
            x.Save(path + ".dat");
            Expect.Same(x, Tensor.Load(path + ".dat"), 0);
            Assert.Throws<FileNotFoundException>(() => Tensor.Load(path + ".nothing"));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void TextsShowWhatTheirStyleSays()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = arange(6, dtype: float32).reshape(2, 3);
        Assert.Equal("[2x3], type = Float32, device = cpu", x.ToString());
        Assert.Equal("[], type = Int64, device = cpu", tensor(1L).ToString(TorchSharp.TensorStringStyle.Metadata));
        string numpy = x.ToString(TorchSharp.TensorStringStyle.Numpy, "g3", cultureInfo: System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("0", numpy, StringComparison.Ordinal);
        Assert.Contains("5", numpy, StringComparison.Ordinal);
        Assert.StartsWith("[2x3], type = Float32", x.str(), StringComparison.Ordinal);
        Assert.NotEmpty(zeros(100, 100).cstr());
        System.Collections.ArrayList list = (System.Collections.ArrayList)x.tolist();
        Assert.Equal(2, list.Count);
        Assert.Equal(5, ((Scalar)((System.Collections.ArrayList)list[1]!)[2]!).ToSingle());
    }
}
