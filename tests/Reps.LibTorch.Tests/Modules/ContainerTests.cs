using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Containers: names, order, calls, conversion.</summary>
public sealed class ContainerTests
{
    private sealed class Holder : nn.Module<Tensor, Tensor>
    {
        public readonly ModuleList<Linear> layers;

        public Holder()
            : base(nameof(Holder))
        {
            layers = nn.ModuleList(nn.Linear(2, 2), nn.Linear(2, 2));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => input;
    }

    [Fact]
    public void SequencesCallOneAfterTheOther()
    {
        using DisposeScope scope = NewDisposeScope();
        using Linear first = nn.Linear(2, 3), second = nn.Linear(3, 1);
        using Sequential sequence = nn.Sequential(("in", first), ("act", nn.Tanh()), ("out", second));
        Tensor x = randn(5, 2);
        Expect.Same(second.call(first.call(x).tanh()), sequence.call(x), 1e-6);
        Assert.Equal(["in.weight", "in.bias", "out.weight", "out.bias"], sequence.named_parameters().Select(p => p.name));
        Assert.Equal(["in", "act", "out"], sequence.named_children().Select(p => p.name));
        Assert.Equal(3, sequence.Count);
        Assert.Same(second, sequence[2]);
        sequence.eval();
        Assert.False(second.training);
        sequence.train();
        Assert.True(second.training);
    }

    [Fact]
    public void SequencesWithoutNamesCount()
    {
        using Sequential sequence = nn.Sequential(nn.Linear(2, 2), nn.ReLU()).append(nn.Linear(2, 1)).append("last", nn.SiLU());
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], sequence.state_dict().Keys);
        Assert.Equal(["0", "1", "2", "last"], sequence.named_children().Select(p => p.name));
        Assert.Equal(["1", "2"], sequence[1..3].named_children().Select(p => p.name));
        Assert.Equal(["2", "last"], sequence[(2, null)].named_children().Select(p => p.name));
        using Sequential empty = nn.Sequential();
        using Tensor x = ones(2);
        Expect.Same(x, empty.call(x));
    }

    [Fact]
    public void WhatLiesBetweenIsDisposedAndWhatIsOutsideIsNot()
    {
        using Sequential sequence = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Tanh(), nn.Identity());
        using Tensor x = ones(1, 2);
        using DisposeScope scope = NewDisposeScope();
        Tensor y = sequence.call(x);
        Assert.Equal(1, scope.DisposablesCount);
        Assert.False(x.IsInvalid || y.IsInvalid);
        y.sum().backward();
        Assert.All(sequence.parameters(), p => Assert.NotNull(p.grad));
    }

    [Fact]
    public void ContainersNameTheirContents()
    {
        using Holder holder = new();
        string[] expected = ["layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias"];
        Assert.Equal(expected, holder.named_parameters().Select(p => p.name));
        Assert.Equal(expected, holder.state_dict().Keys);
        Assert.Single(holder.named_children());
        Assert.Same(holder.layers[1].bias, holder.get_parameter("layers.1.bias"));
    }

    [Fact]
    public void ConversionReachesContents()
    {
        using Holder holder = new();
        holder.to(float64);
        Assert.All(holder.parameters(), p => Assert.Equal(float64, p.dtype));
        Assert.All(holder.layers, layer => Assert.Equal(float64, layer.weight.dtype));
    }

    [Fact]
    public void ListsAreThat()
    {
        using Linear a = nn.Linear(1, 1), b = nn.Linear(1, 1), c = nn.Linear(1, 1);
        using ModuleList<Linear> list = nn.ModuleList(a, c);
        list.Insert(1, b);
        Assert.Equal([a, b, c], list);
        Assert.Equal(1, list.IndexOf(b));
        Assert.True(list.Remove(a) && !list.Contains(a));
        list.extend([a]);
        list.append(nn.Linear(1, 1));
        Assert.Equal(4, list.Count);
        list.RemoveAt(3);
    }
}
