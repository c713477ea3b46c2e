using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Sums, means, extrema and the like, over everything and along dimensions.</summary>
public sealed class ReductionTests
{
    // 0 1 2 / 3 4 5
    private static Tensor Six() => TestDevice.Counting(2, 3);

    [Fact]
    public void SumsAndMeans()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Six();
        Expect.Shaped(x.sum(), [], 15);
        // A literal 0 would be a type, as the zero of any enumeration.
        Expect.Shaped(x.sum(dim: 0), [3], 3, 5, 7);
        Expect.Shaped(x.sum(1, keepdim: true), [2, 1], 3, 12);
        Expect.Shaped(x.sum([0, 1]), [], 15);
        Expect.Shaped(x.sum(0L, 1L, true), [1, 1], 15);
        Assert.Equal(ScalarType.Float32, x.sum(type: float32).dtype);
        Expect.Shaped(sum(x, -1), [2], 3, 12);
        Expect.Shaped(x.mean(), [], 2.5);
        Expect.Shaped(x.mean([1]), [2], 1, 4);
        Expect.Shaped(mean(x, [0], true), [1, 3], 1.5, 2.5, 3.5);
        Expect.Shaped((x + 1).prod(), [], 720);
        Expect.Shaped((x + 1).prod(1), [2], 6, 120);
        Expect.Shaped(x.cumsum(1), [2, 3], 0, 1, 3, 3, 7, 12);
        Expect.Shaped((x + 1).cumprod(0), [2, 3], 1, 2, 3, 4, 10, 18);
        Assert.Equal(ScalarType.Int64, arange(3, dtype: int32).sum().dtype);
        Expect.Values(TestDevice.Vector(1, double.NaN).nansum(), 1);
    }

    [Fact]
    public void SpreadsTakeEitherDivisor()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Six();
        Expect.Shaped(x.var(), [], 3.5);
        Expect.Shaped(x.var(false), [], 17.5 / 6);
        Expect.Shaped(x.std(), [], Math.Sqrt(3.5));
        Expect.Shaped(x.var(1), [2], 1, 1);
        Expect.Shaped(x.var(0, false, true), [1, 3], 2.25, 2.25, 2.25);
        Expect.Shaped(x.std([0, 1], unbiased: false), [], Math.Sqrt(17.5 / 6));
        Expect.Shaped(x.var((0, 1)), [], 3.5);
        (Tensor spread, Tensor middle) = x.std_mean(1);
        Expect.Values(spread, 1, 1);
        Expect.Values(middle, 1, 4);
        Expect.Values(var_mean(x).@var, 3.5);
        Assert.Equal(ScalarType.Float32, x.var([0], type: float32).dtype);
    }

    [Fact]
    public void ExtremaAndTheirPlaces()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(3, -1, 7, 0, 5, 2).reshape(2, 3);
        Expect.Shaped(x.max(), [], 7);
        Expect.Shaped(x.min(), [], -1);
        (Tensor values, Tensor indexes) = x.max(1);
        Expect.Values(values, 7, 5);
        Expect.Values(indexes, 2, 1);
        (values, indexes) = x.min(0, keepdim: true);
        Expect.Shaped(values, [1, 3], 0, -1, 2);
        Expect.Shaped(indexes, [1, 3], 1, 0, 1);
        Expect.Shaped(x.argmax(), [], 2);
        Expect.Shaped(x.argmax(1), [2], 2, 1);
        Expect.Shaped(x.argmin(0, true), [1, 3], 1, 0, 1);
        Expect.Shaped(x.amax(1), [2], 7, 5);
        Expect.Shaped(x.amin([0, 1], keepdim: true), [1, 1], -1);
        (Tensor low, Tensor high) = x.aminmax();
        Expect.Values(low, -1);
        Expect.Values(high, 7);
        (values, indexes) = x.cummax(1);
        Expect.Values(values, 3, 3, 7, 0, 5, 5);
        Expect.Values(x.median(), 2);
        Expect.Values(x.quantile(TestDevice.Vector(0.5), 1), 3, 2);
        Expect.Values(x.quantile(TestDevice.Vector(0.5)), 2.5);
        Expect.Values(TestDevice.Vector(1, double.NaN, 3).nanmean(), 2);
        Expect.Values(x.kthvalue(2, 1).values, 3, 2);
    }

    [Fact]
    public void TruthsAndCounts()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Six();
        Assert.False(x.all().ToBoolean());
        Assert.True(x.any().ToBoolean());
        Expect.Shaped((x > 0).all(1), [2], 0, 1);
        Expect.Shaped((x > 4).any(1, true), [2, 1], 0, 1);
        Expect.Values(x.count_nonzero(), 5);
        Expect.Values(x.count_nonzero([1]), 2, 3);
    }

    [Fact]
    public void Norms()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(3, -4, 0, 12).reshape(2, 2);
        Expect.Shaped(x.norm(), [], 13);
        Expect.Shaped(x.norm(1f), [], 19);
        Expect.Shaped(x.norm(float.PositiveInfinity), [], 12);
        Expect.Shaped(x.norm(1), [2], 5, 12);
        Expect.Shaped(x.norm(1, keepdim: true, p: 1), [2, 1], 7, 12);
        Expect.Shaped(x.dist(zeros_like(x)), [], 13);
        Expect.Shaped(x.logsumexp(1), [2], Math.Log(Math.Exp(3) + Math.Exp(-4)), Math.Log(1 + Math.Exp(12)));
        Expect.Close(x.renorm(2, 0, 1)[0], 1e-6, 0.6, -0.8);
    }
}
