using System;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Other shapes of the same elements, parts, repetitions and joins.</summary>
public sealed class ViewTests
{
    [Fact]
    public void ViewsShareTheirElements()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Counting(2, 3);
        Tensor view = x.view(3, -1);
        view[0, 0] = 9.0;
        Assert.Equal(9, x[0, 0].ToDouble());
        Assert.Equal([3, 2], view.shape);
        Expect.Shaped(x.t(), [3, 2], 9, 3, 1, 4, 2, 5);
        Expect.Shaped(x.T, [3, 2], 9, 3, 1, 4, 2, 5);
        Expect.Shaped(x.mT, [3, 2], 9, 3, 1, 4, 2, 5);
        Assert.False(x.t().is_contiguous());
        Assert.Equal([1, 3], x.t().stride());
        Assert.True(x.t().contiguous().is_contiguous());
        x.transpose(0, 1).zero_();
        Expect.Values(x, 0, 0, 0, 0, 0, 0);
        Tensor copy = x.clone();
        copy.add_(1);
        Expect.Values(x, 0, 0, 0, 0, 0, 0);
        x.detach().add_(2);
        x.alias().add_(2);
        Expect.Values(x, 4, 4, 4, 4, 4, 4);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => x.t().view(6));
    }

    [Fact]
    public void ShapesChangeAsAsked()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Counting(2, 3, 4);
        Assert.Equal([4, 6], x.reshape(4, 6).shape);
        Assert.Equal([24], x.flatten().shape);
        Assert.Equal([2, 12], x.flatten(1).shape);
        Assert.Equal([6, 4], x.flatten(0, 1).shape);
        Assert.Equal([2, 3, 2, 2], x.unflatten(2, 2, 2).shape);
        Assert.Equal([2, 3, 1, 4], x.unsqueeze(-2).shape);
        Assert.Equal([2, 3, 4], x.unsqueeze(0).squeeze(0).shape);
        Assert.Equal([2, 3, 4], x.unsqueeze(0).unsqueeze(-1).squeeze().shape);
        Assert.Equal([4, 2, 3], x.permute(2, 0, 1).shape);
        Assert.Equal([3, 2, 4], x.transpose(0, 1).shape);
        Assert.Equal([3, 4, 2], movedim(x, 0, 2).shape);
        Assert.Equal([4, 3, 2], x.movedim([0, 2], [2, 0]).shape);
        Assert.Equal([5, 2, 3, 4], x.expand(5, 2, 3, 4).shape);
        Assert.Equal([5, 2, 3, 4], x.broadcast_to(5, -1, -1, -1).shape);
        Assert.Equal([2, 3, 4], x[0].expand_as(x).shape);
        Assert.Equal(24, x.numel());
        Assert.Equal((3L, 3L, 4L), (x.dim(), x.ndim, x.size(-1)));
        Assert.Equal(4, x.size()[2]);
        Expect.Same(x.permute(2, 0, 1), einsum("ijk->kij", x), 0);
    }

    [Fact]
    public void PartsAreCutAtTheirPlaces()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Counting(2, 5);
        Expect.Shaped(x.narrow(1, 1, 2), [2, 2], 1, 2, 6, 7);
        Expect.Shaped(x.slice(1, 0, 5, 2), [2, 3], 0, 2, 4, 5, 7, 9);
        Expect.Shaped(x.select(1, 3), [2], 3, 8);
        Assert.Equal([2, 2, 1], x.split(2, 1).Select(t => t.size(1)));
        Assert.Equal([1, 4], x.split([1, 4], 1).Select(t => t.size(1)));
        Assert.Equal([1, 1], x.split(1).Select(t => t.size(0)));
        Assert.Equal([3, 2], x.chunk(2, 1).Select(t => t.size(1)));
        Assert.Equal([2, 2, 1], x.tensor_split(3, 1).Select(t => t.size(1)));
        Assert.Equal([1, 2, 2], x.tensor_split([1, 3], 1).Select(t => t.size(1)));
        Expect.Values(x.unbind()[1], 5, 6, 7, 8, 9);
        Expect.Values(unbind(x, 1L)[2], 2, 7);
        Expect.Shaped(x[0].unfold(0, 3, 1), [3, 3], 0, 1, 2, 1, 2, 3, 2, 3, 4);
        Expect.Shaped(x.as_strided([2, 2], [1, 2], 1), [2, 2], 1, 3, 2, 4);
        Assert.Equal([2, 3], x.hsplit([2]).Select(t => t.size(1)));
        Assert.Equal(2, x.vsplit(2L).Length);
    }

    [Fact]
    public void ElementsRepeatTurnAndRoll()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(1, 2, 3);
        Expect.Shaped(x.repeat(2), [6], 1, 2, 3, 1, 2, 3);
        Expect.Shaped(x.repeat(2, 1), [2, 3], 1, 2, 3, 1, 2, 3);
        Expect.Values(x.tile([2]), 1, 2, 3, 1, 2, 3);
        Expect.Values(x.repeat_interleave(2), 1, 1, 2, 2, 3, 3);
        Expect.Values(x.repeat_interleave(tensor(new long[] { 0, 2, 1 }, device: TestDevice.Current)), 2, 2, 3);
        Expect.Values(x.flip(0), 3, 2, 1);
        Expect.Values(x.roll(1), 3, 1, 2);
        Tensor y = TestDevice.Counting(2, 2);
        Expect.Values(y.roll(1, 1), 1, 0, 3, 2);
        Expect.Values(y.rot90(), 1, 3, 0, 2);
        Expect.Values(y.fliplr(), 1, 0, 3, 2);
        Expect.Values(y.flipud(), 2, 3, 0, 1);
    }

    [Fact]
    public void Joins()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(1, 2), y = TestDevice.Vector(3, 4);
        Expect.Shaped(cat([x, y]), [4], 1, 2, 3, 4);
        Expect.Shaped(cat(new[] { x.unsqueeze(1), y.unsqueeze(1) }, 1), [2, 2], 1, 3, 2, 4);
        Expect.Shaped(concat([x, y]), [4], 1, 2, 3, 4);
        Expect.Shaped(stack([x, y]), [2, 2], 1, 2, 3, 4);
        Expect.Shaped(stack(new[] { x, y }, -1), [2, 2], 1, 3, 2, 4);
        Expect.Shaped(hstack(x, y), [4], 1, 2, 3, 4);
        Expect.Shaped(vstack(new[] { x, y }), [2, 2], 1, 2, 3, 4);
        Expect.Shaped(dstack(x, y), [1, 2, 2], 1, 3, 2, 4);
        Expect.Shaped(column_stack(x, y), [2, 2], 1, 3, 2, 4);
        Expect.Shaped(block_diag(x.unsqueeze(0), y.unsqueeze(1)), [3, 3], 1, 2, 0, 0, 0, 3, 0, 0, 4);
        Assert.Equal([3, 2], broadcast_tensors(x, zeros(3, 1, device: TestDevice.Current))[0].shape);
        Assert.Equal([3, 2, 4], broadcast_shapes([2, 1], [3, 1, 4]).Shape);
        Assert.Throws<ArgumentException>(() => broadcast_shapes([2], [3]));
        Tensor[] grid = meshgrid([x, TestDevice.Vector(5, 6, 7)]);
        Expect.Shaped(grid[0], [2, 3], 1, 1, 1, 2, 2, 2);
        Expect.Shaped(grid[1], [2, 3], 5, 6, 7, 5, 6, 7);
        Assert.Equal([3, 2], meshgrid([x, TestDevice.Vector(5, 6, 7)], "xy")[0].shape);
        Expect.Shaped(cartesian_prod(x, y), [4, 2], 1, 3, 1, 4, 2, 3, 2, 4);
        Expect.Shaped(combinations(TestDevice.Vector(1, 2, 3)), [3, 2], 1, 2, 1, 3, 2, 3);
    }

    [Fact]
    public void DiagonalsAndTriangles()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Counting(3, 3);
        Expect.Values(x.tril(), 0, 0, 0, 3, 4, 0, 6, 7, 8);
        Expect.Values(x.triu(1), 0, 1, 2, 0, 0, 5, 0, 0, 0);
        Expect.Values(x.diagonal(), 0, 4, 8);
        Expect.Values(x.diagonal(-1), 3, 7);
        Expect.Values(x.diag(1), 1, 5);
        Expect.Values(diag(TestDevice.Vector(1, 2)), 1, 0, 0, 2);
        Expect.Values(TestDevice.Vector(1, 2).diag_embed(), 1, 0, 0, 2);
        Expect.Values(x.trace(), 12);
        Expect.Shaped(tril_indices(2, 2), [2, 3], 0, 1, 1, 0, 0, 1);
        Expect.Shaped(triu_indices(2, 2, 1), [2, 1], 0, 1);
        Expect.Values(x.select_scatter(TestDevice.Vector(9, 9, 9), 0, 1), 0, 1, 2, 9, 9, 9, 6, 7, 8);
        Expect.Values(x.slice_scatter(zeros(1, 3, dtype: float64, device: TestDevice.Current), 0, 2), 0, 1, 2, 3, 4, 5, 0, 0, 0);
        Expect.Values(x.diagonal_scatter(TestDevice.Vector(9, 9, 9)), 9, 1, 2, 3, 9, 5, 6, 7, 9);
    }

    [Fact]
    public void ComplexNumbersAreTwoReals()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor z = complex(TestDevice.Vector(3, 0), TestDevice.Vector(4, -1));
        Expect.Values(z.abs(), 5, 1);
        Expect.Values(z.real, 3, 0);
        Expect.Values(z.imag, 4, -1);
        Expect.Values(z.conj().resolve_conj().imag, -4, 1);
        Assert.True(z.conj().is_conj());
        Expect.Shaped(z.view_as_real(), [2, 2], 3, 4, 0, -1);
        Expect.Values(z.view_as_real().view_as_complex().imag, 4, -1);
        Expect.Values(z.angle(), Math.Atan2(4, 3), -Math.PI / 2);
        Expect.Values(polar(TestDevice.Vector(2), TestDevice.Vector(Math.PI / 2)).imag, 2);
        Assert.Equal(new System.Numerics.Complex(3, -4), z.conj()[0].ToComplexFloat64());
        Expect.Values((z * z.conj()).real, 25, 1);
        Assert.Equal(ScalarType.ComplexFloat32, z.cfloat().dtype);
    }
}
