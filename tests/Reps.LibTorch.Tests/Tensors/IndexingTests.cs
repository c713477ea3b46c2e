using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Brackets, and the functions that gather and scatter.</summary>
public sealed class IndexingTests
{
    // Element [i, j, k] is 100 i + 10 j + k.
    private static Tensor Digits(long a, long b, long c) =>
        (arange(a, device: TestDevice.Current).reshape(a, 1, 1) * 100
            + arange(b, device: TestDevice.Current).reshape(1, b, 1) * 10
            + arange(c, device: TestDevice.Current)).to(ScalarType.Float64);

    private static Tensor Longs(params long[] values) => tensor(values, device: TestDevice.Current);

    private static Tensor Truths(params bool[] values) => tensor(values, device: TestDevice.Current);

    [Fact]
    public void NumbersTakeDimensionsAway()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Digits(2, 3, 4);
        Assert.Equal(123, x[1, 2, 3].ToDouble());
        Expect.Shaped(x[1, 2], [4], 120, 121, 122, 123);
        Expect.Shaped(x[-1, -1, -4], [], 120);
        Assert.Equal([3, 4], x[0].shape);
        Assert.Equal(112, x[TensorIndex.Single(1), TensorIndex.Single(1), TensorIndex.Single(2)].ToDouble());
    }

    [Fact]
    public void RangesCutDimensions()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Digits(2, 3, 4);
        Expect.Shaped(x[TensorIndex.Ellipsis, 1], [2, 3], 1, 11, 21, 101, 111, 121);
        Expect.Shaped(x[1, TensorIndex.Slice(1, null), TensorIndex.Slice(0, 4, 2)], [2, 2], 110, 112, 120, 122);
        Expect.Shaped(x[TensorIndex.Colon, 0, TensorIndex.Slice(-2)], [2, 2], 2, 3, 102, 103);
        Expect.Shaped(x[0, 0, 1..^1], [2], 1, 2);
        Expect.Shaped(x[0, ^1, (1, 3)], [2], 21, 22);
        Assert.Equal([2, 1, 3, 4], x[TensorIndex.Colon, TensorIndex.None].shape);
        Assert.Equal([2, 3, 4, 1], x[TensorIndex.Ellipsis, TensorIndex.None].shape);
        Assert.Equal([1, 2, 3, 4], x[TensorIndex.Null, TensorIndex.Ellipsis].shape);
        x[0, 0, 1..3].zero_();
        Expect.Values(x[0, 0], 0, 0, 0, 3);
    }

    [Fact]
    public void TensorsPickElements()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Digits(2, 3, 4);
        Expect.Shaped(x[Longs(1, 0), Longs(2, 1)][TensorIndex.Colon, 0], [2], 120, 10);
        Expect.Shaped(x[TensorIndex.Colon, TensorIndex.Tensor(Longs(2, 0)), 1], [2, 2], 21, 1, 121, 101);
        Expect.Shaped(x[0, TensorIndex.Colon, TensorIndex.Tensor(Longs(3))], [3, 1], 3, 13, 23);
        Expect.Shaped(x[TensorIndex.Tensor(Truths(false, true)), 2, 3], [1], 123);
        Expect.Shaped(x[x > 121], [2], 122, 123);
        Tensor mask = x[TensorIndex.Ellipsis, 0] == 10;
        Expect.Shaped(x[TensorIndex.Tensor(mask), TensorIndex.Slice(2)], [1, 2], 12, 13);
        Expect.Shaped(x[TensorIndex.Tensor(Longs(0, 1)), TensorIndex.None, TensorIndex.Tensor(Longs(0, 2)), TensorIndex.Slice(3)], [2, 1, 1], 3, 123);
        Assert.Equal([1, 2, 3, 4], x[TensorIndex.Bool(true)].shape);
        Assert.Equal([0, 2, 3, 4], x[TensorIndex.Bool(false)].shape);
    }

    [Fact]
    public void ElementsCanBeSet()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = zeros(2, 3, dtype: float64, device: TestDevice.Current);
        x[0, 1] = 5.0;
        x[1] = TestDevice.Vector(1, 2, 3);
        Expect.Values(x, 0, 5, 0, 1, 2, 3);
        x[TensorIndex.Colon, 2] = TestDevice.Vector(7, 8);
        Expect.Values(x, 0, 5, 7, 1, 2, 8);
        x[x > 4] = 0.0;
        Expect.Values(x, 0, 0, 0, 1, 2, 0);
        x[TensorIndex.Tensor(Longs(0, 1)), TensorIndex.Tensor(Longs(0, 2))] = TestDevice.Vector(3, 4);
        Expect.Values(x, 3, 0, 0, 1, 2, 4);
        x[TensorIndex.Ellipsis] = ones(1, 1, 2, 3, dtype: float64, device: TestDevice.Current);
        Expect.Values(x, 1, 1, 1, 1, 1, 1);
        x.index_put_(TestDevice.Vector(1, 2), [Longs(0, 0), Longs(1, 1)], accumulate: true);
        Expect.Values(x, 1, 4, 1, 1, 1, 1);
        x.index_put_(9.0, TensorIndex.Single(1), TensorIndex.Slice(0, 2));
        Expect.Values(x, 1, 4, 1, 9, 9, 1);
    }

    [Fact]
    public void GatheringAndScatteringAreInverse()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Digits(1, 3, 4)[0];
        Expect.Shaped(x.index_select(0, Longs(2, 0, 2)), [3, 4], 20, 21, 22, 23, 0, 1, 2, 3, 20, 21, 22, 23);
        Tensor places = Longs(3, 1, 0).unsqueeze(1);
        Expect.Shaped(x.gather(1, places), [3, 1], 3, 11, 20);
        Expect.Shaped(
            zeros(3, 4, dtype: float64, device: TestDevice.Current).scatter(1, places, x.gather(1, places)), [3, 4], 0, 0, 0, 3, 0, 11, 0, 0, 20, 0, 0, 0);
        Tensor sums = zeros(2, dtype: float64, device: TestDevice.Current);
        Expect.Values(sums.scatter_add(0, Longs(0, 1, 0, 1), TestDevice.Vector(1, 2, 3, 4)), 4, 6);
        Expect.Values(sums.index_add(0, Longs(1, 1), TestDevice.Vector(1, 2), 10), 0, 30);
        Expect.Values(sums, 0, 0);
        sums.index_add_(0, Longs(1, 1), TestDevice.Vector(1, 2), 1);
        sums.scatter_add_(0, Longs(0), TestDevice.Vector(5));
        Expect.Values(sums, 5, 3);
        sums.index_copy_(0, Longs(0), TestDevice.Vector(-1));
        Expect.Values(sums.index_fill(0, Longs(1), 8), -1, 8);
        Expect.Values(x.take(Longs(0, 5)), 0, 11);
        Expect.Values(x.take_along_dim(Longs(1, 1, 1).unsqueeze(1), 1), 1, 11, 21);
    }

    [Fact]
    public void MasksSelectAndFill()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(-1, 2, -3);
        Expect.Values(x.masked_select(x < 0), -1, -3);
        Expect.Values(x.masked_fill(x < 0, 0), 0, 2, 0);
        Expect.Values(where(x < 0, -x, x), 1, 2, 3);
        Expect.Values(x.masked_scatter(x < 0, TestDevice.Vector(7, 8, 9)), 7, 2, 8);
        Expect.Shaped((x < 0).nonzero(), [2, 1], 0, 2);
        Expect.Values(where(x > 0)[0], 1);
        x.masked_fill_(x < 0, 5);
        Expect.Values(x, 5, 2, 5);
    }
}
