using System;
using System.Collections.Generic;
using System.Linq;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Functions of one element: values are those of .NET, derivatives those of differences, and both variants agree.</summary>
public sealed class PointwiseTests
{
    private static readonly double[] s_unit = [-0.9, -0.3, 0.2, 0.7];
    private static readonly double[] s_positive = [0.3, 0.9, 1.7, 3.2];
    private static readonly double[] s_large = [1.1, 1.5, 2.25, 4.75];

    private static readonly Dictionary<string, (double[] At, Func<Tensor, Tensor> Apply, Func<Tensor, Tensor>? InPlace, Func<double, double> Value)> s_functions =
        new()
        {
            ["abs"] = (s_unit, x => x.abs(), x => x.abs_(), Math.Abs),
            ["neg"] = (s_unit, x => x.neg(), x => x.neg_(), x => -x),
            ["minus"] = (s_unit, x => -x, null, x => -x),
            ["exp"] = (s_unit, x => x.exp(), x => x.exp_(), Math.Exp),
            ["exp2"] = (s_unit, x => x.exp2(), null, x => Math.Pow(2, x)),
            ["expm1"] = (s_unit, x => x.expm1(), x => x.expm1_(), x => Math.Exp(x) - 1),
            ["log"] = (s_positive, x => x.log(), x => x.log_(), Math.Log),
            ["log2"] = (s_positive, x => x.log2(), x => x.log2_(), Math.Log2),
            ["log10"] = (s_positive, x => x.log10(), x => x.log10_(), Math.Log10),
            ["log1p"] = (s_unit, x => x.log1p(), x => x.log1p_(), x => Math.Log(1 + x)),
            ["sqrt"] = (s_positive, x => x.sqrt(), x => x.sqrt_(), Math.Sqrt),
            ["rsqrt"] = (s_positive, x => x.rsqrt(), x => x.rsqrt_(), x => 1 / Math.Sqrt(x)),
            ["square"] = (s_unit, x => x.square(), null, x => x * x),
            ["reciprocal"] = (s_positive, x => x.reciprocal(), x => x.reciprocal_(), x => 1 / x),
            ["sin"] = (s_unit, x => x.sin(), x => x.sin_(), Math.Sin),
            ["cos"] = (s_unit, x => x.cos(), x => x.cos_(), Math.Cos),
            ["tan"] = (s_unit, x => x.tan(), x => x.tan_(), Math.Tan),
            ["asin"] = (s_unit, x => x.asin(), x => x.asin_(), Math.Asin),
            ["acos"] = (s_unit, x => x.acos(), x => x.acos_(), Math.Acos),
            ["atan"] = (s_unit, x => x.atan(), x => x.atan_(), Math.Atan),
            ["sinh"] = (s_unit, x => x.sinh(), x => x.sinh_(), Math.Sinh),
            ["cosh"] = (s_unit, x => x.cosh(), x => x.cosh_(), Math.Cosh),
            ["tanh"] = (s_unit, x => x.tanh(), x => x.tanh_(), Math.Tanh),
            ["asinh"] = (s_unit, x => x.asinh(), x => x.asinh_(), Math.Asinh),
            ["acosh"] = (s_large, x => x.acosh(), x => x.acosh_(), Math.Acosh),
            ["atanh"] = (s_unit, x => x.atanh(), x => x.atanh_(), Math.Atanh),
            ["sinc"] = (s_unit, x => x.sinc(), x => x.sinc_(), x => Math.Sin(Math.PI * x) / (Math.PI * x)),
            ["arcsin"] = (s_unit, x => x.arcsin(), x => x.arcsin_(), Math.Asin),
            ["arctanh"] = (s_unit, x => x.arctanh(), x => x.arctanh_(), Math.Atanh),
            ["sigmoid"] = (s_unit, x => x.sigmoid(), x => x.sigmoid_(), x => 1 / (1 + Math.Exp(-x))),
            ["relu"] = (s_unit, x => x.relu(), x => x.relu_(), x => Math.Max(x, 0)),
            ["silu"] = (s_unit, x => x.silu(), x => x.silu_(), x => x / (1 + Math.Exp(-x))),
            ["softplus"] = (s_unit, x => x.softplus(2), null, x => Math.Log(1 + Math.Exp(2 * x)) / 2),
            ["log_sigmoid"] = (s_unit, x => x.log_sigmoid(), null, x => -Math.Log(1 + Math.Exp(-x))),
            ["elu"] = (s_unit, x => x.elu(0.5), x => x.elu_(0.5), x => x > 0 ? x : 0.5 * (Math.Exp(x) - 1)),
            ["celu"] = (s_unit, x => x.celu(0.5), x => x.celu_(0.5), x => x > 0 ? x : 0.5 * (Math.Exp(x / 0.5) - 1)),
            ["leaky_relu"] = (s_unit, x => x.leaky_relu(0.1), x => x.leaky_relu_(0.1), x => x > 0 ? x : 0.1 * x),
            ["hardtanh"] = (s_unit, x => x.hardtanh(-0.5, 0.5), x => x.hardtanh_(-0.5, 0.5), x => Math.Clamp(x, -0.5, 0.5)),
            ["logit"] = (new[] { 0.1, 0.5, 0.9 }, x => x.logit(), null, x => Math.Log(x / (1 - x))),
            ["deg2rad"] = (s_positive, x => x.deg2rad(), null, x => x * Math.PI / 180),
            ["rad2deg"] = (s_positive, x => x.rad2deg(), null, x => x * 180 / Math.PI),
            ["pow"] = (s_positive, x => x.pow(2.5), x => x.pow_(2.5), x => Math.Pow(x, 2.5)),
            ["clamp"] = (s_unit, x => x.clamp(-0.5, 0.5), x => x.clamp_(-0.5, 0.5), x => Math.Clamp(x, -0.5, 0.5)),
            ["clamp_min"] = (s_unit, x => x.clamp_min(0), x => x.clamp_min_(0), x => Math.Max(x, 0)),
            ["clamp_max"] = (s_unit, x => x.clamp_max(0), x => x.clamp_max_(0), x => Math.Min(x, 0)),
            ["threshold"] = (s_unit, x => x.threshold(0.5, 9), x => x.threshold_(0.5, 9), x => x > 0.5 ? x : 9),
            ["floor"] = (s_unit, x => x.floor(), x => x.floor_(), Math.Floor),
            ["ceil"] = (s_unit, x => x.ceil(), x => x.ceil_(), Math.Ceiling),
            ["round"] = (s_unit, x => x.round(), x => x.round_(), x => Math.Round(x)),
            ["trunc"] = (s_large, x => x.trunc(), x => x.trunc_(), Math.Truncate),
            ["frac"] = (s_large, x => x.frac(), x => x.frac_(), x => x - Math.Truncate(x)),
            ["sign"] = (s_unit, x => x.sign(), x => x.sign_(), x => Math.Sign(x)),
        };

