using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using TorchSharp.PyBridge;
using static TorchSharp.torch;

namespace Reps.Tests.Checkpoints;

/// <summary>Files that <c>torch.save</c> has written.</summary>
public sealed class PyTorchCheckpointTests
{
    private const string Hidden = "2x0e + 1o + 1e + 2e + 2o";

    // Written by e3nn itself. In 0.4.4 the path (1, 2, 2) and its like have the other sign, and all coupling tensors are transposed views.
    [Theory]
    [InlineData("e3nn_0_5_1", E3nnSigns.Current)]
    [InlineData("e3nn_0_4_4", E3nnSigns.Legacy)]
    public void ModelsOfE3nnGiveItsValues(string name, E3nnSigns signs)
    {
        using DisposeScope scope = NewDisposeScope();
        TensorProductModule product = TensorProductModule.FullyConnected("2x1o + 2e", "1o + 2e", Hidden);
        LinearModule linear = LinearModule.Create(Hidden, "3x0e + 2x1o + 1e", biases: true);
        TensorProductModule convolution = TensorProductModule.Create(
            "2x2e",
            "2e + 1e",
            "2x2e + 2x1e",
            [new(0, 1, 0, Mode.Uvu), new(0, 0, 1, Mode.Uvu)],
            internalWeights: false
        );
        FullyConnectedNet network = new([3, 5, convolution.WeightCount], ScalarActivation.Silu);
        nn.Module model = E3nnCheckpointTests.Model("tp", product);
        foreach ((string part, nn.Module module) in new (string, nn.Module)[] { ("lin", linear), ("conv", convolution), ("fc", network) })
            model.register_module(part, module);
        model.to(ScalarType.Float64).to(TestDevice.Current);

        E3nnCheckpointOptions options = new() { ExternalWeights = new Dictionary<string, string> { ["conv"] = "fc.layer1.weight" } };
        E3nnCheckpointReport report = E3nnCheckpoint.Load(model, PyTorchFile.Reference(name + ".pt"), options);
        Assert.Equal(["tp.weight", "lin.weight", "lin.bias", "fc.layer0.weight", "fc.layer1.weight"], report.Loaded);
        Assert.Equal(signs, report.Signs);
        Assert.Equal(signs == E3nnSigns.Legacy, report.Flipped.Count > 0);

        JsonElement values = JsonDocument.Parse(File.ReadAllText(PyTorchFile.Reference(name + ".json"))).RootElement;
        Tensor middle = product.forward(Input(values, "x", product.Plan.Left), Input(values, "y", product.Plan.Right));
        Assertions.Close(Input(values, "tp", product.Plan.Output), middle, 1e-10);
        Assertions.Close(Input(values, "lin", linear.Plan.Output), linear.forward(middle), 1e-10);
        Tensor messages = convolution.forward(
            Input(values, "u", convolution.Plan.Left),
            Input(values, "v", convolution.Plan.Right),
            network.forward(values.GetProperty("r").Values())
        );
        Assertions.Close(Input(values, "conv", convolution.Plan.Output), messages, 1e-10);
    }

