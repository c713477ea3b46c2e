using System;
using System.IO;
using System.Linq;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Checkpoints;

/// <summary>TorchSharp's own format, of <c>Module.save</c> and <c>Module.load</c>.</summary>
public sealed class TorchSharpFileTests
{
    // Written by the library when it still had an implementation of TorchSharp's API of its own: eighths, counted through all tensors.
    [Fact]
    public void FilesFromBeforeTorchSharpAreRead()
    {
        using DisposeScope scope = NewDisposeScope();
        Layers model = new();
        model.load(Path.Combine(AppContext.BaseDirectory, "reference", "torchsharp_before.dat"));
        int at = 0;
        foreach (
            string name in new[]
            {
                "mix.weight",
                "mix.bias",
                "norm.weight",
                "norm.bias",
                "product.weight",
                "norm.running_mean",
                "norm.running_var",
            }
        )
        {
            Tensor value = model.state_dict()[name];
            Assert.Equal(Enumerable.Range(at + 1, (int)value.numel()).Select(n => n / 8f), value.data<float>().ToArray());
            at += (int)value.numel();
        }
        Assert.Equal(model.state_dict().Values.Sum(value => value.numel()), at);
    }

    [Fact]
    public void FilesComeBack()
    {
        using DisposeScope scope = NewDisposeScope();
        using PyTorchFile file = new();
        (Layers saved, Layers loaded) = (new Layers(), new Layers());
        saved.save(file.Path);
        loaded.load(file.Path);
        foreach ((string name, Tensor value) in saved.state_dict())
            Assertions.Close(value, loaded.state_dict()[name], 0, name);
        // It has no mark of its own, and is not taken for another format.
        Assert.Contains(
            "This is not a safetensors file",
            Assert.Throws<SafetensorsException>(() => ModuleState.Load(loaded, file.Path)).Message
        );
    }

    private sealed class Layers : nn.Module
    {
        public Layers()
            : base(nameof(Layers))
        {
            register_module("mix", LinearModule.Create("2x0e + 1o", "3x0e + 2x1o", biases: true));
            register_module("norm", EquivariantBatchNorm.Create("3x0e + 2x1o"));
            register_module("product", TensorProductModule.Create("2x0e + 1o", "1o", "2x1o + 1x0e", Mode.Uvw));
        }
    }
}
