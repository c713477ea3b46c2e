using System;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Operator.Call("sum", this, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Operator.Call("sum.dim_IntList", this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => sum(dim.ToArray(), keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum(new[] { dim }, keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum(new[] { dim0, dim1 }, keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum(new[] { dim0, dim1, dim2 }, keepdim, type);

        public Tensor nansum() => Operator.Call("nansum", this);

        public Tensor mean() => Operator.Call("mean", this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Operator.Call("mean.dim", this, dimensions, keepdim, type);

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Operator.Call("nanmean", this, dim is int along ? new long[] { along } : Argument.None, keepdim, dtype);

        public Tensor prod(ScalarType? type = null) => Operator.Call("prod", this, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            Operator.Call("prod.dim_int", this, dim, keepdim, type);

        public Tensor all() => Operator.Call("all", this);

        public Tensor all(long dim, bool keepdim = false) => Operator.Call("all.dim", this, dim, keepdim);

        public Tensor any() => Operator.Call("any", this);

        public Tensor any(long dim, bool keepdim = false) => Operator.Call("any.dim", this, dim, keepdim);

        public Tensor max() => Operator.Call("max", this);

        public Tensor max(Tensor other) => Operator.Call("max.other", this, other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Operator.Call2("max.dim", this, dim, keepdim);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null
                ? Operator.Call("amax", this, dims, keepdim)
                : Operator.Call("amax.out", this, dims, keepdim, @out);

        public Tensor amax(params long[] dims) => amax(dims, false, null);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amax(dims.ToArray(), keepdim, @out);

        public Tensor argmax() => Operator.Call("argmax", this);

        public Tensor argmax(long dim, bool keepdim = false) => Operator.Call("argmax", this, dim, keepdim);

        public Tensor min() => Operator.Call("min", this);

        public Tensor min(Tensor other) => Operator.Call("min.other", this, other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Operator.Call2("min.dim", this, dim, keepdim);

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null
                ? Operator.Call("amin", this, dims, keepdim)
                : Operator.Call("amin.out", this, dims, keepdim, @out);

        public Tensor amin(params long[] dims) => amin(dims, false, null);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amin(dims.ToArray(), keepdim, @out);

        public Tensor argmin() => Operator.Call("argmin", this);

        public Tensor argmin(long dim, bool keepdim = false) => Operator.Call("argmin", this, dim, keepdim);

        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) =>
            Operator.Call2("aminmax", this, dim is null or -1 ? Argument.None : dim, keepdim);

        public Tensor std(bool unbiased = true) => Operator.Call("std", this, unbiased);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Converted(Operator.Call("std.dim", this, dimensions, unbiased, keepdim), type);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(dimensions.ToArray(), unbiased, keepdim, type);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(new[] { dim }, unbiased, keepdim, type);

        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(new[] { dim.Item1, dim.Item2 }, unbiased, keepdim, type);

        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(new[] { dim.Item1, dim.Item2, dim.Item3 }, unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Operator.Call2("std_mean", this, unbiased);

        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            (Tensor spread, Tensor mean) = Operator.Call2("std_mean.dim", this, dimensions, unbiased, keepdim);
            return (Converted(spread, type), Converted(mean, type));
        }

        public (
            Tensor std, Tensor mean) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null
        ) =>
            std_mean(dimensions.ToArray(), unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean(new[] { dim }, unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean(new[] { dim.Item1, dim.Item2 }, unbiased, keepdim, type);

        public (
            Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null
        ) =>
            std_mean(new[] { dim.Item1, dim.Item2, dim.Item3 }, unbiased, keepdim, type);

        public Tensor var(bool unbiased = true) => Operator.Call("var", this, unbiased);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Converted(Operator.Call("var.dim", this, dimensions, unbiased, keepdim), type);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(dimensions.ToArray(), unbiased, keepdim, type);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(new[] { dim }, unbiased, keepdim, type);

        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(new[] { dim.Item1, dim.Item2 }, unbiased, keepdim, type);

        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(new[] { dim.Item1, dim.Item2, dim.Item3 }, unbiased, keepdim, type);

        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Operator.Call2("var_mean", this, unbiased);

        public (Tensor std, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            (Tensor spread, Tensor mean) = Operator.Call2("var_mean.dim", this, dimensions, unbiased, keepdim);
            return (Converted(spread, type), Converted(mean, type));
        }

        public (
            Tensor std, Tensor mean) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null
        ) =>
            var_mean(dimensions.ToArray(), unbiased, keepdim, type);

        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean(new[] { dim }, unbiased, keepdim, type);

        public (Tensor @var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean(new[] { dim.Item1, dim.Item2 }, unbiased, keepdim, type);

        public (
            Tensor @var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null
        ) =>
            var_mean(new[] { dim.Item1, dim.Item2, dim.Item3 }, unbiased, keepdim, type);

        private static Tensor Converted(Tensor tensor, ScalarType? type)
        {
            if (type is not ScalarType wanted || wanted == tensor.dtype) return tensor;
            using (tensor) return tensor.to(wanted);
        }

        public Tensor norm(float p = 2.0f) => Operator.Call("norm.Scalar", this, (Scalar)p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) =>
            Operator.Call("norm.ScalarOpt_dim", this, (Scalar)p, new long[] { dim }, keepdim);

        public Tensor dist(Tensor other, float p = 2.0f) => Operator.Call("dist", this, other, (Scalar)p);

        public Tensor logsumexp(long dim, bool keepdim = false) => Operator.Call("logsumexp", this, new[] { dim }, keepdim);

        public Tensor median() => Operator.Call("median", this);

        public Tensor nanmedian() => Operator.Call("nanmedian", this);

        /// <summary>Quantiles along a dimension; −1 stands for all elements, as in TorchSharp.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Operator.Call("quantile", this, q, dim == -1 ? Argument.None : dim, keepdim);

        /// <summary>Quantiles of what is a number along a dimension; −1 stands for all elements, as in TorchSharp.</summary>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Operator.Call("nanquantile", this, q, dim == -1 ? Argument.None : dim, keepdim);

        public (Tensor values, Tensor indices) mode(long dim = -1L, bool keepdim = false) => Operator.Call2("mode", this, dim, keepdim);

        public Tensor count_nonzero(long[]? dims = null) => Operator.Call("count_nonzero.dim_IntList", this, dims ?? []);
    }
}
