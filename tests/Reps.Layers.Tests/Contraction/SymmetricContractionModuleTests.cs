using System;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Contraction;

/// <summary>Symmetric contractions as modules.</summary>
public sealed class SymmetricContractionModuleTests
{
    private static readonly int[] s_elements = [0, 2, 1, 0, 2];

    [Fact]
    public void KernelsAgreeWithOperators()
    {
        using DisposeScope scope = NewDisposeScope();
        using Power power = new(3);
        power.to(ScalarType.Float64);
        power.to(TestDevice.Current);
        Tensor x = TestDevice.Normal(1, 5, Hidden.Dim);
        Agreement.Check(a => power.call(new(a[0]), s_elements).Tensor, [x]);
        Assertions.Derivatives(a => power.call(new(a[0]), s_elements).Tensor, [x], 1e-6, orders: 3);
        Tensor byKernel = autograd.grad([power.call(new(x), s_elements).Tensor.square().sum()], [power.Weight])[0];
        using IDisposable only = Layers.Execution.TensorKernel.OperatorsOnly();
        Tensor byOperators = autograd.grad([power.call(new(x), s_elements).Tensor.square().sum()], [power.Weight])[0];
        Assertions.Close(byOperators, byKernel, 1e-12);
    }

    [Fact]
    public void RunTimeModulesAgreeWithGeneratedOnes()
    {
        using DisposeScope scope = NewDisposeScope();
        using Power power = new(3);
        using SymmetricContractionModule module = new(SymmetricContraction.Create("6x0e + 6x1o + 6x2e", "6x0e + 6x1o + 6x2e", 3), 3);
        module.load_state_dict(power.state_dict());
        power.to(ScalarType.Float64).to(TestDevice.Current);
        module.to(ScalarType.Float64).to(TestDevice.Current);
        Tensor x = TestDevice.Normal(1, 5, Hidden.Dim);
        Assertions.Close(power.call(new(x), s_elements).Tensor, module.call(x, s_elements), 1e-13);
    }

    [Fact]
    public void ElementsAreChecked()
    {
        using DisposeScope scope = NewDisposeScope();
        using Power power = new(2);
        Feature<Hidden> x = new(TestDevice.Normal(1, 5, Hidden.Dim));
        Assert.Contains("Row 1 is of element 2", Assert.Throws<ArgumentException>(() => power.call(x, s_elements)).Message, StringComparison.Ordinal);
        Assert.Contains("there are 2 elements", Assert.Throws<ArgumentException>(() => power.call(x, [0, 1])).Message, StringComparison.Ordinal);
    }
}
