using System;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Normalization;

[Rep("3x0e + 2x0o + 2x1o")]
public readonly partial struct BatchFeature;

/// <summary>Normalization over batches: e3nn's values, options against their definition, derivatives, refusals.</summary>
public sealed class BatchNormTests
{
    [Fact]
    public void ValuesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement layer = E3nnReference.Layers("batch_norm");
        EquivariantBatchNorm norm = EquivariantBatchNorm.Create("3x0e + 2x1o");
        norm.to(ScalarType.Float64).to(TestDevice.Current);
        Tensor x = E3nnReference.Features(norm.Representation, layer.GetProperty("x"));
        Assertions.Close(E3nnReference.Features(norm.Representation, layer.GetProperty("train_out")), norm.forward(x), 1e-12);
        Assertions.Close(E3nnReference.Values(layer.GetProperty("running_mean")), norm.RunningMean!, 1e-12);
        Assertions.Close(E3nnReference.Values(layer.GetProperty("running_var")), norm.RunningVariance!, 1e-12);
        norm.eval();
        Assertions.Close(E3nnReference.Features(norm.Representation, layer.GetProperty("eval_out")), norm.forward(x), 1e-12);
        Assertions.Close(E3nnReference.Values(layer.GetProperty("running_var")), norm.RunningVariance!, 1e-12);
    }

    [Fact]
    public void PseudoscalarsHaveNoMeanAndWeightsAreApplied()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Golden("batchnorm_train");
        EquivariantBatchNorm<BatchFeature> norm = new();
        Assert.Equal(4, norm.state_dict().Count);
        norm.to(ScalarType.Float64).to(TestDevice.Current);
        using (no_grad())
        {
            norm.Weight!.copy_(E3nnReference.Values(golden.GetProperty("params").GetProperty("weight")));
            norm.Bias!.copy_(E3nnReference.Values(golden.GetProperty("params").GetProperty("bias")));
        }
        Feature<BatchFeature> x = new(E3nnReference.Features(Rep<BatchFeature>.Irreps, golden.GetProperty("inputs")[0]));
        Tensor expected = E3nnReference.Features(Rep<BatchFeature>.Irreps, golden.GetProperty("out"));
        Assertions.Close(expected, norm.forward(x).Tensor, 1e-12);
        Assertions.Close(E3nnReference.Values(golden.GetProperty("running_mean_after")), norm.RunningMean!, 1e-12);
        Assertions.Close(E3nnReference.Values(golden.GetProperty("running_var_after")), norm.RunningVariance!, 1e-12);
    }

    [Theory]
    [InlineData(BatchNormReduction.Mean, false, IrrepNormalization.Component)]
    [InlineData(BatchNormReduction.Max, false, IrrepNormalization.Norm)]
    [InlineData(BatchNormReduction.Mean, true, IrrepNormalization.Norm)]
    [InlineData(BatchNormReduction.Max, true, IrrepNormalization.Component)]
    public void OptionsAreAsDefined(BatchNormReduction reduction, bool instance, IrrepNormalization normalization)
    {
        using DisposeScope scope = NewDisposeScope();
        BatchNormOptions options = new() { Reduction = reduction, Instance = instance, Normalization = normalization, Epsilon = 0.01, Momentum = 0.3 };
        EquivariantBatchNorm norm = EquivariantBatchNorm.Create("2x0e + 2x1o", options);
        norm.to(ScalarType.Float64).to(TestDevice.Current);
        Tensor x = TestDevice.Normal(1, 4, 5, norm.Representation.Dim) * 2 + 0.3;
        Tensor y = norm.forward(x);
        // Channel 1 of the vectors, by its definition.
        Tensor square = IrrepsLayout.Segment(norm.Representation, 1, x).select(-1, 1).pow(2).sum(-1) / (normalization == IrrepNormalization.Component ? 3 : 1);
        Tensor rows = reduction == BatchNormReduction.Mean ? square.mean([1]) : square.amax([1]);
        Tensor variance = instance ? rows : rows.mean();
        Tensor factor = (variance + 0.01).pow(-0.5).reshape(-1, 1, 1);
        Assertions.Close(IrrepsLayout.Segment(norm.Representation, 1, x).select(-1, 1) * factor, IrrepsLayout.Segment(norm.Representation, 1, y).select(-1, 1), 1e-13);
        // Channel 0 of the scalars.
        Tensor scalar = x.select(-1, 0);
        Tensor centred = scalar - (instance ? scalar.mean([1], keepdim: true) : scalar.mean());
        rows = reduction == BatchNormReduction.Mean ? centred.pow(2).mean([1]) : centred.pow(2).amax([1]);
        Assertions.Close(centred * ((instance ? rows : rows.mean()) + 0.01).pow(-0.5).reshape(-1, 1), y.select(-1, 0), 1e-13);
        if (instance) Assert.Null(norm.RunningVariance);
        else Assert.Equal(0.7 + 0.3 * variance.item<double>(), norm.RunningVariance![3].item<double>(), 12);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void DerivativesAndEquivariance(bool training, bool instance)
    {
        using DisposeScope scope = NewDisposeScope();
        EquivariantBatchNorm norm = EquivariantBatchNorm.Create("2x0e + 1x0o + 2x1o + 1x2e", new() { Instance = instance });
        norm.to(ScalarType.Float64).to(TestDevice.Current);
        norm.train(training);
        Tensor x = TestDevice.Normal(1, 6, norm.Representation.Dim);
        Assertions.Derivatives(z => norm.forward(z[0]), [x], 1e-5);
        Equivariance.Check(norm.Representation, norm.Representation, z => norm.to(z.dtype).forward(z));
    }

    [Fact]
    public void StateFollowsOptions()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Empty(EquivariantBatchNorm.Create("2x0e + 1o", new() { Affine = false, Instance = true }).state_dict());
        Assert.Equal(3, EquivariantBatchNorm.Create("2x0e + 1o", new() { IncludeBias = false }).state_dict().Count);
        EquivariantBatchNorm norm = EquivariantBatchNorm.Create("2x0e + 1o");
        Assert.Equal([0, 5], norm.forward(zeros(0, 5)).shape);
        Assert.Equal(1, norm.RunningVariance!.sum().item<float>() / 3);
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivariantBatchNorm.Create("1o", new() { Epsilon = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivariantBatchNorm.Create("1o", new() { Momentum = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivariantBatchNorm.Create("1o", new() { Normalization = IrrepNormalization.None }));
        EquivariantBatchNorm norm = EquivariantBatchNorm.Create("1o");
        Assert.Contains("at least two dimensions", Assert.Throws<ArgumentException>(() => norm.forward(zeros(3))).Message, StringComparison.Ordinal);
        Assert.Contains("[2, 4]", Assert.Throws<ArgumentException>(() => norm.forward(zeros(2, 4))).Message, StringComparison.Ordinal);
    }
}
