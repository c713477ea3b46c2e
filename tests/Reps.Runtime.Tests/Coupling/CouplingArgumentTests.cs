using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Reps.Algebra;

namespace Reps.Tests.Coupling;

/// <summary>Selection rules give zero, bad arguments are named, long computations stop when cancelled, the cache is bounded.</summary>
public class CouplingArgumentTests
{
    [Fact]
    public void Selection_rules_give_zero()
    {
        Assert.True(WignerSymbols.ThreeJ(2, 2, 6, 0, 0, 0).IsZero);
        Assert.True(WignerSymbols.ThreeJ(2, 2, 2, 2, 0, 0).IsZero);
        Assert.True(WignerSymbols.ThreeJ(2, 2, 2, 0, 0, 0).IsZero);
        Assert.True(WignerSymbols.ThreeJ(1, 2, 2, 1, 0, 0).IsZero);
        Assert.True(WignerSymbols.SixJ(2, 2, 6, 2, 2, 2).IsZero);
        Assert.True(WignerSymbols.SixJ(1, 2, 2, 2, 2, 2).IsZero);
        Assert.True(WignerSymbols.NineJ(2, 2, 2, 2, 2, 2, 2, 2, 2).IsZero);
        Assert.True(WignerSymbols.NineJ(1, 2, 2, 2, 2, 2, 2, 2, 2).IsZero);
        Assert.True(Gaunt.Complex(1, 0, 1, 0, 1, 0).IsZero);
        Assert.True(Gaunt.Complex(1, 1, 1, 1, 2, -1).IsZero);
        Assert.Equal(0, Gaunt.RealTensor(1, 1, 1).Count);
        Assert.Equal(0, Gaunt.RealTensor(1, 1, 4).Count);
        Assert.Equal(0, ClebschGordan.RealTensor(1, 2, 5).Count);
        Assert.Equal([3, 5, 11], ClebschGordan.RealTensor(1, 2, 5).Shape);
        Assert.True(ClebschGordan.Real(1, 2, 5, 0, 0, 0).IsZero);
        Assert.True(ClebschGordan.Complex(1, 1, 1, 1, 2, 0).IsZero);
    }

    public static TheoryData<string, Action> BadCalls => new()
    {
        { "twoJ1", () => WignerSymbols.ThreeJ(-1, 1, 0, 0, 0, 0) },
        { "twoJ2", () => WignerSymbols.ThreeJ(1, 10_001, 0, 1, 0, 0) },
        { "twoJ3", () => WignerSymbols.ThreeJ(1, 1, int.MaxValue, 1, 1, 0) },
        { "twoM1", () => WignerSymbols.ThreeJ(2, 2, 2, 4, 0, 0) },
        { "twoM2", () => WignerSymbols.ThreeJ(2, 2, 2, 0, 1, 0) },
        { "twoM3", () => WignerSymbols.ThreeJ(2, 2, 2, 0, 0, int.MinValue) },
        { "twoJ", () => ClebschGordan.Complex(1, 1, 1, 1, -2, 2) },
        { "twoM", () => ClebschGordan.Complex(1, 1, 1, 1, 2, 1) },
        { "twoM1", () => ClebschGordan.Complex(1, 3, 1, 1, 2, 2) },
        { "twoJ6", () => WignerSymbols.SixJ(2, 2, 2, 2, 2, -2) },
        { "twoJ9", () => WignerSymbols.NineJ(2, 2, 2, 2, 2, 2, 2, 2, 20_000) },
        { "l1", () => ClebschGordan.RealTensor(-1, 0, 0) },
        { "l3", () => ClebschGordan.Real(1, 1, 5001, 0, 0, 0) },
        { "i", () => ClebschGordan.Real(1, 1, 1, 3, 0, 0) },
        { "k", () => ClebschGordan.Real(1, 1, 1, 0, 0, -1) },
        { "j", () => Gaunt.Real(1, 1, 2, 0, 3, 0) },
        { "l2", () => Gaunt.RealTensor(1, -1, 0) },
        { "m3", () => Gaunt.Complex(1, 0, 1, 0, 2, 3) },
        { "mIndex", () => ChangeOfBasis.Entry(1, 3, 0) },
        { "realIndex", () => ChangeOfBasis.Entry(1, 0, -1) },
        { "l", () => ChangeOfBasis.Entry(-1, 0, 0) },
    };

    [Theory]
    [MemberData(nameof(BadCalls))]
    public void Bad_arguments_are_named_with_a_remedy(string parameter, Action call)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.Equal(parameter, error.ParamName);
        Assert.Matches("lies between|same parity", error.Message);
    }

    [Fact]
    public void A_cancelled_token_stops_even_what_is_cached()
    {
        CancellationToken cancelled = new(canceled: true);
        ClebschGordan.RealTensor(2, 2, 2);
        Assert.Throws<OperationCanceledException>(() => ClebschGordan.RealTensor(2, 2, 2, cancelled));
        Assert.Throws<OperationCanceledException>(() => Gaunt.RealTensor(2, 2, 2, cancelled));
        Assert.Throws<OperationCanceledException>(() => WignerSymbols.ThreeJ(20, 20, 20, 0, 0, 0, cancelled));
        Assert.Throws<OperationCanceledException>(() => WignerSymbols.SixJ(20, 20, 20, 20, 20, 20, cancelled));
        Assert.Throws<OperationCanceledException>(() => WignerSymbols.NineJ(20, 20, 20, 20, 20, 20, 20, 20, 20, cancelled));
    }

    [Fact]
    public void A_large_tensor_is_abandoned_when_cancelled_on_the_way()
    {
        using CancellationTokenSource source = new(millisecondsDelay: 100);
        Assert.Throws<OperationCanceledException>(() => ClebschGordan.RealTensor(300, 300, 300, source.Token));
    }

    [Fact]
    public void Threads_agree()
    {
        SparseTensor[] results = new SparseTensor[64];
        Parallel.For(0, results.Length, n => results[n] = ClebschGordan.RealTensor(9, 8 + (n % 4), 10));
        Assert.All(Enumerable.Range(0, results.Length), n => Assert.Equal(results[n % 4], results[n]));
        Assert.Same(ClebschGordan.RealTensor(9, 8, 10), ClebschGordan.RealTensor(9, 8, 10));
    }

    [Fact]
    public void The_cache_stays_within_its_bounds()
    {
        TensorCache cache = new(mostTensors: 3, mostEntries: 20);
        for (int n = 1; n <= 5; n++) cache.Add((n, 0, 0), SparseTensor.Identity(n));
        Assert.Equal(3, cache.Count);
        Assert.Null(cache.Find((1, 0, 0)));
        Assert.Null(cache.Find((2, 0, 0)));
        Assert.Equal(SparseTensor.Identity(5), cache.Find((5, 0, 0)));

        // More than a quarter of the entries alone: never kept, nothing dropped for it.
        cache.Add((6, 0, 0), SparseTensor.Identity(6));
        Assert.Null(cache.Find((6, 0, 0)));
        Assert.Equal(3, cache.Count);

        // Entries are bounded too: with tensors of five, at most four fit in twenty.
        TensorCache wide = new(mostTensors: 100, mostEntries: 20);
        for (int n = 0; n < 10; n++) wide.Add((n, 0, 0), SparseTensor.Identity(5));
        Assert.Equal(4, wide.Count);
        Assert.NotNull(wide.Find((9, 0, 0)));
        wide.Add((9, 0, 0), SparseTensor.Identity(5));
        Assert.Equal(4, wide.Count);
    }
}
