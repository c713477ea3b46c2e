using System;
using System.Linq;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor matmul(Tensor target) => Operator.Call("matmul", this, target);

        public Tensor mm(Tensor target) => Operator.Call("mm", this, target);

        public Tensor mv(Tensor target) => Operator.Call("mv", this, target);

        public Tensor dot(Tensor target) => Operator.Call("dot", this, target);

        public Tensor vdot(Tensor target) => Operator.Call("vdot", this, target);

        public Tensor bmm(Tensor batch2) => Operator.Call("bmm", this, batch2);

        public Tensor outer(Tensor vec2) => Operator.Call("outer", this, vec2);

        public Tensor ger(Tensor vec2) => Operator.Call("ger", this, vec2);

        public Tensor inner(Tensor vec2) => Operator.Call("inner", this, vec2);

        public Tensor kron(Tensor other) => Operator.Call("kron", this, other);

        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Operator.Call("addbmm", this, batch1, batch2, (Scalar)beta, (Scalar)alpha);

        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Operator.CallInPlace(this, "addbmm_", this, batch1, batch2, (Scalar)beta, (Scalar)alpha);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Operator.Call("addmm", this, mat1, mat2, (Scalar)beta, (Scalar)alpha);

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Operator.CallInPlace(this, "addmm_", this, mat1, mat2, (Scalar)beta, (Scalar)alpha);

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1.0f, float alpha = 1.0f) =>
            Operator.Call("addmv", this, mat, vec, (Scalar)beta, (Scalar)alpha);

        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1.0f, float alpha = 1.0f) =>
            Operator.CallInPlace(this, "addmv_", this, mat, vec, (Scalar)beta, (Scalar)alpha);

        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) =>
            Operator.Call("addr", this, vec1, vec2, (Scalar)beta, (Scalar)alpha);

        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1.0f, float alpha = 1.0f) =>
            Operator.CallInPlace(this, "addr_", this, vec1, vec2, (Scalar)beta, (Scalar)alpha);

        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Operator.Call("baddbmm", this, batch1, batch2, (Scalar)beta, (Scalar)alpha);

        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Operator.Call("tensordot", this, b, dims1, dims2);

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, dims.Select(d => d.Item1).ToArray(), dims.Select(d => d.Item2).ToArray());

        public Tensor tensordot(Tensor b, long dims = 2)
        {
            long[] first = [.. Enumerable.Range(0, (int)dims).Select(d => (long)d)];
            return tensordot(b, Array.ConvertAll(first, d => d - dims), first);
        }

        public Tensor cholesky(bool upper = false) => Operator.Call("cholesky", this, upper);

        public Tensor cholesky_inverse(bool upper = false) => Operator.Call("cholesky_inverse", this, upper);

        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Operator.Call("cholesky_solve", this, input2, upper);

        public Tensor det() => Operator.Call("linalg_det", this);

        public Tensor logdet() => Operator.Call("logdet", this);

        public (Tensor a, Tensor tau) geqrf() => Operator.Call2("geqrf", this);

        public Tensor inverse() => Operator.Call("linalg_inv", this);

        public Tensor matrix_exp() => Operator.Call("linalg_matrix_exp", this);

        public Tensor matrix_power(int n) => Operator.Call("linalg_matrix_power", this, n);

        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => Operator.Call("linalg_pinv", this, rcond, hermitian);

        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
            Operator.Call("ormqr", this, tau, other, left, transpose);

        public Tensor renorm(float p, long dim, float maxnorm) => Operator.Call("renorm", this, (Scalar)p, dim, (Scalar)maxnorm);

        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Operator.Call("cov", this, correction, fweights, aweights);

        public Tensor corrcoef() => Operator.Call("corrcoef", this);

        public Tensor vander(long N = -1, bool increasing = false)
        {
            if (dim() != 1) throw new InvalidOperationException("The rows of a Vandermonde matrix come from a vector.");
            return Operator.Call("vander", this, N == -1 ? size(0) : N, increasing);
        }

        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Operator.Call("diff", this, n, dim, prepend, append);

        public Tensor trapezoid(Tensor x, long dim = -1) => Operator.Call("trapezoid.x", this, x, dim);

        public Tensor trapezoid(double dx = 1, long dim = -1) => Operator.Call("trapezoid.dx", this, (Scalar)dx, dim);

        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Operator.Call("cumulative_trapezoid.x", this, x, dim);

        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Operator.Call("cumulative_trapezoid.dx", this, (Scalar)dx, dim);

        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);
    }
}
