using System;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Features;

[Rep("4x0e + 6x1o")]
public readonly partial struct Front;

[Rep("2x2e")]
public readonly partial struct Back;

[Rep("4x0e + 6x1o + 2x2e")]
public readonly partial struct Whole;

[Rep("0e")]
public readonly partial struct One;

[Rep("12x0e")]
public readonly partial struct Each;

/// <summary>Typed tensors.</summary>
public sealed class FeatureTests
{
    [Fact]
    public void PartsAndWholes()
    {
        using DisposeScope scope = NewDisposeScope();
        Feature<Whole> whole = new(TestDevice.Normal(1, 3, 2, Whole.Dim));
        Feature<Front> front = whole.Slice<Front>();
        Feature<Back> back = whole.Slice<Back>(2);
        Assert.Equal([3, 2], front.BatchShape);
        Assertions.Close(whole.Tensor, Feature<Whole>.Concatenate(front, back).Tensor, 0);
        Assert.Equal([3, 2, 3, 6], whole.Segment(1).shape);
        Assert.Contains("has no segments 2x2e from segment 1 on", Assert.Throws<ArgumentException>(() => whole.Slice<Back>(1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Feature<Whole>.Concatenate(back, front));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.Segment(3));
    }

    [Fact]
    public void OrderOfE3nnAndBack()
    {
        using DisposeScope scope = NewDisposeScope();
        Feature<Whole> feature = new(TestDevice.Normal(1, 5, Whole.Dim));
        Tensor theirs = feature.ToE3nn();
        Assertions.Close(feature.Tensor, Feature<Whole>.FromE3nn(theirs).Tensor, 0);
        // Channel 2, component 1 of 6x1o.
        Assert.Equal(feature.Tensor[3, 4 + 1 * 6 + 2].item<double>(), theirs[3, 4 + 2 * 3 + 1].item<double>());
    }

    [Fact]
    public void TheGroupActsAsOnManagedFeatures()
    {
        using DisposeScope scope = NewDisposeScope();
        RepArray<Whole, double> array = RepArray<Whole, double>.Normal(4, new Random(3));
        OrthogonalTransform transform = OrthogonalTransform.Random(new Random(4));
        Assertions.Close(
            Feature<Whole>.From(array.Transform(transform)).Tensor,
            Feature<Whole>.From(array).To(ScalarType.Float64, TestDevice.Current).Transform(transform).Tensor.cpu(),
            1e-13
        );
    }

    [Fact]
    public void InvariantsScale()
    {
        using DisposeScope scope = NewDisposeScope();
        Feature<Whole> feature = new(TestDevice.Normal(1, 3, Whole.Dim));
        Feature<One> one = new(TestDevice.Normal(2, 3, 1));
        Feature<Each> each = new(TestDevice.Normal(2, 3, 12));
        Assertions.Close(feature.Tensor * one.Tensor, feature.Scale(one).Tensor, 0);
        Feature<Whole> scaled = feature.Scale(each);
        Assertions.Close(feature.Segment(1) * each.Tensor.narrow(1, 4, 6).unsqueeze(1), scaled.Segment(1), 0);
        Assertions.Close(feature.Segment(2) * each.Tensor.narrow(1, 10, 2).unsqueeze(1), scaled.Segment(2), 0);
        Rotation rotation = Rotation.Random(new Random(1));
        Assertions.Close(scaled.Rotate(rotation).Tensor, feature.Rotate(rotation).Scale(each).Tensor, 1e-13);
    }

    [Fact]
    public void Arithmetic()
    {
        using DisposeScope scope = NewDisposeScope();
        Feature<Whole> a = Feature<Whole>.Normal([3], ScalarType.Float64);
        Feature<Whole> b = Feature<Whole>.Normal([3], ScalarType.Float64);
        Assertions.Close(a.Tensor * 2 - b.Tensor, (2 * a + -b).Tensor, 1e-15);
        Assertions.Close(a.Tensor - b.Tensor, (a - b).Tensor, 0);
        Assert.Equal("O(3): 4x0e+6x1o+2x2e [3, 32]", a.ToString());
    }

    [Fact]
    public void WrongTensorsAreRefused()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Contains("have 32 numbers in the last dimension", Assert.Throws<ArgumentException>(() => new Feature<Whole>(zeros(3, 31))).Message, StringComparison.Ordinal);
        Assert.Contains("real numbers", Assert.Throws<ArgumentException>(() => new Feature<Whole>(zeros(3, 32, dtype: ScalarType.Int64))).Message, StringComparison.Ordinal);
    }
}
