using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Execution;

/// <summary>
/// What goes wrong inside a backward pass is an exception of the call that started it, for every order of derivative, and whichever way it was
/// started. An exception that left the callback would end the process.
/// </summary>
public sealed class BackwardFailureTests
{
    /// <summary>Modules with kernels, and tensors that their backward pass reads.</summary>
    private static readonly Dictionary<string, Func<Case>> s_cases = new()
    {
        ["Linear"] = () =>
        {
            LinearModule module = LinearModule.Create("4x0e + 2x1o", "4x0e + 2x1o");
            return new(module, x => module.call(x), Input(5, 10), module.Weight!);
        },
        ["TensorProduct"] = () =>
        {
            TensorProductModule module = TensorProductModule.Create("2x0e + 2x1o", "0e + 1o", "2x0e + 2x1o");
            Tensor y = Input(5, 4);
            return new(module, x => module.call(x, y), Input(5, 8), module.Weight!);
        },
        ["SphericalHarmonics"] = () =>
        {
            SphericalHarmonicsModule module = SphericalHarmonicsModule.Create("0e + 1o + 2e");
            return new(module, x => module.call(x), Input(5, 3), null);
        },
        ["SymmetricContraction"] = () =>
        {
            SymmetricContractionModule module = new(SymmetricContraction.Create("2x0e + 2x1o", "2x0e + 2x1o", 2), 1);
            return new(module, x => module.call(x, [0, 0, 0, 0, 0]), Input(5, 8), module.Weight);
        },
        ["RadialNetwork"] = () =>
        {
            RadialNetworkModule module = RadialNetworkModule.Create([4, 8, 3]);
            return new(module, x => module.call(x), Input(5, 4), null);
        },
        ["BesselBasis"] = () =>
        {
            BesselBasisModule module = new(4, 5);
            return new(module, x => module.call(x), Input(5).abs(), null);
        },
    };

    public static TheoryData<string, int, bool> Cases
    {
        get
        {
            TheoryData<string, int, bool> data = [];
            foreach (string name in s_cases.Keys)
                for (int order = 1; order <= 3; order++)
                    foreach (bool accumulate in new[] { false, true })
                        data.Add(name, order, accumulate);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TensorsChangedInPlaceAreAnError(string name, int order, bool accumulate)
    {
        using DisposeScope scope = NewDisposeScope();
        Case one = s_cases[name]();
        using nn.Module module = one.Module;
        Tensor x = one.Input.requires_grad_();
        // A copy stands between the leaf, which cannot be changed in place, and the layer, which remembers the copy.
        Tensor copy = x.clone();
        Tensor value = Scalar(one.Map(copy));
        for (int n = 1; n < order; n++) value = Scalar(autograd.grad([value], [x], retain_graph: true, create_graph: true)[0]);
        Tensor changed = one.Weight ?? copy;
        using (no_grad()) changed.mul_(2);

        ExternalException failure = Assert.Throws<ExternalException>(() => Differentiate(value, x, accumulate));
        Assert.Contains("The backward pass of", failure.Message);
        Assert.Contains("modified by an inplace operation", failure.Message);
        StillWorks();
    }

    [Theory]
    [InlineData("Backward", 1)]
    [InlineData("DoubleBackward", 2)]
    [InlineData("Operators", 2)]
    [InlineData("Operators", 3)]
    public void KernelsThatThrowAreAnError(string place, int order)
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (bool accumulate in new[] { false, true })
        {
            FailingKernel kernel = new(place);
            Tensor x = Input(5).requires_grad_();
            Tensor value = kernel.Apply(x).sum();
            for (int n = 1; n < order; n++) value = autograd.grad([value], [x], retain_graph: true, create_graph: true)[0].sum();
            // Third derivatives are operators, and so are second ones of which a derivative will be asked.
            bool graph = place == "Operators";
            kernel.Fails = true;
            ExternalException failure = Assert.Throws<ExternalException>(() => Differentiate(value, x, accumulate, graph));
            Assert.Contains($"The backward pass of Cube failed: InvalidOperationException: {place} fails", failure.Message);
            StillWorks();
        }
    }

    [Fact]
    public void AForwardPassThatThrowsThrowsAsItIs()
    {
        using DisposeScope scope = NewDisposeScope();
        FailingKernel kernel = new("Forward") { Fails = true };
        foreach (bool gradient in new[] { false, true })
            Assert.Equal("Forward fails", Assert.Throws<InvalidOperationException>(() => kernel.Apply(Input(5).requires_grad_(gradient))).Message);
    }

    [Fact]
    public void TheFirstErrorOfAChainIsReported()
    {
        using DisposeScope scope = NewDisposeScope();
        FailingKernel first = new("Backward") { Cause = "the earlier layer" }, last = new("Backward") { Cause = "the later layer" };
        Tensor x = Input(5).requires_grad_();
        Tensor value = last.Apply(first.Apply(x).sin()).sum();
        first.Fails = last.Fails = true;
        ExternalException failure = Assert.Throws<ExternalException>(() => Differentiate(value, x, accumulate: false));
        Assert.Contains("the later layer", failure.Message);
        Assert.DoesNotContain("the earlier layer", failure.Message);
        StillWorks();
    }

    [Fact]
    public void GradientsOfAFailedPassAreNoNumbers()
    {
        using DisposeScope scope = NewDisposeScope();
        FailingKernel kernel = new("Backward");
        Tensor x = Input(5).requires_grad_();
        Tensor value = kernel.Apply(x).sum();
        kernel.Fails = true;
        Assert.Throws<ExternalException>(() => value.backward());
        Assert.True(x.grad!.isnan().all().item<bool>());
    }

    [Fact]
    public void TensorsMayBeDisposedBeforeTheBackwardPass()
    {
        using DisposeScope scope = NewDisposeScope();
        using LinearModule module = LinearModule.Create("4x0e", "4x0e");
        Tensor x = Input(3, 4).requires_grad_(), copy = x.clone(), y = module.call(copy), loss = y.square().sum();
        copy.Dispose();
        y.Dispose();
        loss.backward();
        Assert.True(x.grad!.isfinite().all().item<bool>());
    }

    private static void Differentiate(Tensor value, Tensor x, bool accumulate, bool graph = false)
    {
        if (accumulate) value.backward(retain_graph: true, create_graph: graph);
        else autograd.grad([value], [x], retain_graph: true, create_graph: graph);
    }

    private static void StillWorks()
    {
        Tensor x = Input(4).requires_grad_();
        Tensor cube = new FailingKernel("").Apply(x);
        Tensor first = autograd.grad([cube.sum()], [x], retain_graph: true, create_graph: true)[0];
        Assert.True(allclose(first, 3 * x * x));
        Assert.True(allclose(autograd.grad([first.sum()], [x])[0], 6 * x));
    }

    private static Tensor Scalar(Tensor tensor) => tensor.pow(3).sum();

    private static Tensor Input(params long[] shape) => randn(shape, ScalarType.Float32);

    private sealed record Case(nn.Module Module, Func<Tensor, Tensor> Map, Tensor Input, Tensor? Weight);
}
