using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace Reps.Tests.Files;

public sealed class SafetensorsRoundTripTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reps-safetensors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void EveryElementTypeComesBackAndIsWrittenAgainByteForByte()
    {
        SafeTensor[] tensors =
        [
            SafeTensor.Create("bool", [2, 1], [true, false]),
            SafeTensor.Create("u8", [2], [byte.MinValue, byte.MaxValue]),
            SafeTensor.Create("i8", [2], [sbyte.MinValue, sbyte.MaxValue]),
            SafeTensor.Create("i16", [2], [short.MinValue, short.MaxValue]),
            SafeTensor.Create("u16", [1], [ushort.MaxValue]),
            SafeTensor.Create("f16", [2], [Half.MaxValue, Half.Epsilon]),
            SafeTensor.Create("i32", [1, 1, 2], [int.MinValue, int.MaxValue]),
            SafeTensor.Create("u32", [1], [uint.MaxValue]),
            SafeTensor.Create("f32", [3], [float.MaxValue, float.Epsilon, float.NegativeInfinity]),
            SafeTensor.Create("f64", [], [Math.PI]),
            SafeTensor.Create("i64", [2], [long.MinValue, long.MaxValue]),
            SafeTensor.Create("u64", [1], [(ulong)long.MaxValue]),
            SafeTensor.Create("none", [0, 5], Array.Empty<double>()),
        ];
        Dictionary<string, string> metadata = new() { ["a\tb"] = "\u0001\\ \"x\" \U0001F600", [""] = "" };
        byte[] bytes = SafetensorsBytesBuilder.Write(tensors, metadata);

        SafetensorsFile file = SafetensorsBytesBuilder.Read(bytes);

        Assert.Equal(tensors.Length, file.Count);
        foreach (SafeTensor tensor in tensors)
        {
            Assert.Equal(tensor.DType, file[tensor.Name].DType);
            Assert.Equal(tensor.Shape, file[tensor.Name].Shape);
            Assert.Equal(tensor.Data.ToArray(), file[tensor.Name].Data.ToArray());
        }
        Assert.Equal(metadata.OrderBy(m => m.Key), file.Metadata.OrderBy(m => m.Key));
        Assert.Equal([long.MinValue, long.MaxValue], file["i64"].ToInt64s());
        Assert.Equal([-128L, 127L], file["i8"].ToInt64s());
        Assert.Equal([-32768L, 32767L], file["i16"].ToInt64s());
        Assert.Equal([4294967295L], file["u32"].ToInt64s());
        Assert.Equal([long.MaxValue], file["u64"].ToInt64s());
        Assert.Equal([65504.0, Math.ScaleB(1, -24)], file["f16"].ToDoubles());
        Assert.Equal(bytes, SafetensorsBytesBuilder.Write([.. file.Values], new(file.Metadata)));
    }

    [Fact]
    public void EveryHalfAndBFloat16WidensExactly()
    {
        byte[] all = new byte[2 << 16];
        for (int i = 0; i < 1 << 16; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(all.AsSpan(2 * i), (ushort)i);
        float[] half = new SafeTensor("h", SafeTensorDType.F16, [1 << 16], all).ToSingles();
        float[] brain = new SafeTensor("b", SafeTensorDType.BF16, [256, 256], all).ToSingles();
        for (int i = 0; i < 1 << 16; i++)
        {
            Assert.Equal(Decode(i, exponentBits: 5, fractionBits: 10), half[i]);
            Assert.Equal(Decode(i, exponentBits: 8, fractionBits: 7), brain[i]);
        }
    }

    [Fact]
    public void ReadsAStreamThatCannotSeekAndOneThatStartsLater()
    {
        float[] values = [.. Enumerable.Range(0, 300_000).Select(i => (float)i)];
        byte[] bytes = SafetensorsBytesBuilder.Write([SafeTensor.Create("w", [300_000], values)]);
        MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(bytes);
        packed.Position = 0;
        using GZipStream unzip = new(packed, CompressionMode.Decompress);
        Assert.Equal(values, SafetensorsFile.Read(unzip)["w"].ToSingles());

        MemoryStream later = new([1, 2, 3, .. bytes]) { Position = 3 };
        Assert.Equal(values, SafetensorsFile.Read(later)["w"].ToSingles());
    }

    [Fact]
    public void AFileIsReplacedWholeOrNotAtAll()
    {
        string path = Path.Combine(_folder, "model.safetensors");
        SafetensorsWriter.Write(path, [("w", [2, 1], new float[] { 1, 2 }), ("v", [1], [3])]);
        Assert.Equal([1f, 2f], SafetensorsFile.Read(path)["w"].ToSingles());
        byte[] before = File.ReadAllBytes(path);

        // Fails after the header and the first tensor are on disk.
        SafeTensor good = SafeTensor.Create("a", [1], [1.0]);
        SafeTensor broken = new("b", SafeTensorDType.F32, [1], new BrokenMemory().Memory);
        Assert.Throws<IOException>(() => SafetensorsWriter.Write(path, [good, broken]));
        Assert.Equal(before, File.ReadAllBytes(path));

        SafetensorsWriter.Write(path, [good]);
        Assert.Equal(["a"], SafetensorsFile.Read(path).Keys);
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void FailuresOfTheFileSystemStayWhatTheyAre()
    {
        Assert.Throws<FileNotFoundException>(() => SafetensorsFile.Read(Path.Combine(_folder, "none")));
        Assert.Throws<DirectoryNotFoundException>(() => SafetensorsWriter.Write(Path.Combine(_folder, "no", "folder"), []));
    }

    [Fact]
    public void ConversionsThatWouldLoseMeaningNameTheRightOne()
    {
        SafeTensor integers = SafeTensor.Create("n", [0], Array.Empty<int>());
        SafeTensor reals = SafeTensor.Create("r", [1], [0.1]);
        Assert.Contains(nameof(SafeTensor.ToInt64s), Assert.Throws<InvalidOperationException>(() => integers.ToSingles()).Message);
        Assert.Contains(nameof(SafeTensor.ToInt64s), Assert.Throws<InvalidOperationException>(() => integers.ToDoubles()).Message);
        Assert.Contains(nameof(SafeTensor.ToDoubles), Assert.Throws<InvalidOperationException>(() => reals.ToInt64s()).Message);
        Assert.Throws<OverflowException>(() => SafeTensor.Create("u", [1], [ulong.MaxValue]).ToInt64s());
        Assert.Equal([0.1f], reals.ToSingles());
    }

    [Fact]
    public void WhatCannotBeWrittenIsRefused()
    {
        SafeTensor one = SafeTensor.Create("a", [1], [1f]);
        Assert.Throws<ArgumentException>(() => SafetensorsBytesBuilder.Write([one, SafeTensor.Create("a", [1], [1.0])]));
        Assert.Throws<ArgumentException>(() => SafetensorsBytesBuilder.Write([one], new() { ["k"] = "\uD800" }));
        Assert.Throws<ArgumentException>(() => SafeTensor.Create("__metadata__", [1], [1f]));
        Assert.Throws<ArgumentException>(() => SafeTensor.Create("\uDC00", [1], [1f]));
        Assert.Throws<ArgumentException>(() => SafeTensor.Create("a", [2], [1f]));
        Assert.Throws<ArgumentException>(() => SafeTensor.Create("a", [-1, -1], [1f]));
        Assert.Throws<ArgumentException>(() => SafeTensor.Create("a", [long.MaxValue, long.MaxValue], [1f]));
        Assert.Throws<ArgumentException>(() => SafeTensor.Create("a", [1], [1m]));
    }

    [Fact]
    public void AMissingTensorIsReportedWithThoseThatExist()
    {
        SafetensorsFile file = SafetensorsBytesBuilder.Read(SafetensorsBytesBuilder.Write([SafeTensor.Create("layer.weight", [1], [1f])]));
        Assert.Contains("'layer.weight'", Assert.Throws<KeyNotFoundException>(() => file["layer.bias"]).Message);
        Assert.False(file.TryGetValue("layer.bias", out _));
        Assert.True(file.ContainsKey("layer.weight"));
    }

    // The definition of the IEEE 754 binary interchange formats, in double arithmetic, which is exact here.
    private static float Decode(int bits, int exponentBits, int fractionBits)
    {
        int exponent = (bits >> fractionBits) & ((1 << exponentBits) - 1);
        int fraction = bits & ((1 << fractionBits) - 1);
        int bias = (1 << (exponentBits - 1)) - 1;
        double sign = bits >> 15 == 0 ? 1 : -1;
        if (exponent == (1 << exponentBits) - 1)
            return fraction == 0 ? (float)(sign / 0.0) : float.NaN;
        return (float)(exponent == 0
            ? sign * fraction * Math.Pow(2, 1 - bias - fractionBits)
            : sign * ((1 << fractionBits) + fraction) * Math.Pow(2, exponent - bias - fractionBits));
    }

    private sealed class BrokenMemory : System.Buffers.MemoryManager<byte>
    {
        private bool _checked;

        public override Span<byte> GetSpan()
        {
            if (_checked)
                throw new IOException("The memory is gone.");
            _checked = true;
            return new byte[4];
        }

        public override System.Buffers.MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
