using System;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Normalization;

/// <summary>Normalization within rows against its definition, number by number.</summary>
public sealed class LayerNormTests
{
    private static readonly Irreps s_irreps = Irreps.Parse("4x0e + 4x1o + 4x2e");

    [Theory]
    [InlineData(LayerNormKind.PerSegment, true)]
    [InlineData(LayerNormKind.Separable, true)]
    [InlineData(LayerNormKind.Joint, true)]
    [InlineData(LayerNormKind.Joint, false)]
    public void RowsAreNormalizedAsDefined(LayerNormKind kind, bool center)
    {
        using DisposeScope scope = NewDisposeScope();
        EquivariantLayerNorm norm = new(s_irreps, new() { Kind = kind, Center = center, Epsilon = 0.02 });
        norm.to(ScalarType.Float64).to(TestDevice.Current);
        using (no_grad())
        {
            norm.Weight!.copy_(TestDevice.Normal(5, 12));
            norm.Bias!.copy_(TestDevice.Normal(6, 4));
        }
        Tensor x = TestDevice.Normal(1, 1, s_irreps.Dim) + 0.5;
        Tensor y = norm.forward(x);
        Assertions.Close(Defined(x, norm, kind, center), y, 1e-13);
        Assertions.Derivatives(z => norm.forward(z[0]), [TestDevice.Normal(1, 3, s_irreps.Dim)], 1e-6);
        Equivariance.Check(s_irreps, s_irreps, z => norm.to(z.dtype).forward(z));
        Tensor many = TestDevice.Normal(1, 2, 3, s_irreps.Dim);
        norm.to(ScalarType.Float64);
        Assertions.Close(norm.forward(many[1, 2]), norm.forward(many)[1, 2], 1e-14);
    }

    [Fact]
    public void TypesAndRefusals()
    {
        using DisposeScope scope = NewDisposeScope();
        EquivariantLayerNorm<Mixed> typed = new(new() { Normalization = IrrepNormalization.Norm });
        Assert.Equal(2, typed.state_dict().Count);
        EquivariantLayerNorm plain = EquivariantLayerNorm.Create(Mixed.Signature, new() { Normalization = IrrepNormalization.Norm, Affine = false });
        Assert.Empty(plain.state_dict());
        Tensor x = TestDevice.Normal(1, 3, Mixed.Dim);
        typed.to(ScalarType.Float64).to(TestDevice.Current);
        Assertions.Close(plain.forward(x), typed.forward(new(x)).Tensor, 1e-14);
        Tensor vectors = IrrepsLayout.Segment(plain.Representation, 1, plain.forward(x));
        Assertions.Close(ones(3, dtype: ScalarType.Float64, device: TestDevice.Current), vectors.pow(2).sum([-2, -1]) / 2, 1e-4);
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivariantLayerNorm.Create("1o", new() { Epsilon = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => EquivariantLayerNorm.Create("1o", new() { Kind = (LayerNormKind)7 }));
        Assert.Contains("[2, 4]", Assert.Throws<ArgumentException>(() => EquivariantLayerNorm.Create("1o").forward(zeros(2, 4))).Message, StringComparison.Ordinal);
        Assert.True(EquivariantLayerNorm.Create("3x0e + 2x1o").forward(zeros(2, 9)).isfinite().all().item<bool>());
    }

    // EquiformerV2's formulas for one row.
    private static Tensor Defined(Tensor x, EquivariantLayerNorm norm, LayerNormKind kind, bool center)
    {
        double[] numbers = x.cpu().reshape(-1).data<double>().ToArray();
        double[] weight = norm.Weight!.detach().cpu().data<double>().ToArray();
        double[] bias = norm.Bias!.detach().cpu().data<double>().ToArray();
        double[] square = new double[3];
        int[] offsets = [0, 4, 16];
        if (center)
        {
            double mean = (numbers[0] + numbers[1] + numbers[2] + numbers[3]) / 4;
            for (int n = 0; n < 4; n++) numbers[n] -= mean;
        }
        for (int l = 0; l <= 2; l++)
            for (int n = 0; n < 4 * (2 * l + 1); n++)
                square[l] += numbers[offsets[l] + n] * numbers[offsets[l] + n] / (4 * (2 * l + 1));
        double[] divisor = kind switch
        {
            LayerNormKind.PerSegment => square,
            LayerNormKind.Separable => [square[0], (square[1] + square[2]) / 2, (square[1] + square[2]) / 2],
            _ => [.. new double[3]],
        };
        if (kind == LayerNormKind.Joint) Array.Fill(divisor, (square[0] + square[1] + square[2]) / 3);
        for (int l = 0; l <= 2; l++)
            for (int n = 0; n < 4 * (2 * l + 1); n++)
            {
                int channel = n % 4;
                double value = numbers[offsets[l] + n] / Math.Sqrt(divisor[l] + 0.02) * weight[4 * l + channel];
                numbers[offsets[l] + n] = l == 0 ? value + bias[channel] : value;
            }
        return tensor(numbers, ScalarType.Float64).reshape(1, -1).to(TestDevice.Current);
    }
}
