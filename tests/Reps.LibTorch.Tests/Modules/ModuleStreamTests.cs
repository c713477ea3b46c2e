using System;
using System.Collections.Generic;
using System.IO;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Modules to files, streams and writers, and back.</summary>
public sealed class ModuleStreamTests
{
    private static Sequential New(ScalarType type) =>
        nn.Sequential(("a", nn.Linear(3, 2)), ("b", nn.BatchNorm1d(2)), ("c", nn.Linear(2, 1, hasBias: false))).to(TestDevice.Current, type);

    private static void RequireSame(nn.Module expected, nn.Module actual)
    {
        Dictionary<string, Tensor> other = actual.state_dict();
        foreach ((string key, Tensor value) in expected.state_dict()) Expect.Same(value, other[key], 0);
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void FilesHoldEveryBit(ScalarType type)
    {
        string path = Path.GetTempFileName();
        try
        {
            using Sequential module = New(type), other = New(type);
            module.save(path);
            Assert.Same(other, other.load(path));
            RequireSame(module, other);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void WritersAndReadersStayOpen()
    {
        using Sequential first = New(float32), second = New(float32), third = New(float32), fourth = New(float32);
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        first.save(writer);
        second.save(writer);
        stream.Position = 0;
        using BinaryReader reader = new(stream);
        third.load(reader);
        fourth.load(reader);
        RequireSame(first, third);
        RequireSame(second, fourth);
    }

    [Fact]
    public void PartsAreSkippedAndMissing()
    {
        using Sequential module = New(float32), other = New(float32), small = nn.Sequential(("a", nn.Linear(3, 2))).to(TestDevice.Current);
        using MemoryStream all = new(), part = new();
        using BinaryWriter allWriter = new(all), partWriter = new(part);
        module.save(allWriter);
        small.save(partWriter, skip: ["a.bias"]);
        byte[] allBytes = all.ToArray(), partBytes = part.ToArray();

        Tensor before = other.state_dict()["a.weight"].clone();
        Dictionary<string, bool> loaded = [];
        other.load(new MemoryStream(allBytes), skip: ["a.weight"], loadedParameters: loaded);
        Expect.Same(before, other.state_dict()["a.weight"], 0);
        Expect.Same(module.state_dict()["c.weight"], other.state_dict()["c.weight"], 0);
        Assert.Equal(8, loaded.Count);

        Assert.Throws<ArgumentException>(() => other.load(new MemoryStream(partBytes)));
        other.load(new MemoryStream(partBytes), strict: false);
        Expect.Same(small.state_dict()["a.weight"], other.state_dict()["a.weight"], 0);

        small.load(new MemoryStream(allBytes), strict: false);
        Expect.Same(module.state_dict()["a.bias"], small.state_dict()["a.bias"], 0);
        using Sequential wide = New(float64);
        Assert.Throws<ArgumentException>(() => wide.load(new MemoryStream(allBytes)));
        Assert.Throws<FileNotFoundException>(() => wide.load("/nowhere/at.all"));
    }
}
