using System;
using System.IO;
using System.Linq;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Checkpoints;

/// <summary>States in safetensors files: there and back, and every kind of wrong file.</summary>
public sealed class ModuleStateTests
{
    [Fact]
    public void StatesComeBack()
    {
        using DisposeScope scope = NewDisposeScope();
        using StateDict file = new();
        EquivariantBatchNorm saved = EquivariantBatchNorm.Create("2x0e + 1o");
        saved.to(ScalarType.Float64).to(TestDevice.Current);
        saved.forward(TestDevice.Normal(1, 8, 5));
        ModuleState.SaveSafetensors(saved, file.Path, new System.Collections.Generic.Dictionary<string, string> { ["made by"] = "a test" });
        Assert.Equal("a test", SafetensorsFile.Read(file.Path).Metadata["made by"]);
        EquivariantBatchNorm loaded = EquivariantBatchNorm.Create("2x0e + 1o");
        loaded.to(ScalarType.Float64).to(TestDevice.Current);
        ModuleState.Load(loaded, file.Path);
        foreach ((string name, Tensor value) in saved.state_dict()) Assertions.Close(value, loaded.state_dict()[name], 0, name);
        // Another number type: converted.
        EquivariantBatchNorm single = EquivariantBatchNorm.Create("2x0e + 1o");
        ModuleState.Load(single, file.Path);
        Assert.Equal(ScalarType.Float32, single.RunningVariance!.dtype);
        Assertions.Close(saved.RunningVariance!.cpu(), single.RunningVariance!, 1e-7);
    }

    [Fact]
    public void AnotherOrderOfIrrepsIsRefused()
    {
        using DisposeScope scope = NewDisposeScope();
        using StateDict file = new();
        LinearModule saved = LinearModule.Create("4x0e + 4x1o", "4x0e");
        LinearModule other = LinearModule.Create("4x1o + 4x0e", "4x0e");
        ModuleState.SaveSafetensors(saved, file.Path);
        Assert.Equal(saved.Weight!.shape, other.Weight!.shape);
        Tensor before = other.Weight.clone();
        string message = Assert.Throws<ModuleStateException>(() => ModuleState.Load(other, file.Path, strict: false)).Message;
        Assert.Contains("the module is O(3): 4x1o+4x0e -> O(3): 4x0e, but was saved as O(3): 4x0e+4x1o -> O(3): 4x0e: the same irreps in another order", message);
        Assert.True(before.equal(other.Weight).all().item<bool>());
        ModuleState.Load(LinearModule.Create("4x0e + 4x1o", "4x0e"), file.Path);
    }

    // With two segments of each kind, the weights of another order fit, and give another function: what the refusal is for.
    [Fact]
    public void WeightsInAnotherOrderAreAnotherFunction()
    {
        using DisposeScope scope = NewDisposeScope();
        LinearModule saved = LinearModule.Create("2x0e + 2x1o", "2x0e + 2x1o");
        LinearModule other = LinearModule.Create("2x1o + 2x0e", "2x1o + 2x0e");
        saved.to(ScalarType.Float64);
        other.to(ScalarType.Float64);
        other.load_state_dict(saved.state_dict());
        Tensor x = randn(3, 8, dtype: ScalarType.Float64);
        Tensor exchanged = cat([x.narrow(-1, 2, 6), x.narrow(-1, 0, 2)], -1);
        Tensor y = other.forward(exchanged);
        Tensor back = cat([y.narrow(-1, 6, 2), y.narrow(-1, 0, 6)], -1);
        Assert.True((back - saved.forward(x)).norm().item<double>() > 1e-3 * back.norm().item<double>());
    }

    [Fact]
    public void LayersInsideModulesAreNamed()
    {
        using DisposeScope scope = NewDisposeScope();
        using StateDict file = new();
        ModuleState.SaveSafetensors(new Mixed("2x0e + 1o"), file.Path);
        CheckpointLayout[] layouts = [.. CheckpointLayout.Read(SafetensorsFile.Read(file.Path).Metadata)];
        Assert.Equal(["mix", "norm"], layouts.Select(layout => layout.Path).Order());
        Assert.Equal(
            "O(3): 2x0e+1x1o -> O(3): 2x0e+1x1o", layouts.Single(layout => layout is { Path: "mix", Class: "Reps.Layers.LinearModule" }).Layout);
        string message = Assert.Throws<ModuleStateException>(() => ModuleState.Load(new Mixed("1o + 2x0e"), file.Path)).Message;
        Assert.Contains("the layer 'mix' is", message);
        Assert.Throws<ArgumentException>(() => ModuleState.SaveSafetensors(
            new Mixed("1o"), file.Path, new System.Collections.Generic.Dictionary<string, string> { [CheckpointLayout.MetadataKey] = "" }));
    }

