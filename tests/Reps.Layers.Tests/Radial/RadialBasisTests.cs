using System;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Radial;

/// <summary>Functions of distances: e3nn's values, kernels against operators, derivatives, no NaN at the edges.</summary>
public sealed class RadialBasisTests
{
    private static readonly string[] s_families = ["gaussian", "cosine", "smooth_finite", "fourier", "bessel"];

    public static TheoryData<string> Names =>
        [
            "bessel", "gaussian", "cutoff", "step",
            .. from family in s_families from cutoff in new[] { true, false } select $"{family}_{cutoff}",
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void KernelsAgreeWithOperators(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        nn.Module<Tensor, Tensor> module = Module(name);
        // Away from the places where the functions have kinks.
        Tensor x = tensor([0.21, 0.43, 0.77, 1.05, 1.29, 1.41, 1.7], ScalarType.Float64).to(TestDevice.Current);
        Agreement.Check(z => module.call(z[0]), [x], 1e-11);
        // Differences are coarse here: third derivatives are large.
        Assertions.Derivatives(z => module.call(z[0]), [x], 1e-5);
        Tensor single = module.call(x.to(ScalarType.Float32));
        Assert.Equal(ScalarType.Float32, single.dtype);
        Assertions.Close(module.call(x), single, 2e-6);
        Assert.Equal(module.call(x).reshape(-1).shape, module.call(x.reshape(1, 7, 1)).reshape(-1).shape);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingIsNaNAtTheEdges(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        nn.Module<Tensor, Tensor> module = Module(name);
        Tensor x = tensor([-0.5, 0, 1e-300, 1e-30, 1e-4, 1.5, 1.5 - 1e-13, 1.5 + 1e-13, 2], ScalarType.Float64).to(TestDevice.Current);
        if (name is "cutoff") x = x.abs();
        foreach (bool operators in new[] { false, true })
        {
            using IDisposable? only = operators ? Reps.Layers.Execution.TensorKernel.OperatorsOnly() : null;
            foreach (ScalarType type in new[] { ScalarType.Float64, ScalarType.Float32 })
            {
                Tensor at = x.to(type).detach().requires_grad_();
                Tensor value = module.call(at);
                Tensor first = autograd.grad([value.sum()], [at], retain_graph: true, create_graph: true)[0];
                Tensor second = autograd.grad([first.sum()], [at])[0];
                foreach (Tensor result in new[] { value, first, second })
                    Assert.True(result.isfinite().all().item<bool>(), $"{name}, {type}, operators {operators}: {string.Join(" ", result.to(ScalarType.Float64).cpu().reshape(-1).data<double>())}");
            }
        }
    }

    [Fact]
    public void ValuesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Golden("soft_one_hot");
        Tensor x = E3nnReference.Values(golden.GetProperty("x"));
        (double start, double end) = (golden.GetProperty("start").GetDouble(), golden.GetProperty("end").GetDouble());
        int count = golden.GetProperty("number").GetInt32();
        foreach (string family in s_families)
            foreach (bool cutoff in new[] { true, false })
            {
                using SoftOneHotLinspaceModule module = new(start, end, count, Family(family), cutoff);
                Assertions.Close(E3nnReference.Values(golden.GetProperty($"{family}_{cutoff}")), module.forward(x), 1e-10, family);
            }
        JsonElement bessel = E3nnReference.Golden("bessel");
        using BesselBasisModule basis = new(bessel.GetProperty("n").GetInt32(), bessel.GetProperty("x_max").GetDouble());
        Assertions.Close(E3nnReference.Values(bessel.GetProperty("out")), basis.forward(E3nnReference.Values(bessel.GetProperty("x"))), 1e-10);
    }

    [Fact]
    public void DistancesAreRealNumbers()
    {
        using BesselBasisModule module = new(3, 1.5);
        Assert.Contains("real numbers", Assert.Throws<ArgumentException>(() => module.forward(ones(3, dtype: ScalarType.Int64))).Message, StringComparison.Ordinal);
        Assert.Equal([0, 3], module.forward(zeros(0)).shape);
    }

    private static nn.Module<Tensor, Tensor> Module(string name) => name switch
    {
        "bessel" => new BesselBasisModule(5, 1.5),
        "gaussian" => new GaussianBasisModule(5, 0, 1.5),
        "cutoff" => new PolynomialCutoffModule(1.5, 5),
        "step" => new SoftUnitStepModule(),
        _ => new SoftOneHotLinspaceModule(0, 1.5, 4, Family(name[..name.LastIndexOf('_')]), name.EndsWith("True", StringComparison.Ordinal)),
    };

    private static SoftOneHotFamily Family(string name) => Enum.Parse<SoftOneHotFamily>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