    public static IEnumerable<object[]> Names => s_functions.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public void ValuesAndDerivativesAreThoseOfTheFunction(string name)
    {
        using var scope = NewDisposeScope();
        (double[] at, Func<Tensor, Tensor> apply, Func<Tensor, Tensor>? inPlace, Func<double, double> value) = s_functions[name];
        Tensor x = TestDevice.Vector(at);
        x.requires_grad = true;
        Tensor y = apply(x);
        Expect.Close(y, 1e-13, [.. at.Select(value)]);
        y.sum().backward();
        const double step = 1e-6;
        Expect.Close(x.grad!, 1e-8, [.. at.Select(t => (value(t + step) - value(t - step)) / (2 * step))]);
        if (inPlace is null) return;
        Tensor target = TestDevice.Vector(at);
        Assert.Same(target, inPlace(target));
        Expect.Same(y, target, 0);
    }

    [Fact]
    public void FunctionsOfTorchAreThoseOfTensors()
    {
        using var scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(0.2, 0.5);
        foreach ((Tensor a, Tensor b) in new[]
        {
            (exp(x), x.exp()), (log(x), x.log()), (sqrt(x), x.sqrt()), (sin(x), x.sin()), (tanh(x), x.tanh()), (sigmoid(x), x.sigmoid()),
            (abs(x), x.abs()), (square(x), x.square()), (pow(x, 3), x.pow(3)), (clamp(x, 0.3), x.clamp(0.3)), (floor(x), x.floor()),
            (atan2(x, x), x.atan2(x)), (erf(x), x.erf()), (logical_not(x), x.logical_not()), (nan_to_num(x), x.nan_to_num()),
        })
            Expect.Same(a, b, 0);
    }

    [Fact]
    public void RoundingTakesDecimals()
    {
        using var scope = NewDisposeScope();
        Expect.Values(TestDevice.Vector(1.256, -0.005, 2.5).round(2), 1.26, -0.0, 2.5);
        Expect.Values(TestDevice.Vector(125).round_(-1), 120);
    }

    [Fact]
    public void WhatIsNoNumberIsFoundAndReplaced()
    {
        using var scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1);
        Expect.Values(x.isnan(), 1, 0, 0, 0);
        Expect.Values(x.isinf(), 0, 1, 1, 0);
        Expect.Values(x.isposinf(), 0, 1, 0, 0);
        Expect.Values(x.isneginf(), 0, 0, 1, 0);
        Expect.Values(x.isfinite(), 0, 0, 0, 1);
        Expect.Values(x.nan_to_num(5, 6, 7), 5, 6, 7, 1);
        Expect.Values(x.nan_to_num(), 0, double.MaxValue, double.MinValue, 1);
    }

    [Fact]
    public void SoftmaxIsNormalizedExponentials()
    {
        using var scope = NewDisposeScope();
        Tensor x = TestDevice.Counting(2, 3);
        double sum = 1 + Math.E + Math.E * Math.E;
        Expect.Values(x.softmax(1), 1 / sum, Math.E / sum, Math.E * Math.E / sum, 1 / sum, Math.E / sum, Math.E * Math.E / sum);
        Expect.Same(x.softmax(0).log(), x.log_softmax(0), 1e-14);
        Assert.Equal(ScalarType.Float32, x.softmax(1, float32).dtype);
        Expect.Same(x.softmax(-1), softmax(x, -1), 0);
    }

    [Fact]
    public void GeluIsTheShareOfANormalDistribution()
    {
        using var scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(s_unit);
        Expect.Same(x * 0.5 * (1 + (x / Math.Sqrt(2)).erf()), x.gelu(), 1e-14);
    }

    [Fact]
    public void ExponentsAndMantissasMakeUpTheNumber()
    {
        using var scope = NewDisposeScope();
        (Tensor mantissa, Tensor exponent) = TestDevice.Vector(6, -0.5).frexp();
        Expect.Values(mantissa, 0.75, -0.5);
        Expect.Values(exponent, 3, 0);
        Expect.Values(mantissa.ldexp(exponent), 6, -0.5);
    }
}
