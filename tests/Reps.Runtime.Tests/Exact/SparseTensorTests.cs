using System;
using System.Collections.Generic;
using Reps.Algebra;

namespace Reps.Tests.Exact;

public class SparseTensorTests
{
    private static readonly Surd s_half = Surd.FromRational(new Rational(1, 2));

    [Fact]
    public void Entries_are_stored_in_row_major_order_without_zeros()
    {
        SparseTensor tensor = Example();
        Assert.Equal([2, 3, 4], tensor.Shape);
        Assert.Equal(3, tensor.Rank);
        Assert.Equal(3, tensor.Count);
        Assert.Equal((0, 2, 1), (tensor.Index(0, 0), tensor.Index(0, 1), tensor.Index(0, 2)));
        Assert.Equal((1, 0, 3), (tensor.Index(1, 0), tensor.Index(1, 1), tensor.Index(1, 2)));
        Assert.Equal((1, 1, 0), (tensor.Index(2, 0), tensor.Index(2, 1), tensor.Index(2, 2)));
        Assert.Equal(s_half, tensor.Value(1));
        Assert.Equal(s_half, tensor.At(1, 0, 3));
        Assert.Equal(Surd.Zero, tensor.At(0, 0, 0));
    }

    [Fact]
    public void Permuting_moves_every_index_and_inverts()
    {
        SparseTensor tensor = Example();
        SparseTensor permuted = tensor.Permute(2, 0, 1);
        Assert.Equal([4, 2, 3], permuted.Shape);
        for (int entry = 0; entry < tensor.Count; entry++)
            Assert.Equal(tensor.Value(entry), permuted.At(tensor.Index(entry, 2), tensor.Index(entry, 0), tensor.Index(entry, 1)));
        Assert.Equal(0, permuted.Index(0, 0));
        Assert.Equal(tensor, permuted.Permute(1, 2, 0));
        Assert.NotEqual(tensor, permuted);
        Assert.Equal(tensor.GetHashCode(), permuted.Permute(1, 2, 0).GetHashCode());
    }

    [Fact]
    public void Dense_form_scaling_and_identity()
    {
        double[] dense = Example().ToDense();
        Assert.Equal(24, dense.Length);
        Assert.Equal(Math.Sqrt(2), dense[(0 * 12) + (2 * 4) + 1]);
        Assert.Equal(0.5, dense[12 + 3]);
        Assert.Equal(-1, dense[12 + 4]);
        Assert.Equal(-Surd.Sqrt(2), Example().Scale(-Surd.One).Value(0));
        Assert.Equal(0, Example().Scale(Surd.Zero).Count);
        Assert.Equal([1.0, 0, 0, 0, 1, 0, 0, 0, 1], SparseTensor.Identity(3).ToDense());
        Assert.Equal(0, SparseTensor.Identity(0).Count);
        Assert.Equal(SparseTensor.Identity(2), new SparseTensor([2, 2], [([1, 1], Surd.One), ([0, 0], Surd.One)]));
        Assert.NotEqual(SparseTensor.Identity(2), new SparseTensor([2, 3], [([1, 1], Surd.One), ([0, 0], Surd.One)]));
    }

    [Fact]
    public void A_tensor_of_rank_zero_holds_one_number()
    {
        SparseTensor scalar = new([], [([], s_half)]);
        Assert.Equal(s_half, scalar.At());
        Assert.Equal([0.5], scalar.ToDense());
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        SparseTensor tensor = Example();
        Assert.Equal("entries", Assert.Throws<ArgumentOutOfRangeException>(() => new SparseTensor([2], [([2], Surd.One)])).ParamName);
        Assert.Equal("entries", Assert.Throws<ArgumentOutOfRangeException>(() => new SparseTensor([2], [([0, 0], Surd.One)])).ParamName);
        List<(int[], Surd)> none = [];
        Assert.Equal("shape", Assert.Throws<ArgumentOutOfRangeException>(() => new SparseTensor([-1], none)).ParamName);
        Assert.Equal("entries", Assert.Throws<ArgumentException>(() => new SparseTensor([2], [([0], Surd.One), ([0], s_half)])).ParamName);
        Assert.Equal("axes", Assert.Throws<ArgumentOutOfRangeException>(() => tensor.Permute(0, 1)).ParamName);
        Assert.Equal("axes", Assert.Throws<ArgumentOutOfRangeException>(() => tensor.Permute(0, 1, 1)).ParamName);
        Assert.Equal("axis", Assert.Throws<ArgumentOutOfRangeException>(() => tensor.Index(0, 3)).ParamName);
        Assert.Equal("entry", Assert.Throws<ArgumentOutOfRangeException>(() => tensor.Index(3, 0)).ParamName);
        Assert.Equal("entry", Assert.Throws<ArgumentOutOfRangeException>(() => tensor.Value(-1)).ParamName);
        Assert.Equal("index", Assert.Throws<ArgumentOutOfRangeException>(() => tensor.At(0, 0)).ParamName);
        Assert.Equal("n", Assert.Throws<ArgumentOutOfRangeException>(() => SparseTensor.Identity(-1)).ParamName);
    }

    private static SparseTensor Example() => new(
        [2, 3, 4],
        [([1, 1, 0], -Surd.One), ([0, 0, 0], Surd.Zero), ([1, 0, 3], s_half), ([0, 2, 1], Surd.Sqrt(2))]);
}