    private sealed class Mixed : nn.Module
    {
        private readonly LinearModule mix;
        private readonly EquivariantBatchNorm norm;

        public Mixed(string signature)
            : base(nameof(Mixed))
        {
            (mix, norm) = (LinearModule.Create(signature, signature), EquivariantBatchNorm.Create(signature));
            RegisterComponents();
        }
    }

    [Fact]
    public void EveryNumberTypeIsKept()
    {
        using StateDict file = new();
        Buffers saved = new(3);
        ModuleState.SaveSafetensors(saved, file.Path);
        Buffers loaded = new(0);
        ModuleState.Load(loaded, file.Path);
        foreach ((string name, Tensor value) in saved.state_dict())
        {
            Tensor found = loaded.state_dict()[name];
            Assert.Equal(value.dtype, found.dtype);
            Assert.Equal(value.shape, found.shape);
            Assert.True(value.eq(found).all().item<bool>(), name);
        }
    }

    [Fact]
    public void WrongFilesAreRefusedAndTheModuleStays()
    {
        using StateDict file = new();
        LinearModule module = LinearModule.Create("2x0e", "3x0e", biases: true);
        double before = Sum(module);
        ModuleState.SaveSafetensors(module, file.Path);
        byte[] good = File.ReadAllBytes(file.Path);

        File.WriteAllBytes(file.Path, good[..^5]);
        Assert.Contains(file.Path, Assert.Throws<SafetensorsException>(() => ModuleState.Load(module, file.Path)).Message, StringComparison.Ordinal);
        File.WriteAllText(file.Path, "this is not a file of tensors");
        Assert.Throws<SafetensorsException>(() => ModuleState.Load(module, file.Path));
        good[20] ^= 0xff;
        File.WriteAllBytes(file.Path, good);
        Assert.Throws<SafetensorsException>(() => ModuleState.Load(module, file.Path));

        Refused(module, [SafeTensor.Create<float>("weight", [5], new float[5]), SafeTensor.Create<float>("bias", [3], new float[3])], "tensor 'weight': has the shape [5], but the module has [6] there");
        Refused(module, [SafeTensor.Create<long>("weight", [6], new long[6]), SafeTensor.Create<float>("bias", [3], new float[3])], "holds I64, but the module has Float32 there");
        Refused(module, [SafeTensor.Create<float>("weight", [6], new float[6])], "the file lacks 'bias'");
        Refused(module, [SafeTensor.Create<float>("weight", [6], new float[6]), SafeTensor.Create<float>("bias", [3], new float[3]), SafeTensor.Create<float>("x", [1], [1f])], "the module has no 'x'");
        Assert.Equal(before, Sum(module));

        SafetensorsWriter.Write(file.Path, [SafeTensor.Create<float>("weight", [6], [1, 1, 1, 1, 1, 1]), SafeTensor.Create<float>("x", [1], [1f])]);
        ModuleState.Load(module, file.Path, strict: false);
        Assert.Equal(6, module.Weight!.sum().item<float>());
        Assert.Throws<DirectoryNotFoundException>(() => ModuleState.SaveSafetensors(module, Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "x.safetensors")));
    }

    [Fact]
    public void ComplexNumbersAreRefused()
    {
        using StateDict file = new();
        Buffers module = new(1);
        module.register_buffer("z", zeros(2, dtype: ScalarType.ComplexFloat64));
        Assert.Contains("'z' holds ComplexFloat64", Assert.Throws<NotSupportedException>(() => ModuleState.SaveSafetensors(module, file.Path)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Path));
    }

    private static double Sum(nn.Module module) => module.parameters().Sum(parameter => parameter.sum().item<float>());

    private static void Refused(nn.Module module, SafeTensor[] tensors, string expected)
    {
        using StateDict file = new();
        SafetensorsWriter.Write(file.Path, tensors);
        ModuleStateException error = Assert.Throws<ModuleStateException>(() => ModuleState.Load(module, file.Path));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(file.Path, error.FileName);
    }

    private sealed class Buffers : nn.Module
    {
        public Buffers(int value)
            : base(nameof(Buffers))
        {
            foreach (ScalarType type in new[]
            {
                ScalarType.Float64, ScalarType.Float32, ScalarType.Float16, ScalarType.BFloat16, ScalarType.Int64, ScalarType.Int32, ScalarType.Int16,
                ScalarType.Int8, ScalarType.Byte, ScalarType.Bool,
            })
                register_buffer(type.ToString(), full([2, 3], value, dtype: type));
            register_buffer("scalar", full([], value, dtype: ScalarType.Float64));
            register_buffer("empty", zeros(0, 3));
        }
    }
}
