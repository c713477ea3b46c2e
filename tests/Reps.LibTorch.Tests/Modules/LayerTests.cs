using System;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Reps.Tests;

/// <summary>Layers against what they are by definition.</summary>
public sealed class LayerTests
{
    [Fact]
    public void LinearLayersMultiplyAndAdd()
    {
        using DisposeScope scope = NewDisposeScope();
        using Linear layer = nn.Linear(3, 2, dtype: float64, device: TestDevice.Current);
        Tensor x = TestDevice.Random(1, 4, 3);
        Expect.Same(x.mm(layer.weight.t()) + layer.bias!, layer.call(x));
        Assert.Equal(["weight", "bias"], layer.named_parameters().Select(p => p.name));
        using Linear bare = nn.Linear(3, 2, hasBias: false, dtype: float64, device: TestDevice.Current);
        Assert.Null(bare.bias);
        Assert.Equal(["weight"], bare.state_dict().Keys);
        using Linear given = nn.Linear(nn.Parameter(TestDevice.Random(2, 2, 3)));
        Assert.Equal((3, 2), (given.in_features, given.out_features));
        Expect.Same(x.mm(given.weight.t()), given.call(x));
    }

    [Fact]
    public void ParametersOutliveTheScopeInWhichALayerIsMade()
    {
        Linear layer;
        using (NewDisposeScope()) layer = nn.Linear(2, 2);
        using (layer) Assert.Equal(4, layer.weight.NumberOfElements);
        Assert.True(layer.weight.IsInvalid);
    }

    [Fact]
    public void ASetterTakesTheNewParameterAndDropsTheOldOne()
    {
        using DisposeScope scope = NewDisposeScope();
        using Linear layer = nn.Linear(2, 2);
        Parameter before = layer.weight;
        Parameter after = nn.Parameter(ones(2, 2));
        layer.weight = after;
        Assert.True(before.IsInvalid);
        Assert.Same(after, layer.get_parameter("weight"));
        layer.bias = null;
        Assert.False(layer.has_parameter("bias"));
        Expect.Values(layer.call(ones(1, 2)), 2, 2);
    }

    [Fact]
    public void EmbeddingsLookRowsUp()
    {
        using DisposeScope scope = NewDisposeScope();
        using Embedding table = nn.Embedding(5, 3, padding_idx: 1, device: TestDevice.Current, dtype: float64);
        Tensor places = tensor((long[])[4, 1, 0, 4], [2, 2], device: TestDevice.Current);
        Tensor rows = table.call(places);
        Expect.Same(table.weight![places], rows);
        Expect.Values(rows[0, 1], 0, 0, 0);
        rows.sum().backward();
        double[] gradient = Expect.Doubles(table.weight!.grad!.sum(1));
        Assert.Equal([3, 0, 0, 0, 6], gradient);
        using Embedding frozen = nn.Embedding_from_pretrained(TestDevice.Counting(3, 2), max_norm: 1);
        Assert.False(frozen.weight!.requires_grad);
        Expect.Close(frozen.call(tensor((long[])[2], device: TestDevice.Current)).norm(), 1e-5, 1);
    }

    [Fact]
    public void LayerNormHasMeanZeroAndVarianceOne()
    {
        using DisposeScope scope = NewDisposeScope();
        using LayerNorm norm = nn.LayerNorm(6, eps: 1e-5, dtype: float64, device: TestDevice.Current);
        Tensor x = 3 * TestDevice.Random(3, 4, 6) + 1;
        Tensor centered = x - x.mean([1], keepdim: true);
        Tensor expected = centered / ((centered * centered).mean([1], keepdim: true) + 1e-5).sqrt();
        Expect.Same(expected, norm.call(x), 1e-12);
        norm.weight = nn.Parameter(TestDevice.Vector(1, 2, 3, 4, 5, 6));
        Expect.Same(expected * norm.weight, norm.call(x), 1e-12);
        Assert.Equal(["weight", "bias"], norm.named_parameters().Select(p => p.name));
        Assert.Empty(nn.LayerNorm([2, 3], elementwise_affine: false).parameters());
        Assert.Single(nn.LayerNorm([2, 3], bias: false).parameters());
    }

    [Fact]
    public void GroupNormOfOneGroupIsLayerNorm()
    {
        using DisposeScope scope = NewDisposeScope();
        using GroupNorm norm = nn.GroupNorm(1, 4, affine: false);
        Tensor x = TestDevice.Random(4, 3, 4, 5);
        Expect.Same(F.layer_norm(x, [4, 5]), norm.call(x), 1e-12);
    }

    [Fact]
    public void BatchNormKeepsRunningStatistics()
    {
        using DisposeScope scope = NewDisposeScope();
        using BatchNorm1d norm = nn.BatchNorm1d(3, momentum: 0.25, device: TestDevice.Current).to(float64);
        Assert.Equal(["weight", "bias", "running_mean", "running_var", "num_batches_tracked"], norm.state_dict().Keys);
        Assert.Equal(ScalarType.Int64, norm.num_batches_tracked!.dtype);
        Tensor x = 2 * TestDevice.Random(5, 8, 3) - 1;
        Tensor mean = x.mean([0]), variance = ((x - mean) * (x - mean)).mean([0]);
        Expect.Same((x - mean) / (variance + 1e-5).sqrt(), norm.call(x), 1e-12);
        Expect.Same(0.25 * mean, norm.running_mean!, 1e-12);
        Expect.Same(0.75 + 0.25 * variance * 8 / 7, norm.running_var!, 1e-12);
        Assert.Equal(1, norm.num_batches_tracked!.ToInt64());
        norm.eval();
        Expect.Same((x - norm.running_mean!) / (norm.running_var! + 1e-5).sqrt(), norm.call(x), 1e-12);
        Assert.Equal(1, norm.num_batches_tracked!.ToInt64());
        norm.reset_running_stats();
        Expect.Values(norm.running_mean!, 0, 0, 0);
        Assert.Throws<ArgumentException>(() => norm.call(ones(3)));
    }

    [Fact]
    public void DropoutLeavesTheMeanAndEvaluationAlone()
    {
        using DisposeScope scope = NewDisposeScope();
        using Dropout dropout = nn.Dropout(0.25);
        Tensor x = ones(40000, dtype: float64, device: TestDevice.Current);
        double[] kept = Expect.Doubles(dropout.call(x));
        Assert.All(kept, value => Assert.True(value == 0 || Math.Abs(value - 1 / 0.75) < 1e-12));
        Assert.Equal(0.25, kept.Count(value => value == 0) / 40000.0, 1e-2);
        dropout.eval();
        Expect.Same(x, dropout.call(x));
        Expect.Same(x, F.dropout(x, 0.9, training: false));
        Expect.Same(zeros_like(x), F.dropout(x, 1));
    }

    [Fact]
    public void ShapesFlattenAndBack()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Counting(2, 3, 4);
        Assert.Equal([2, 12], nn.Flatten().call(x).shape);
        Assert.Equal([6, 4], nn.Flatten(0, 1).call(x).shape);
        Expect.Same(x, nn.Unflatten(1, [3, 4]).call(nn.Flatten().call(x)));
        Tensor same = nn.Identity().call(x);
        Assert.False(ReferenceEquals(same, x));
        Expect.Same(x, same);
        Expect.Values(F.one_hot(tensor((long[])[1, 0], device: TestDevice.Current), 3), 0, 1, 0, 1, 0, 0);
    }
}
