using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.init;

namespace Reps.Tests;

/// <summary>Where TorchSharp does not do what PyTorch or its own documentation says, and this library does.</summary>
public sealed class BeyondTorchSharpTests
{
    private static readonly Dictionary<string, (long Seed, Func<Tensor> Make)> s_cases = new()
    {
        ["embedding"] = (2, () => nn.Embedding(4, 3, padding_idx: 1).weight!),
        ["xavier_normal"] = (4, () => xavier_normal_(empty(4, 3, 2, dtype: float64), 1.5)),
        ["trunc_normal"] = (9, () => trunc_normal_(empty(4, 4, dtype: float64), 0.5, 2, -1, 1.5)),
        ["sparse"] = (10, () => sparse_(empty(5, 3, dtype: float64), 0.5)),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    private sealed class Buffers : nn.Module
    {
        public Buffers()
            : base(nameof(Buffers)) => register_buffer("temporary", zeros(3), persistent: false);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSameSeedGivesTheValuesOfPyTorch(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        (long seed, Func<Tensor> make) = s_cases[name];
        manual_seed(seed);
        Tensor made = make();
        JsonElement expected = TorchReference.At("first_values", name);
        Expect.Close(made, made.dtype == float32 ? 1e-6 : 1e-12, TorchReference.Numbers(expected.GetProperty("data")));
    }

    [Fact]
    public void ModulesThatShareAParameterShareItAfterConversion()
    {
        using Linear a = nn.Linear(2, 2), b = nn.Linear(a.weight);
        using Sequential both = nn.Sequential(a, b).to(float64);
        Assert.Same(a.weight, b.weight);
        Assert.Equal(float64, b.weight.dtype);
        Assert.Equal(3, both.state_dict().Count);
    }

    [Fact]
    public void TemporaryBuffersAreListedAndConvertedButNotSaved()
    {
        using Buffers module = new();
        Assert.Equal(["temporary"], module.named_buffers().Select(b => b.name));
        Assert.Empty(module.named_buffers(include_nonpersistent: false));
        Assert.Empty(module.state_dict());
        Assert.Equal(float64, module.to(float64).buffers().Single().dtype);
    }

    [Fact]
    public void ListsRegisterWhatIsAddedLater()
    {
        using ModuleList<Linear> list = nn.ModuleList<Linear>();
        list.Add(nn.Linear(1, 1));
        Assert.Equal(["0.weight", "0.bias"], list.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void AStateOfWrongShapeIsRefusedAsAWhole()
    {
        using Linear layer = nn.Linear(2, 2);
        Tensor weight = layer.weight.clone();
        Dictionary<string, Tensor> state = new() { ["weight"] = zeros(2, 2), ["bias"] = zeros(3) };
        Assert.Throws<ArgumentException>(() => layer.load_state_dict(state));
        Expect.Same(weight, layer.weight, 0);
    }
}
