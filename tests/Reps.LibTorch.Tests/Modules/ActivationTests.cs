using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Activations, as modules, against PyTorch.</summary>
public sealed class ActivationTests
{
    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> s_modules = new()
    {
        ["ReLU"] = () => nn.ReLU(),
        ["ReLU6"] = () => nn.ReLU6(),
        ["SELU"] = () => nn.SELU(),
        ["SiLU"] = nn.SiLU,
        ["Mish"] = nn.Mish,
        ["Sigmoid"] = nn.Sigmoid,
        ["Tanh"] = nn.Tanh,
        ["CELU"] = () => nn.CELU(1.3),
        ["ELU"] = () => nn.ELU(1.3),
        ["LeakyReLU"] = () => nn.LeakyReLU(0.2),
        ["Hardtanh"] = () => nn.Hardtanh(-0.7, 1.5),
        ["Threshold"] = () => nn.Threshold(0.2, -5),
        ["RReLU"] = () => nn.RReLU(),
        ["Softplus"] = () => nn.Softplus(1.5, 10),
        ["Hardshrink"] = () => nn.Hardshrink(0.35),
        ["Softshrink"] = () => nn.Softshrink(0.35),
        ["GELU"] = nn.GELU,
        ["GELU tanh"] = () => nn.GELU(GELU.Approximate.tanh),
        ["LogSigmoid"] = nn.LogSigmoid,
        ["Softmax"] = () => nn.Softmax(0),
        ["LogSoftmax"] = () => nn.LogSoftmax(0),
        ["Softmin"] = () => nn.Softmin(0),
        ["Softsign"] = nn.Softsign,
        ["Tanhshrink"] = nn.Tanhshrink,
        ["Hardsigmoid"] = () => nn.Hardsigmoid(),
        ["Hardswish"] = () => nn.Hardswish(),
        ["PReLU"] = () => nn.PReLU(1).@double(),
    };

    public static TheoryData<string> Names => [.. s_modules.Keys];

    private static Tensor Inputs => TestDevice.Vector(TorchReference.Numbers(TorchReference.At("activations", "x")));

    [Theory]
    [MemberData(nameof(Names))]
    public void ModulesComputeWhatPyTorchComputes(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        using nn.Module<Tensor, Tensor> module = s_modules[name]().to(TestDevice.Current);
        Expect.Close(module.call(Inputs), 1e-12, TorchReference.Numbers(TorchReference.At("activations", "y", name)));
    }

    [Fact]
    public void GatesHalveTheirInput()
    {
        using DisposeScope scope = NewDisposeScope();
        using GLU gate = nn.GLU(0);
        Expect.Close(gate.call(Inputs.slice(0, 0, 12, 1)), 1e-12, TorchReference.Numbers(TorchReference.At("activations", "y", "GLU")));
    }

    [Fact]
    public void InPlaceTheInputBecomesTheOutput()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (nn.Module<Tensor, Tensor> module in (nn.Module<Tensor, Tensor>[])
            [nn.ReLU(true), nn.SiLU(true), nn.ELU(1, true), nn.LeakyReLU(0.1, true), nn.Softsign(true), nn.Tanhshrink(true), nn.GELU(true), nn.Sigmoid(true)])
        {
            using (module)
            {
                Tensor x = Inputs;
                Tensor y = module.call(x);
                Expect.Same(x, y);
                Assert.False(ReferenceEquals(x, y));
            }
        }
    }

    [Fact]
    public void TheSmoothOnesHaveGradientsOfTwoOrders()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (Func<Tensor, Tensor> f in (Func<Tensor, Tensor>[])
            [x => nn.functional.silu(x), x => nn.functional.softplus(x), x => nn.functional.tanh(x), nn.functional.sigmoid, nn.functional.gelu])
        {
            const double Step = 1e-4;
            Tensor x = TestDevice.Vector(-1.3, -0.2, 0.4, 2.1).requires_grad_();
            Tensor slope = autograd.grad([f(x).sum()], [x], create_graph: true)[0];
            Tensor bend = autograd.grad([slope.sum()], [x])[0];
            using (no_grad())
            {
                Expect.Same((f(x + Step) - f(x - Step)) / (2 * Step), slope, 1e-6);
                Expect.Same((f(x + Step) - 2 * f(x) + f(x - Step)) / (Step * Step), bend, 1e-5);
            }
        }
    }

    [Fact]
    public void TheyHaveNoParametersToConvert()
    {
        using SiLU module = nn.SiLU();
        Assert.Same(module, module.to(float64));
        Assert.Empty(module.parameters());
        Assert.Throws<InvalidOperationException>(() => module.register_buffer("b", ones(1)));
    }
}
