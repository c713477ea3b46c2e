using System;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils;

namespace Reps.Tests;

/// <summary>What concerns all parameters together.</summary>
public sealed class UtilityTests
{
    private static Parameter[] WithGradients()
    {
        Parameter[] parameters = [nn.Parameter(TestDevice.Vector(0, 0)), nn.Parameter(TestDevice.Vector(0)), nn.Parameter(TestDevice.Vector(1))];
        parameters[0].grad = TestDevice.Vector(3, 0);
        parameters[1].grad = TestDevice.Vector(-4);
        return parameters;
    }

    [Fact]
    public void GradientsAreShortenedTogether()
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter[] parameters = WithGradients();
        Assert.Equal(5, clip_grad_norm_(parameters, 10), 1e-12);
        Expect.Values(parameters[0].grad!, 3, 0);
        Assert.Equal(5, clip_grad_norm_(parameters, 1), 1e-12);
        Expect.Close(parameters[0].grad!, 1e-6, 0.6, 0);
        Expect.Close(parameters[1].grad!, 1e-6, -0.8);
        Assert.Null(parameters[2].grad);
        Assert.Equal(7, clip_grad_norm_(WithGradients(), 1, 1), 1e-12);
        Assert.Equal(4, clip_grad_norm_(WithGradients(), 1, double.PositiveInfinity), 1e-12);
        Assert.Equal(0, clip_grad_norm_([parameters[2]], 1));
    }

    [Fact]
    public void GradientsAreCutOff()
    {
        using DisposeScope scope = NewDisposeScope();
        Parameter[] parameters = WithGradients();
        clip_grad_value_(parameters, 2);
        Expect.Values(parameters[0].grad!, 2, 0);
        Expect.Values(parameters[1].grad!, -2);
    }

    [Fact]
    public void ParametersBecomeAVectorAndBack()
    {
        using DisposeScope scope = NewDisposeScope();
        using Linear layer = nn.Linear(2, 3, dtype: float64, device: TestDevice.Current);
        Tensor vector = parameters_to_vector(layer.parameters());
        Assert.Equal([9], vector.shape);
        vector_to_parameters(TestDevice.Counting(9), layer.parameters());
        Expect.Values(layer.weight, 0, 1, 2, 3, 4, 5);
        Expect.Values(layer.bias!, 6, 7, 8);
        vector_to_parameters(vector, layer.parameters());
        Expect.Same(vector, parameters_to_vector(layer.parameters()));
        Assert.All(layer.parameters(), p => Assert.True(p.requires_grad));
        Assert.Equal(9, layer.parameters().Sum(p => p.numel()));
        Assert.ThrowsAny<Exception>(() => vector_to_parameters(vector.narrow(0, 0, 5), layer.parameters()));
    }
}
