using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor view(params long[] shape) => Operator.Call("view", this, shape);

        public Tensor view_as(Tensor other) => view(other.shape);

        public Tensor reshape(params long[] shape) => Operator.Call("reshape", this, shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Operator.Call("flatten.using_ints", this, start_dim, end_dim);

        public Tensor ravel() => Operator.Call("ravel", this);

        public Tensor unflatten(long dim, params long[] sizes) => Operator.Call("unflatten.int", this, dim, sizes);

        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        public Tensor squeeze(long? dim = null) =>
            dim is long given ? Operator.Call("squeeze.dim", this, given) : Operator.Call("squeeze", this);

        public Tensor squeeze_(long? dim = null) =>
            dim is long given ? Operator.CallInPlace(this, "squeeze_.dim", this, given) : Operator.CallInPlace(this, "squeeze_", this);

        public Tensor unsqueeze(long dim) => Operator.Call("unsqueeze", this, dim);

        public Tensor unsqueeze_(long dim) => Operator.CallInPlace(this, "unsqueeze_", this, dim);

        public Tensor t() => Operator.Call("t", this);

        public Tensor T => Operator.Call("numpy_T", this);

        public Tensor mT => Operator.Call("mT", this);

        public Tensor mH => Operator.Call("mH", this);

        public Tensor H => Operator.Call("matrix_H", this);

        public Tensor adjoint() => Operator.Call("adjoint", this);

        public Tensor transpose(long dim0, long dim1) => Operator.Call("transpose.int", this, dim0, dim1);

        public Tensor transpose_(long dim0, long dim1) => Operator.CallInPlace(this, "transpose_", this, dim0, dim1);

        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor permute(params long[] permutation) => Operator.Call("permute", this, permutation);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor movedim(long[] source, long[] destination) => Operator.Call("movedim.intlist", this, source, destination);

        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Operator.Call("expand", this, sizes, isImplicit);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => expand(sizes.ToArray(), isImplicit);

        public Tensor expand(Size sizes, bool isImplicit = false) => expand(sizes.Shape, isImplicit);

        public Tensor expand(params long[] sizes) => expand(sizes, false);

        public Tensor expand_as(Tensor other) => expand(other.shape, false);

        public Tensor broadcast_to(params long[] shape) => Operator.Call("broadcast_to", this, shape);

        public Tensor narrow(long dim, long start, long length) => Operator.Call("narrow", this, dim, start, length);

        public Tensor slice(long dim, long start, long finish, long step) => Operator.Call("slice.Tensor", this, dim, start, finish, step);

        public Tensor select(long dim, long index) => Operator.Call("select.int", this, dim, index);

        public Tensor[] unbind(long dimension = 0L) => Operator.CallList("unbind.int", this, dimension);

        public Tensor unfold(long dimension, long size, long step) => Operator.Call("unfold", this, dimension, size, step);

        public Tensor[] split(long size, int dim = 0) => Operator.CallList("split.Tensor", this, size, dim);

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => split(sizes.ToArray(), dim);

        public Tensor[] split(long[] sizes, long dim = 0) => Operator.CallList("split_with_sizes", this, sizes, dim);

        public Tensor[] split(params long[] sizes) => split(sizes, 0);

        public Tensor[] chunk(long chunks, long dim = 0L) => Operator.CallList("chunk", this, chunks, dim);

        public Tensor[] tensor_split(long size, long dim = 0L) => Operator.CallList("tensor_split.sections", this, size, dim);

        public Tensor[] tensor_split(long[] sizes, long dim = 0L) => Operator.CallList("tensor_split.indices", this, sizes, dim);

        public Tensor[] tensor_split(Tensor indices, long dim = 0L) =>
            Operator.CallList("tensor_split.tensor_indices_or_sections", this, indices, dim);

        public Tensor[] vsplit(long size) => Operator.CallList("vsplit.int", this, size);

        public Tensor[] vsplit(params long[] sizes) => Operator.CallList("vsplit.array", this, sizes);

        public Tensor[] vsplit(Tensor indices) => tensor_split(indices, 0);

        public Tensor[] hsplit(long size) => Operator.CallList("hsplit.int", this, size);

        public Tensor[] hsplit(params long[] sizes) => Operator.CallList("hsplit.array", this, sizes);

        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, dim() == 1 ? 0 : 1);

        public Tensor[] dsplit(long size) => Operator.CallList("dsplit.int", this, size);

        public Tensor[] dsplit(params long[] sizes) => Operator.CallList("dsplit.array", this, sizes);

        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);

        public Tensor[] dsplit((long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);

        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

        public Tensor contiguous() => Operator.Call("contiguous", this);

        public Tensor clone() => Operator.Call("clone", this);

        public Tensor alias() => Operator.Call("alias", this);

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L) =>
            Operator.Call("as_strided", this, size, strides, storageOffset);

        public Tensor repeat(params long[] sizes) => Operator.Call("repeat", this, sizes);

        public Tensor tile(long[] reps) => Operator.Call("tile", this, reps);

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Operator.Call("repeat_interleave.self_Tensor", this, repeats, dim, output_size);

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Operator.Call("repeat_interleave.self_int", this, repeats, dim, output_size);

        public Tensor flip(params long[] dims) => Operator.Call("flip", this, dims);

        public Tensor fliplr() => Operator.Call("fliplr", this);

        public Tensor flipud() => Operator.Call("flipud", this);

        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            Operator.Call("rot90", this, k, dims is var (a, b) ? new[] { a, b } : [0, 1]);

        public Tensor roll(long shifts, long? dims = null) => roll(new[] { shifts }, dims is long dim ? new[] { dim } : []);

        public Tensor roll((long, long) shifts, (long, long) dims) =>
            roll(new[] { shifts.Item1, shifts.Item2 }, new[] { dims.Item1, dims.Item2 });

        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll(new[] { shifts.Item1, shifts.Item2, shifts.Item3 }, new[] { dims.Item1, dims.Item2, dims.Item3 });

        public Tensor roll(long[] shifts, long[] dims) => Operator.Call("roll", this, shifts, dims);

        public Tensor roll(long[] shifts) => roll(shifts, Array.Empty<long>());

        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => roll(shifts.ToArray(), dims.ToArray());

        public Tensor atleast_1d() => Operator.Call("atleast_1d", this);

        public Tensor atleast_2d() => Operator.Call("atleast_2d", this);

        public Tensor atleast_3d() => Operator.Call("atleast_3d", this);

        public Tensor diag(long diagonal = 0) => Operator.Call("diag", this, diagonal);

        public Tensor trace() => Operator.Call("trace", this);

        public Tensor diag_embed(long offset = 0L, long dim1 = -2L, long dim2 = -1L) =>
            Operator.Call("diag_embed", this, offset, dim1, dim2);

        public Tensor diagflat(long offset = 0) => Operator.Call("diagflat", this, offset);

        public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L) => Operator.Call("diagonal", this, offset, dim1, dim2);

        public Tensor tril(long diagonal = 0) => Operator.Call("tril", this, diagonal);

        public Tensor tril_(long diagonal = 0) => Operator.CallInPlace(this, "tril_", this, diagonal);

        public Tensor triu(long diagonal = 0) => Operator.Call("triu", this, diagonal);

        public Tensor triu_(long diagonal = 0) => Operator.CallInPlace(this, "triu_", this, diagonal);

        public Tensor view_as_complex() => Operator.Call("view_as_complex", this);

        public Tensor view_as_real() => Operator.Call("view_as_real", this);

        public Tensor real => Operator.Call("real", this);

        public Tensor imag => Operator.Call("imag", this);

        public Tensor conj() => Operator.Call("conj", this);

        public Tensor conj_physical() => Operator.Call("conj_physical", this);

        public Tensor conj_physical_() => Operator.CallInPlace(this, "conj_physical_", this);

        public bool is_conj() => Operator.CallBool("is_conj", this);

        public Tensor resolve_conj() => Operator.Call("resolve_conj", this);

        public bool is_neg() => Operator.CallBool("is_neg", this);

        public Tensor resolve_neg() => Operator.Call("resolve_neg", this);
    }
}
