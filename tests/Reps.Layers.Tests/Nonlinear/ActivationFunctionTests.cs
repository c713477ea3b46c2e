using System;
using System.Linq;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Nonlinear;

/// <summary>Functions of numbers as operators of torch.</summary>
public sealed class ActivationFunctionTests
{
    public static TheoryData<string> Names => [.. ScalarActivation.All.Select(activation => activation.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void OperatorsComputeTheLibrarysFunctions(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        ScalarActivation activation = ScalarActivation.Parse(name);
        ActivationFunction function = activation;
        double[] points = [-8, -3.2, -1, -0.3, 1e-3, 0.4, 1.1, 2.7, 6];
        Tensor x = tensor(points, ScalarType.Float64).to(TestDevice.Current).requires_grad_();
        Tensor y = function.Apply(x);
        Compare(activation, points, terms => terms.Value, y);
        Tensor first = autograd.grad([y.sum()], [x], retain_graph: true, create_graph: true)[0];
        Compare(activation, points, terms => terms.First, first);
        if (!first.requires_grad) return;
        Tensor? second = autograd.grad([first.sum()], [x], retain_graph: true, create_graph: true, allow_unused: true)[0];
        if (second is { IsInvalid: false }) Compare(activation, points, terms => terms.Second, second);
        Assert.Equal(activation.Parity, function.Parity);
        Assert.Equal(activation.Constant(MomentSource.E3nn), function.Constant(MomentSource.E3nn));
    }

    [Fact]
    public void AnyFunctionHasItsParityAndMomentMeasured()
    {
        ActivationFunction odd = ActivationFunction.Create("cube", x => x * x * x);
        Assert.Equal(ActivationParity.Odd, odd.Parity);
        Assert.Equal(1 / Math.Sqrt(15), odd.Constant(MomentSource.Exact), 12);
        Assert.Equal(odd.Constant(MomentSource.Exact), odd.Constant(MomentSource.E3nn));
        Assert.Equal(ActivationParity.Neither, ActivationFunction.Create("relu", x => x.relu()).Parity);
        Assert.Equal(ActivationParity.Even, ActivationFunction.Create("cos", x => x.cos()).Parity);
        Assert.Throws<ArgumentException>(() => ActivationFunction.Create("zero", x => x * 0).Constant(MomentSource.Exact));
    }

    private static void Compare(ScalarActivation activation, double[] points, Func<ActivationTerms, double> term, Tensor actual)
    {
        Tensor expected = tensor([.. points.Select(z => term(activation.At(z)))], ScalarType.Float64).to(TestDevice.Current);
        Assertions.Close(expected, actual, 2e-14, activation.Name);
    }
}