    [Fact]
    public void EveryNumberTypeIsRead()
    {
        using DisposeScope scope = NewDisposeScope();
        ScalarType[] types =
        [
            ScalarType.Float64,
            ScalarType.Float32,
            ScalarType.Float16,
            ScalarType.BFloat16,
            ScalarType.Int64,
            ScalarType.Int32,
            ScalarType.Int16,
            ScalarType.Int8,
            ScalarType.Byte,
        ];
        string[] names = ["float64", "float32", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8"];
        Plain module = new([
            .. names.Zip(types, (name, type) => (name, zeros([2, 3], type))),
            ("bool", zeros([2, 3], ScalarType.Bool)),
            ("scalar", zeros([])),
            ("empty", zeros(0, 3)),
        ]);
        ModuleState.Load(module, PyTorchFile.Reference("types.pt"));
        Tensor expected = tensor(new double[] { 1, 1.25, 1.5, 1.75, 2, 2.25 }).reshape(2, 3);
        foreach ((string name, ScalarType type) in names.Zip(types))
        {
            Tensor given = module[name].is_floating_point() ? expected : expected.floor();
            Assert.Equal(type, module[name].dtype);
            Assertions.Close(given, module[name].to(ScalarType.Float64), 0, name);
        }
        Assert.Equal([false, false, false, false, true, true], module["bool"].flatten().data<bool>().ToArray());
        Assert.Equal(0.25f, module["scalar"].item<float>());
    }

    [Fact]
    public void ViewsAreRead()
    {
        using DisposeScope scope = NewDisposeScope();
        Plain module = new(
            ("transposed", zeros(2, 3)),
            ("column", zeros(3)),
            ("slice", zeros(2, 2)),
            ("every_other", zeros(6)),
            ("expanded", zeros(3, 2)),
            ("whole", zeros(3, 4)),
            ("none", zeros(0))
        );
        ModuleState.Load(module, PyTorchFile.Reference("views.pt"));
        Same([1, 3, 5, 2, 4, 6], "transposed");
        Same([2, 6, 10], "column");
        Same([5, 6, 9, 10], "slice");
        Same([2, 4, 6, 8, 10, 12], "every_other");
        Same([1, 1, 2, 2, 3, 3], "expanded");
        Same([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "whole");

        void Same(float[] quarters, string name) =>
            Assert.Equal(quarters, module[name].flatten().data<float>().ToArray().Select(value => 4 * value));
    }

    [Theory]
    [InlineData("state_protocol2.pt", null)]
    [InlineData("state_protocol4.pt", null)]
    [InlineData("state_protocol5.pt", null)]
    [InlineData("parameters.pt", null)]
    [InlineData("training.pt", null)]
    [InlineData("training.pt", "model")]
    [InlineData("two_states.pt", "model")]
    public void StatesAreFound(string name, string? entry)
    {
        using nn.Module linear = nn.Linear(2, 3);
        ModuleState.Load(linear, PyTorchFile.Reference(name), entry: entry);
        IsLoaded(linear);
        using nn.Module again = nn.Linear(2, 3);
        Assert.Equal(["weight", "bias"], E3nnCheckpoint.Load(again, PyTorchFile.Reference(name), new() { Entry = entry }).Loaded);
        IsLoaded(again);
    }

    [Fact]
    public void PartsOfAFileAreRead()
    {
        Plain module = new(("a", zeros(2, ScalarType.Float64)));
        string mixed = PyTorchFile.Reference("mixed.pt");
        ModuleState.Load(module, mixed, strict: false);
        Assert.Equal([0.25, 0.5], module["a"].data<double>().ToArray());
        Assert.Equal(["a"], E3nnCheckpoint.Load(module, mixed, new() { Strict = false }).Loaded);
        Assert.Equal(["a"], E3nnCheckpoint.Load(module, mixed, new() { Rename = name => name == "a" ? name : null }).Loaded);
        Assert.Contains(
            "tensor 'z': holds complex numbers",
            Assert.Throws<ModuleStateException>(() => E3nnCheckpoint.Load(module, mixed)).Message
        );
        Assert.Contains(
            "the module has no 'z', 'epoch'",
            Assert.Throws<ModuleStateException>(() => ModuleState.Load(module, mixed)).Message
        );
        Plain wrong = new(("epoch", zeros(1)));
        Assert.Contains(
            "tensor 'epoch': is an integer, not a tensor",
            Assert.Throws<ModuleStateException>(() => ModuleState.Load(wrong, mixed, strict: false)).Message
        );
    }

    // Whoever uses PyBridge saves with it. It compresses.
    [Fact]
    public void FilesOfPyBridgeAreRead()
    {
        using DisposeScope scope = NewDisposeScope();
        using PyTorchFile file = new();
        EquivariantBatchNorm saved = EquivariantBatchNorm.Create("2x0e + 1o");
        saved.forward(TestDevice.Normal(1, 8, 5).to(ScalarType.Float32).cpu());
        saved.save_py(file.Path);
        EquivariantBatchNorm loaded = EquivariantBatchNorm.Create("2x0e + 1o");
        ModuleState.Load(loaded, file.Path);
        foreach ((string name, Tensor value) in saved.state_dict())
            Assertions.Close(value, loaded.state_dict()[name], 0, name);
    }

    // The reason why the library reads these files itself. Once this fails, PyBridge is worth another look.
    [Fact]
    public void PyBridgeDoesNotReadTransposedTensors() =>
        Assert.Throws<InvalidOperationException>(() => PyTorchUnpickler.UnpickleStateDict(PyTorchFile.Reference("e3nn_0_4_4.pt")));

    internal static void IsLoaded(nn.Module linear)
    {
        Dictionary<string, Tensor> state = linear.state_dict();
        Assert.Equal([1, 2, 3, 4, 5, 6], state["weight"].flatten().data<float>().ToArray().Select(value => 4 * value));
        Assert.Equal([7, 8, 9], state["bias"].data<float>().ToArray().Select(value => 4 * value));
    }

    private static Tensor Input(JsonElement values, string name, Irreps irreps) => E3nnReference.Features(irreps, values.GetProperty(name));
}
