using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Products, decompositions and solutions, by hand and by the identities that define them.</summary>
public sealed class LinearAlgebraTests
{
    private static Tensor Square() => TestDevice.Random(1, 2, 4, 4);

    private static Tensor Positive()
    {
        Tensor x = Square();
        return x.matmul(x.mT) + eye(4, dtype: float64, device: TestDevice.Current);
    }

    private static Tensor Identity => eye(4, dtype: float64, device: TestDevice.Current).expand(2, 4, 4);

    [Fact]
    public void Products()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = TestDevice.Counting(2, 3), b = TestDevice.Counting(3, 2), v = TestDevice.Vector(1, 2, 3);
        double[] product = [10, 13, 28, 40];
        Expect.Shaped(a.matmul(b), [2, 2], product);
        Expect.Shaped(a.mm(b), [2, 2], product);
        Expect.Shaped(a.unsqueeze(0).bmm(b.unsqueeze(0)), [1, 2, 2], product);
        Expect.Shaped(einsum("ij,jk->ik", a, b), [2, 2], product);
        Expect.Shaped(tensordot(a, b, 1), [2, 2], product);
        Expect.Shaped(tensordot(a, b, new long[] { 1 }, new long[] { 0 }), [2, 2], product);
        Expect.Shaped(a.tensordot(b.t()), [], 0 * 0 + 1 * 2 + 2 * 4 + 3 * 1 + 4 * 3 + 5 * 5);
        Expect.Shaped(a.mv(v), [2], 8, 26);
        Expect.Shaped(v.dot(v), [], 14);
        Expect.Shaped(v.outer(v), [3, 3], 1, 2, 3, 2, 4, 6, 3, 6, 9);
        Expect.Shaped(inner(v, v), [], 14);
        Expect.Shaped(kron(TestDevice.Vector(1, 2), TestDevice.Vector(3, 4)), [4], 3, 4, 6, 8);
        Expect.Shaped(addmm(ones(2, 2, dtype: float64, device: TestDevice.Current), a, b, 2, 3), [2, 2], 32, 41, 86, 122);
        Expect.Shaped(TestDevice.Vector(1, 1).addmv(a, v), [2], 9, 27);
        Expect.Shaped(linalg.cross(TestDevice.Vector(1, 0, 0), TestDevice.Vector(0, 1, 0)), [3], 0, 0, 1);
        Expect.Shaped(linalg.multi_dot([a, b, a]), [2, 3], 39, 62, 85, 120, 188, 256);
        Expect.Shaped(linalg.vecdot(a, a), [2], 5, 50);
        Expect.Shaped(a.matmul(v.unsqueeze(1)).squeeze(), [2], 8, 26);
    }

    [Fact]
    public void DecompositionsMultiplyToTheirMatrix()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = Square(), p = Positive();
        (Tensor q, Tensor r) = linalg.qr(a);
        Expect.Same(a, q.matmul(r));
        Expect.Same(Identity, q.mT.matmul(q));
        (Tensor u, Tensor s, Tensor vh) = linalg.svd(a);
        Expect.Same(a, u.matmul(s.diag_embed()).matmul(vh));
        Expect.Same(s, linalg.svdvals(a));
        Tensor l = linalg.cholesky(p);
        Expect.Same(p, l.matmul(l.mT));
        Expect.Same(l, l.tril(), 0);
        (Tensor permutation, Tensor lower, Tensor upper) = linalg.lu(a);
        Expect.Same(a, permutation.matmul(lower).matmul(upper));
        (Tensor values, Tensor vectors) = linalg.eigh(p);
        Expect.Same(p, vectors.matmul(values.diag_embed()).matmul(vectors.mT), 1e-11);
        Expect.Same(values, linalg.eigvalsh(p), 1e-11);
        (Tensor eigenvalues, Tensor eigenvectors) = linalg.eig(a);
        Expect.Same(a, eigenvectors.matmul(eigenvalues.diag_embed()).matmul(linalg.inv(eigenvectors)).real, 1e-11);
    }

    [Fact]
    public void SolutionsSolve()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = Square(), p = Positive(), b = TestDevice.Random(2, 2, 4, 3);
        Expect.Same(Identity, a.matmul(linalg.inv(a)));
        Expect.Same(Identity, inverse(a).matmul(a));
        Expect.Same(b, a.matmul(linalg.solve(a, b)));
        Expect.Same(b, a.triu().matmul(linalg.solve_triangular(a.triu(), b, upper: true)), 1e-10);
        Expect.Same(b, p.matmul(b.cholesky_solve(linalg.cholesky(p))));
        (Tensor factors, Tensor? pivots) = linalg.lu_factor(a);
        Expect.Same(b, a.matmul(linalg.lu_solve(factors, pivots!, b)));
        Tensor tall = TestDevice.Random(3, 6, 4), wanted = TestDevice.Random(4, 6, 2);
        Tensor solution = linalg.lstsq(tall, wanted).Solution;
        Expect.Same(zeros(4, 2, dtype: float64), tall.t().matmul(tall.matmul(solution) - wanted));
        Tensor inverseOfTall = linalg.pinv(tall);
        Expect.Same(tall, tall.matmul(inverseOfTall).matmul(tall));
        Expect.Same(inverseOfTall, inverseOfTall.matmul(tall).matmul(inverseOfTall));
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => linalg.inv(zeros(2, 2)));
    }

    [Fact]
    public void NumbersOfMatrices()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = TestDevice.Vector(2, 1, 5, 3).reshape(2, 2);
        Expect.Values(linalg.det(a), 1);
        Expect.Values(a.det(), 1);
        (Tensor sign, Tensor logarithm) = linalg.slogdet(-2 * a);
        Expect.Values(sign, 1);
        Expect.Close(logarithm, 1e-14, Math.Log(4));
        Expect.Values(linalg.matrix_rank(TestDevice.Counting(3, 3)), 2);
        Expect.Values(linalg.norm(a), Math.Sqrt(39));
        Expect.Values(linalg.norm(a, "nuc"), linalg.svdvals(a).sum().ToDouble());
        Expect.Values(linalg.norm(a, 1), 7);
        Expect.Values(linalg.matrix_norm(a, double.PositiveInfinity), 8);
        Expect.Values(linalg.vector_norm(a, 1, [1]), 3, 8);
        Expect.Values(linalg.vector_norm(a), Math.Sqrt(39));
        Tensor s = linalg.svdvals(a);
        Expect.Close(linalg.cond(a), 1e-12, s[0].ToDouble() / s[1].ToDouble());
        Expect.Values(a.matrix_power(3), a.matmul(a).matmul(a).reshape(-1).data<double>().ToArray());
        Expect.Values(linalg.vander(TestDevice.Vector(2, 3)), 1, 2, 1, 3);
        Expect.Values(TestDevice.Vector(2, 3).vander(3), 4, 2, 1, 9, 3, 1);
    }

    [Fact]
    public void TheExponentialOfAGeneratorIsARotation()
    {
        using DisposeScope scope = NewDisposeScope();
        const double angle = 0.7;
        Tensor generator = TestDevice.Vector(0, -angle, angle, 0).reshape(2, 2);
        double[] rotation = [Math.Cos(angle), -Math.Sin(angle), Math.Sin(angle), Math.Cos(angle)];
        Expect.Close(generator.matrix_exp(), 1e-14, rotation);
        Expect.Close(linalg.matrix_exp(generator), 1e-14, rotation);
        Expect.Close(matrix_exp(generator), 1e-14, rotation);
    }

    [Fact]
    public void DistancesAndCovariances()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor points = TestDevice.Vector(0, 0, 3, 4).reshape(2, 2);
        Expect.Close(cdist(points, points), 1e-7, 0, 5, 5, 0);
        Expect.Values(cdist(points, points, 1, compute_mode.donot_use_mm_for_euclid_dist), 0, 7, 7, 0);
        Expect.Values(points.cov(), 0, 0, 0, 0.5);
        Expect.Values(TestDevice.Vector(1, 4, 9).diff(), 3, 5);
        Expect.Values(TestDevice.Vector(1, 2, 4).trapezoid(), 4.5);
        Expect.Values(trapz(TestDevice.Vector(1, 2), TestDevice.Vector(0, 2)), 3);
        Expect.Values(TestDevice.Vector(1, 2, 4).cumulative_trapezoid(2.0), 3, 9);
    }
}
