using System;
using System.Collections.Generic;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra; matrices are the last two dimensions, and those before are a batch.</summary>
    public static class linalg
    {
        /// <summary>Which parts of a QR decomposition are computed.</summary>
        public enum QRMode
        {
            /// <summary>Q has as many columns as R has rows, the smaller of both sizes.</summary>
            Reduced = 0,

            /// <summary>Q is square.</summary>
            Complete = 1,

            /// <summary>R alone.</summary>
            R = 2,
        }

        public static Tensor cholesky(Tensor input) => Operator.Call("linalg_cholesky", input);

        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) =>
            Operator.Call2("linalg_cholesky_ex", input, false, check_errors);

        public static Tensor cond(Tensor input) => Operator.Call("linalg_cond", input);

        public static Tensor cond(Tensor input, int p) => Operator.Call("linalg_cond", input, (Scalar)p);

        public static Tensor cond(Tensor input, double p) => Operator.Call("linalg_cond", input, (Scalar)p);

        public static Tensor cond(Tensor input, string p) => Operator.Call("linalg_cond.p_str", input, p);

        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Operator.Call("linalg_cross", input, other, dim);

        public static Tensor det(Tensor input) => Operator.Call("linalg_det", input);

        public static (Tensor, Tensor) slogdet(Tensor input) => Operator.Call2("linalg_slogdet", input);

        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);

        public static (Tensor, Tensor) eig(Tensor input) => Operator.Call2("linalg_eig", input);

        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Operator.Call2("linalg_eigh", input, UPLO.ToString());

        public static Tensor eigvals(Tensor input) => Operator.Call("linalg_eigvals", input);

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Operator.Call("linalg_eigvalsh", input, UPLO.ToString());

        public static Tensor householder_product(Tensor A, Tensor tau) => Operator.Call("linalg_householder_product", A, tau);

        public static Tensor inv(Tensor input) => Operator.Call("linalg_inv", input);

        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) =>
            Operator.Call2("linalg_inv_ex", input, check_errors);

        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            Operator.Call4("linalg_lstsq", input, other);

        public static (
            Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond
        ) =>
            Operator.Call4("linalg_lstsq", input, other, rcond);

        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Operator.Call3("linalg_lu", input, pivot);

        public static (Tensor LU, Tensor? Pivots) lu_factor(Tensor input, bool pivot = true) =>
            Operator.Call2("linalg_lu_factor", input, pivot);

        public static Tensor lu_solve(
            Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null
        ) =>
            @out is null
                ? Operator.Call("linalg_lu_solve", LU, pivots, B, left, adjoint)
                : Operator.Call("linalg_lu_solve.out", LU, pivots, B, left, adjoint, @out);

        public static (Tensor LU, Tensor? Pivots) ldl_factor(Tensor input, bool hermitian = true) =>
            Operator.Call2("linalg_ldl_factor", input, hermitian);

        public static (Tensor LU, Tensor? Pivots, Tensor? Info) ldl_factor_ex(
            Tensor input, bool hermitian = true, bool check_errors = false
        ) => Operator.Call3("linalg_ldl_factor_ex", input, hermitian, check_errors);

        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false) =>
            Operator.Call("linalg_ldl_solve", LD, pivots, B, hermitian);

        public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            Operator.Call("linalg_matrix_norm.str_ord", input, ord, dims ?? [-2, -1], keepdim);

        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Operator.Call("linalg_matrix_norm", input, (Scalar)ord, dims ?? [-2, -1], keepdim);

        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Operator.Call("linalg_matrix_rank.atol_rtol_float", input, atol, rtol, hermitian);

        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Operator.Call("linalg_matrix_rank.atol_rtol_tensor", input, atol, rtol, hermitian);

        public static Tensor multi_dot(IList<Tensor> tensors) =>
            tensors.Count switch
            {
                0 => throw new ArgumentException("There is nothing to multiply.", nameof(tensors)),
                1 => tensors[0].alias(),
                _ => Operator.Call("linalg_multi_dot", Argument.List(tensors)),
            };

        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Operator.Call("linalg_norm.ord_str", input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Operator.Call("linalg_norm", input, (Scalar)ord, dims, keepdim);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Operator.Call("linalg_norm", input, (Scalar)ord, dims, keepdim);

        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Operator.Call("linalg_norm", input, Argument.None, dims, keepdim);

        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Operator.Call("linalg_pinv.atol_rtol_float", input, atol, rtol, hermitian);

        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Operator.Call("linalg_pinv.atol_rtol_tensor", input, atol, rtol, hermitian);

        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Operator.Call2(
                "linalg_qr",
                input,
                mode switch
                {
                    QRMode.Complete => "complete",
                    QRMode.R => "r",
                    _ => "reduced",
                });

        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Operator.Call("linalg_solve", A, B, left);

        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            Operator.Call2("linalg_solve_ex", A, B, left, check_errors);

        public static Tensor solve_triangular(
            Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null
        ) =>
            @out is null
                ? Operator.Call("linalg_solve_triangular", A, B, upper, left, unitriangular)
                : Operator.Call("linalg_solve_triangular.out", A, B, upper, left, unitriangular, @out);

        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) =>
            Operator.Call3("linalg_svd", input, fullMatrices);

        public static Tensor svdvals(Tensor input) => Operator.Call("linalg_svdvals", input);

        public static Tensor tensorinv(Tensor input, long ind) => Operator.Call("linalg_tensorinv", input, ind);

        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => Operator.Call("linalg_tensorsolve", A, B, dims);

        public static Tensor vander(Tensor input, long? N = null) => Operator.Call("linalg_vander", input, N ?? input.size(-1));

        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) =>
            @out is null ? Operator.Call("linalg_vecdot", x, y, dim) : Operator.Call("linalg_vecdot.out", x, y, dim, @out);

        public static Tensor vector_norm(Tensor input, double ord = 2d, long[]? dims = null, bool keepdim = false) =>
            Operator.Call("linalg_vector_norm", input, (Scalar)ord, dims, keepdim);
    }
}
