using System;
using global::Inertia;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Samples.InertiaTensors;

/// <summary>Bodies of the inertia sample, and their tensors entry by entry.</summary>
public sealed class BodiesTests
{
    [Fact]
    public void TensorsAreThoseOfTheDefinition()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        Bodies bodies = Bodies.Draw(10);
        Assert.Equal(10, bodies.Count);
        for (int body = 0; body < bodies.Count; body++)
        {
            float[] input = bodies.Inputs[body].data<float>().ToArray();
            float[] actual = bodies.Tensors[body].data<float>().ToArray();
            for (int i = 0; i < 3; i++)
            for (int j = 0; j < 3; j++)
            {
                double expected = 0;
                for (int p = 0; p < Bodies.Points; p++)
                {
                    Assert.True(input[p] > 0);
                    double square = 0;
                    for (int k = 0; k < 3; k++) square += Math.Pow(X(p, k), 2);
                    expected += input[p] * ((i == j ? square : 0) - X(p, i) * X(p, j));
                }
                Assert.Equal(expected, actual[(3 * i) + j], 1e-4);
            }

            double X(int point, int component) => input[Bodies.Points + (component * Bodies.Points) + point];
        }
    }

    [Fact]
    public void TensorsMoveWithTheBody()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(2);
        Bodies bodies = Bodies.Draw(10);
        int mirrors = 0;
        for (int n = 0; n < 20; n++)
        {
            Tensor transform = Bodies.RandomTransform();
            Assert.InRange((transform.matmul(transform.transpose(0, 1)) - eye(3)).abs().max().item<float>(), 0, 1e-5);
            if (transform.det().item<float>() < 0) mirrors++;
            Tensor moved = transform.matmul(bodies.Tensors.reshape(-1, 3, 3)).matmul(transform.transpose(0, 1)).flatten(1);
            Assert.InRange((bodies.Moved(transform).Tensors - moved).abs().max().item<float>(), 0, 1e-3);
        }
        Assert.InRange(mirrors, 1, 19);
    }

    [Fact]
    public void SomeOfTheBodiesAreThoseNamed()
    {
        using DisposeScope scope = NewDisposeScope();
        Bodies bodies = Bodies.Draw(5);
        Tensor indices = tensor([3L, 0]);
        Bodies some = bodies.Select(indices);
        Assert.Equal(bodies.Inputs.index_select(0, indices).data<float>().ToArray(), some.Inputs.data<float>().ToArray());
        Assert.InRange((some.Tensors - bodies.Tensors.index_select(0, indices)).abs().max().item<float>(), 0, 1e-4);
    }
}
