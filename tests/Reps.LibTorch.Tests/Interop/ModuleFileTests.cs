using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TorchSharp;
using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Files of modules: byte for byte, and what happens to a module that cannot be loaded.</summary>
public sealed class ModuleFileTests
{
    private sealed class Inner : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter _weight;
        private readonly Tensor _count = Filled(ScalarType.Int64, 3, 1);

        public Inner(double value)
            : base(nameof(Inner))
        {
            _weight = nn.Parameter(Filled(ScalarType.Float32, value, 2));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => Operator.Call("mul.Tensor", input, _weight);
    }

    private sealed class Outer : nn.Module<Tensor, Tensor>
    {
        private readonly Inner _first;
        private readonly Inner _second;

        public Outer(double first, double second)
            : base(nameof(Outer))
        {
            (_first, _second) = (new Inner(first), new Inner(second));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _second.call(_first.call(input));
    }

    private static Tensor Filled(ScalarType type, double value, params long[] sizes) => Operator.Call("full", sizes, (Scalar)value, type);

    private static double Value(Tensor tensor) =>
        Operator.CallScalar("_local_scalar_dense", Operator.Call("select.int", tensor, 0, 0)).ToDouble();

    private static double[] Values(nn.Module module) => [.. module.state_dict().OrderBy(entry => entry.Key).Select(entry => Value(entry.Value))];

    private static byte[] Saved(nn.Module module)
    {
        using MemoryStream stream = new();
        module.save(stream);
        return stream.ToArray();
    }

    [Fact]
    public void TheBytesAreThoseOfTorchSharp()
    {
        using Inner module = new(1.5);
        byte[] expected =
        [
            2, // entries
            7, .. "_weight"u8, 6, 1, 2, 0, 0, 0xc0, 0x3f, 0, 0, 0xc0, 0x3f, // Float32, one dimension of 2
            6, .. "_count"u8, 4, 1, 1, 3, 0, 0, 0, 0, 0, 0, 0, // Int64, one dimension of 1
        ];
        Assert.Equal(expected, Saved(module));
    }

    [Fact]
    public void WhatIsSavedIsLoaded()
    {
        using Outer module = new(1.5, 2.5);
        using Outer other = new(0, 0);
        Dictionary<string, bool> names = [];
        other.load(new MemoryStream(Saved(module)), loadedParameters: names);
        Assert.Equal([3, 1.5, 3, 2.5], Values(other));
        Assert.Equal(["_first._weight", "_second._weight", "_first._count", "_second._count"], names.Keys);
    }

    [Fact]
    public void ATruncatedFileLeavesTheModuleAsItWas()
    {
        using Outer module = new(1.5, 2.5);
        using Outer other = new(7, 8);
        byte[] bytes = Saved(module);
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => other.load(new MemoryStream(bytes[..length])));
            Assert.Equal([3, 7, 3, 8], Values(other));
        }
    }

    [Fact]
    public void ADamagedOrForeignFileIsRefusedOrAtLeastDoesNoHarm()
    {
        using Outer module = new(1.5, 2.5);
        using Outer other = new(7, 8);
        byte[] bytes = Saved(module);
        Random random = new(1);
        for (int round = 0; round < 2000; round++)
        {
            byte[] damaged = [.. bytes];
            damaged[random.Next(bytes.Length)] = (byte)random.Next(256);
            double[] before = Values(other);
            Exception? error = Record.Exception(() => other.load(new MemoryStream(damaged)));
            if (error is null) continue;
            Assert.True(error is InvalidDataException or ArgumentException, error.ToString());
            Assert.Equal(before, Values(other));
        }
        byte[] foreign = new byte[4096];
        for (int round = 0; round < 200; round++)
        {
            random.NextBytes(foreign);
            foreach (bool strict in (bool[])[true, false])
            {
                Exception? error = Record.Exception(() => other.load(new MemoryStream(foreign), strict));
                Assert.True(error is InvalidDataException or ArgumentException or null, error?.ToString());
            }
        }
    }
}
