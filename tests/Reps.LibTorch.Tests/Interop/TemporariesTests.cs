using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Functions leave nothing behind but their results.</summary>
public sealed class TemporariesTests
{
    private static readonly Dictionary<string, (int Results, Action<Tensor> Call)> s_calls = new()
    {
        ["select"] = (1, x => _ = x[0, 1]),
        ["slices"] = (1, x => _ = x[TensorIndex.Slice(1), TensorIndex.None, TensorIndex.Slice(0, 1)]),
        ["indices"] = (1 + 1, x => _ = x[TensorIndex.Slice(1), TensorIndex.Tensor(tensor(new long[] { 0, 1 }, device: TestDevice.Current))]),
        ["mask"] = (1 + 1, x => _ = x[TensorIndex.Tensor(x > 1)]),
        ["truth"] = (1, x => _ = x[TensorIndex.Bool(true)]),
        ["assigned element"] = (1, x => x[0, 0] = 1.0),
        ["assigned rows"] = (1, x => x[TensorIndex.Slice(1)] = ones(1, 1, 3, dtype: float64, device: TestDevice.Current)),
        ["assigned number"] = (0, x => x.index_put_(3, TensorIndex.Single(0))),
        ["quotient"] = (1, x => _ = 2 / x),
        ["difference"] = (1, x => _ = 2 - x),
        ["spread"] = (1, x => x.std([0], type: float32)),
        ["spread and mean"] = (2, x => x.var_mean([0], type: float32)),
        ["list of places"] = (2, x => x.nonzero_as_list()),
        ["along"] = (1, x => x.take_along_dim([0L, 1L])),
        ["contraction"] = (1, x => x.tensordot(x)),
        ["distinct"] = (1, x => x.unique()),
        ["converted array"] = (1, x => tensor(new[] { 1, 2 }, dtype: float64)),
        ["shared array"] = (1, x => from_array(new[] { 1, 2 }, float64)),
        ["drawn"] = (1, x => normal(1, 2, [3], device: TestDevice.Current)),
        ["drawn number"] = (0, x => rand_float()),
        ["data"] = (0, x => _ = x.data<double>().ToArray()),
        ["number"] = (1, x => _ = x.sum().item<double>()),
        ["text"] = (0, x => x.str()),
        ["list"] = (0, x => x.tolist()),
        ["comparison"] = (0, x => x.allclose(x)),
        ["seed"] = (0, x => initial_seed()),
        ["stream"] = (1, x =>
        {
            using MemoryStream stream = new();
            using BinaryWriter writer = new(stream);
            x.cpu().Save(writer);
            stream.Position = 0;
            using BinaryReader reader = new(stream);
            x.Load(reader);
        }),
        ["loaded"] = (2, x =>
        {
            using MemoryStream stream = new();
            using BinaryWriter writer = new(stream);
            x.cpu().Save(writer);
            stream.Position = 0;
            using BinaryReader reader = new(stream);
            Tensor.Load(reader);
        }),
        ["jacobian"] = (1, x => autograd.functional.jacobian(y => y.square().sum(1), x)),
        ["failure"] = (1, x => Assert.ThrowsAny<Exception>(() => x[TensorIndex.Slice(1), TensorIndex.Tensor(tensor(new long[] { 99 }, device: TestDevice.Current))])),
    };

    public static IEnumerable<object[]> Names => s_calls.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public void OnlyResultsRemain(string name)
    {
        using DisposeScope outer = NewDisposeScope();
        Tensor x = TestDevice.Counting(2, 3);
        using DisposeScope scope = NewDisposeScope();
        long before = Tensor.TotalCount;
        s_calls[name].Call(x);
        Assert.Equal(s_calls[name].Results, scope.DisposablesCount);
        // The collector may take tensors of earlier tests meanwhile, and so there may be fewer.
        Assert.InRange(Tensor.TotalCount, 0, before + s_calls[name].Results);
    }

    [Fact]
    public void ScopesOfThreadsAreTheirOwn()
    {
        Parallel.For(
            0,
            8,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            n =>
            {
                for (int round = 0; round < 50; round++)
                {
                    using DisposeScope scope = NewDisposeScope();
                    Tensor x = full(10, (double)n, dtype: float64).requires_grad_();
                    (x * x).sum().backward();
                    Assert.Equal(2.0 * n, x.grad![3].ToDouble());
                    Assert.InRange(scope.DisposablesCount, 4, 8);
                }
            });
    }
}
