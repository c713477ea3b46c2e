using System;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Normalization;

/// <summary>Whole irreps are dropped.</summary>
public sealed class DropoutTests
{
    [Fact]
    public void IrrepsAreDroppedAsAWhole()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(3);
        EquivariantDropout dropout = EquivariantDropout.Create("8x0e + 8x1o", 0.25);
        Tensor x = ones(200, 3, 32, dtype: ScalarType.Float64, device: TestDevice.Current).requires_grad_();
        Tensor y = dropout.forward(x);
        Tensor vectors = IrrepsLayout.Segment(dropout.Representation, 1, y);
        // Components and samples of one row share their fate.
        Assertions.Close(vectors[.., ..1, ..1].expand(200, 3, 3, 8), vectors, 0);
        double kept = (y > 0).to(ScalarType.Float64).mean().item<double>();
        Assert.InRange(kept, 0.72, 0.78);
        Assert.Equal(1 / 0.75, y.max().item<double>(), 12);
        y.sum().backward();
        Assertions.Close(y.detach(), x.grad!, 1e-14);
        dropout.eval();
        Assertions.Close(x.detach(), dropout.forward(x).detach(), 0);
    }

    [Fact]
    public void EdgeCases()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones(5, 5, device: TestDevice.Current);
        Assert.Equal(0, EquivariantDropout.Create("2x0e + 1o", 1).forward(x).sum().item<float>());
        Assertions.Close(x, EquivariantDropout.Create("2x0e + 1o", 0).forward(x), 0);
        Assert.Equal([5], EquivariantDropout.Create("2x0e + 1o").forward(x[0]).shape);
        EquivariantDropout<Mixed> typed = new(1);
        Feature<Mixed> feature = Feature<Mixed>.Normal([3], ScalarType.Float64, TestDevice.Current);
        Assert.Equal(0, typed.forward(feature).Tensor.abs().sum().item<double>());
        typed.eval();
        Assertions.Close(feature.Tensor, typed.forward(feature).Tensor, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivariantDropout.Create("1o", 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivariantDropout.Create("1o", double.NaN));
    }
}
