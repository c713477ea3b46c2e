using System;
using System.Collections.Generic;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.init;

namespace Reps.Tests;

/// <summary>First values of parameters: those of PyTorch after the same seed, on the processor, and the distributions they are said to have.</summary>
public sealed class InitializationTests
{
    private static readonly Dictionary<string, (long Seed, Func<Tensor> Make)> s_cases = new()
    {
        ["linear.weight"] = (1, () => nn.Linear(3, 2).weight),
        ["linear.bias"] = (1, () => nn.Linear(3, 2).bias!),
        ["xavier_uniform"] = (3, () => xavier_uniform_(New(4, 3), 1.5)),
        ["kaiming_uniform"] = (5, () => kaiming_uniform_(New(4, 3), 0.3)),
        ["kaiming_normal"] = (6, () => kaiming_normal_(New(4, 3, 2), mode: FanInOut.FanOut, nonlinearity: NonlinearityType.ReLU)),
        ["orthogonal tall"] = (7, () => orthogonal_(New(4, 3), 2)),
        ["orthogonal wide"] = (8, () => orthogonal_(New(2, 3, 2))),
        ["dirac"] = (11, () => dirac_(New(3, 2, 3))),
        ["eye"] = (12, () => eye_(New(3, 2))),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSameSeedGivesTheValuesOfPyTorch(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        (long seed, Func<Tensor> make) = s_cases[name];
        manual_seed(seed);
        Tensor made = make();
        JsonElement expected = TorchReference.At("first_values", name);
        Assert.Equal(TorchReference.Shape(expected), made.shape);
        Expect.Close(made, made.dtype == float32 ? 1e-6 : 1e-12, TorchReference.Numbers(expected.GetProperty("data")));
    }

    [Fact]
    public void RowsOrColumnsAreOrthogonal()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor tall = orthogonal_(empty(7, 4, dtype: float64, device: TestDevice.Current), 3);
        Expect.Same(9 * eye(4, dtype: float64, device: TestDevice.Current), tall.t().mm(tall));
        Tensor wide = orthogonal_(empty(3, 5, dtype: float64, device: TestDevice.Current));
        Expect.Same(eye(3, dtype: float64, device: TestDevice.Current), wide.mm(wide.t()));
    }

    [Fact]
    public void DeviationsAreThoseThatKeepVariances()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor weight = empty(400, 300, dtype: float64, device: TestDevice.Current);
        Assert.Equal(Math.Sqrt(2.0 / 300), Deviation(kaiming_normal_(weight)), 1e-3);
        Assert.Equal(Math.Sqrt(2.0 / 300), Deviation(kaiming_uniform_(weight)), 1e-3);
        Assert.Equal(Math.Sqrt(2.0 / 700), Deviation(xavier_uniform_(weight)), 1e-3);
        Assert.Equal(2.0, Deviation(normal_(weight, 1, 2)), 2e-2);
        Assert.Equal(1 / Math.Sqrt(12), Deviation(uniform_(weight)), 1e-3);
        Tensor cut = trunc_normal_(weight, 0, 1, -0.5, 2);
        Assert.True(cut.min().ToDouble() >= -0.5 && cut.max().ToDouble() <= 2);
        Tensor holes = sparse_(weight, 0.25);
        Assert.Equal(100L * 300, holes.eq(0).sum().ToInt64());
    }

    [Fact]
    public void ConstantsAndFansAndGains()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor leaf = zeros(2, 3, 4, requires_grad: true);
        Assert.Same(leaf, constant_(leaf, 2.5));
        Assert.True(leaf.requires_grad && leaf.is_leaf);
        Assert.True(leaf.eq(2.5).all().ToBoolean());
        Assert.True(ones_(leaf).eq(1).all().ToBoolean() && zeros_(leaf).eq(0).all().ToBoolean());
        Assert.Equal((12, 8), CalculateFanInAndFanOut(leaf));
        Assert.Throws<ArgumentException>(() => CalculateFanInAndFanOut(ones(3)));
        Assert.Equal(5.0 / 3, calculate_gain(NonlinearityType.Tanh), 1e-12);
        Assert.Equal(Math.Sqrt(2), calculate_gain(NonlinearityType.ReLU), 1e-12);
        Assert.Equal(Math.Sqrt(2 / 1.04), calculate_gain(NonlinearityType.LeakyReLU, 0.2), 1e-12);
        Assert.Equal(1, calculate_gain(NonlinearityType.Linear));
    }

    private static Tensor New(params long[] shape) => empty(shape, dtype: float64);

    private static double Deviation(Tensor tensor) => Math.Sqrt((tensor * tensor).mean().ToDouble() - Math.Pow(tensor.mean().ToDouble(), 2));
}
