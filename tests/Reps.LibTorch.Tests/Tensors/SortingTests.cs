using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Order, search, and counting of equal elements.</summary>
public sealed class SortingTests
{
    private static Tensor Longs(params long[] values) => tensor(values, device: TestDevice.Current);

    [Fact]
    public void ElementsComeInOrder()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(3, 1, 2, 6, 5, 4).reshape(2, 3);
        (Tensor values, Tensor indices) = x.sort();
        Expect.Values(values, 1, 2, 3, 4, 5, 6);
        Expect.Values(indices, 1, 2, 0, 2, 1, 0);
        Expect.Values(x.sort(0, descending: true).Values, 6, 5, 4, 3, 1, 2);
        Expect.Values(sort(TestDevice.Vector(1, 0, 1, 0), stable: true).indices, 1, 3, 0, 2);
        Expect.Values(x.argsort(1, true), 0, 2, 1, 0, 1, 2);
        Expect.Values(x.msort(), 3, 1, 2, 6, 5, 4);
        (values, indices) = x.topk(2);
        Expect.Shaped(values, [2, 2], 3, 2, 6, 5);
        Expect.Values(topk(x, 1, 0, largest: false).values, 3, 1, 2);
    }

    [Fact]
    public void EqualElementsAreFound()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Longs(3, 1, 3, 2, 1, 3);
        (Tensor output, Tensor? inverse, Tensor? counts) = x.unique(return_inverse: true, return_counts: true);
        Expect.Values(output, 1, 2, 3);
        Expect.Values(inverse!, 2, 0, 2, 1, 0, 2);
        Expect.Values(counts!, 2, 1, 3);
        (output, inverse, counts) = unique(x);
        Assert.Null(inverse);
        Assert.Null(counts);
        Expect.Values(Longs(1, 1, 2, 1).unique_consecutive(return_counts: true).counts!, 2, 1, 1);
        Expect.Shaped(stack([Longs(1, 2), Longs(0, 0), Longs(1, 2)]).unique(dim: 0).output, [2, 2], 0, 0, 1, 2);
        Expect.Values(x.bincount(null), 0, 2, 1, 3);
        Expect.Values(bincount(x, TestDevice.Vector(1, 2, 3, 4, 5, 6), 5), 0, 7, 4, 10, 0);
        Expect.Values(TestDevice.Vector(0, 1, 1, 3).histc(3, 0, 3), 1, 2, 1);
    }

    [Fact]
    public void PlacesInOrderedListsAreFound()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor borders = TestDevice.Vector(1, 3, 5);
        Expect.Values(TestDevice.Vector(0, 1, 4, 9).bucketize(borders), 0, 0, 2, 3);
        Expect.Values(bucketize(TestDevice.Vector(1), borders, right: true), 1);
        Expect.Values(searchsorted(borders, TestDevice.Vector(3, 6)), 1, 3);
        Assert.Equal(ScalarType.Int32, searchsorted(borders, TestDevice.Vector(3), out_int32: true).dtype);
        (Tensor counts, Tensor edges) = histogram(tensor(new[] { 0.0, 1, 1, 4 }), 2, (0, 4));
        Expect.Values(counts, 3, 1);
        Expect.Values(edges, 0, 2, 4);
    }
}
