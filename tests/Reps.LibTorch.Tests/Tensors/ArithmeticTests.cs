using System;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Operators and functions of two operands: tensors, numbers on either side, types of results, changes in place.</summary>
public sealed class ArithmeticTests
{
    [Fact]
    public void OperatorsTakeTensorsAndNumbersOnBothSides()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(1, 2, 4);
        Tensor y = TestDevice.Vector(3, 5, -1);
        Expect.Values(x + y, 4, 7, 3);
        Expect.Values(x - y, -2, -3, 5);
        Expect.Values(x * y, 3, 10, -4);
        Expect.Values(x / y, 1 / 3.0, 0.4, -4);
        Expect.Values(y % x, 0, 1, 3);
        Expect.Values(x + 1, 2, 3, 5);
        Expect.Values(1 + x, 2, 3, 5);
        Expect.Values(x - 1.5, -0.5, 0.5, 2.5);
        Expect.Values(1.5 - x, 0.5, -0.5, -2.5);
        Expect.Values(x * 2L, 2, 4, 8);
        Expect.Values(2f * x, 2, 4, 8);
        Expect.Values(x / 2, 0.5, 1, 2);
        Expect.Values(2 / x, 2, 1, 0.5);
        Expect.Values(1L / x, 1, 0.5, 0.25);
        Expect.Values(x % 3, 1, 2, 1);
        Expect.Values(-x, -1, -2, -4);
        Scalar three = 3;
        Expect.Values(three - x, 2, 1, -1);
        Expect.Values(x + three, 4, 5, 7);
    }

    [Fact]
    public void ResultsHaveTheCommonType()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor whole = tensor(new[] { 1, 2 }, device: TestDevice.Current);
        Tensor single = tensor(new[] { 1f, 2f }, device: TestDevice.Current);
        Assert.Equal(ScalarType.Int32, (whole + 1).dtype);
        Assert.Equal(ScalarType.Float32, (whole + 1.5).dtype);
        Assert.Equal(ScalarType.Float32, (whole + single).dtype);
        Assert.Equal(ScalarType.Float32, (single * 1.5).dtype);
        Assert.Equal(ScalarType.Float32, (whole / 2).dtype);
        Assert.Equal(ScalarType.Float64, (single + TestDevice.Vector(1, 2)).dtype);
        Assert.Equal(ScalarType.Float64, promote_types(float32, float64));
        Assert.Equal(ScalarType.Float32, result_type(whole, single));
        Assert.True(can_cast(int32, float32));
        Assert.False(can_cast(float32, int32));
    }

    [Fact]
    public void ChangesInPlaceReturnTheTensorItself()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(1, 2);
        Tensor y = TestDevice.Vector(3, 4);
        Assert.Same(x, x.add_(y));
        Expect.Values(x, 4, 6);
        Expect.Values(x.add_(y, 2), 10, 14);
        Expect.Values(x.sub_(1), 9, 13);
        Expect.Values(x.mul_(2), 18, 26);
        Expect.Values(x.div_(y), 6, 6.5);
        Expect.Values(x.div_(2, RoundingMode.floor), 3, 3);
        Expect.Values(x.pow_(2), 9, 9);
        Expect.Values(x.remainder_(4), 1, 1);
        Expect.Values(x.addcmul_(y, y, 2), 19, 33);
        Expect.Values(x.addcdiv_(y, y, -1), 18, 32);
        Expect.Values(x.lerp_(y, TestDevice.Vector(0, 0.5)), 18, 18);
        Expect.Values(x.fill_(7), 7, 7);
        Expect.Values(x.copy_(y), 3, 4);
        Expect.Values(x.zero_(), 0, 0);
        Expect.Values(add_(x, 1), 1, 1);
        Expect.Values(multiply_(x, y), 3, 4);
    }

    [Fact]
    public void DivisionRoundsAsItIsTold()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(7, -7);
        Expect.Values(x.div(2), 3.5, -3.5);
        Expect.Values(x.div(2, RoundingMode.trunc), 3, -3);
        Expect.Values(x.div(2, RoundingMode.floor), 3, -4);
        Expect.Values(x.floor_divide(2), 3, -4);
        Expect.Values(x.fmod(4), 3, -3);
        Expect.Values(x.remainder(4), 3, 1);
        Expect.Values(x.true_divide(TestDevice.Vector(2, 2)), 3.5, -3.5);
    }

    [Fact]
    public void FunctionsOfTwoOperandsAreThoseOfDotNet()
    {
        using DisposeScope scope = NewDisposeScope();
        double[] a = [0.5, -1.25, 3], b = [2, 0.75, -0.5];
        Tensor x = TestDevice.Vector(a), y = TestDevice.Vector(b);
        Values(x.atan2(y), Math.Atan2);
        Values(x.hypot(y), (p, q) => Math.Sqrt(p * p + q * q));
        Values(x.maximum(y), Math.Max);
        Values(x.minimum(y), Math.Min);
        Values(x.fmax(y), Math.Max);
        Values(x.max(y), Math.Max);
        Values(x.copysign(y), Math.CopySign);
        Values(x.logaddexp(y), (p, q) => Math.Log(Math.Exp(p) + Math.Exp(q)));
        Values(x.lerp(y, full(3, 0.25, dtype: float64, device: TestDevice.Current)), (p, q) => p + 0.25 * (q - p));
        Values(x.xlogy(y.abs()), (p, q) => p * Math.Log(Math.Abs(q)));
        Values(y.abs().pow(x), (p, q) => Math.Pow(Math.Abs(q), p));
        Values(x.addcmul(x, y, 3), (p, q) => p + 3 * p * q);
        Values(x.addcdiv(x, y, 3), (p, q) => p + 3 * p / q);
        Values(x.sub(y), (p, q) => p - q);
        Values(x.heaviside(y), (p, q) => p < 0 ? 0 : 1);

        void Values(Tensor actual, Func<double, double, double> expected) =>
            Expect.Values(actual, expected(a[0], b[0]), expected(a[1], b[1]), expected(a[2], b[2]));
    }

    [Fact]
    public void BitsAndTruthsCombine()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(new[] { 12, 10 }, device: TestDevice.Current), y = tensor(new[] { 10, 3 }, device: TestDevice.Current);
        Expect.Values(x & y, 8, 2);
        Expect.Values(x | y, 14, 11);
        Expect.Values(x ^ y, 6, 9);
        Expect.Values(~x, -13, -11);
        Expect.Values(x.bitwise_left_shift(tensor(new[] { 1, 2 }, device: TestDevice.Current)), 24, 40);
        Expect.Values(x.gcd(y), 2, 1);
        Expect.Values(x.lcm(y), 60, 30);
        Tensor t = tensor(new[] { true, true, false, false }, device: TestDevice.Current);
        Tensor u = tensor(new[] { true, false, true, false }, device: TestDevice.Current);
        Expect.Values(t.logical_and(u), 1, 0, 0, 0);
        Expect.Values(t.logical_or(u), 1, 1, 1, 0);
        Expect.Values(t.logical_xor(u), 0, 1, 1, 0);
        Expect.Values(t.logical_not(), 0, 0, 1, 1);
        Expect.Values(t & ~u, 0, 1, 0, 0);
    }

    [Fact]
    public void ComparisonsTakeTensorsAndNumbers()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Vector(1, 2, 3), y = TestDevice.Vector(2, 2, 2);
        Assert.Equal(ScalarType.Bool, (x == y).dtype);
        Expect.Values(x == y, 0, 1, 0);
        Expect.Values(x != y, 1, 0, 1);
        Expect.Values(x < y, 1, 0, 0);
        Expect.Values(x <= y, 1, 1, 0);
        Expect.Values(x > 2, 0, 0, 1);
        Expect.Values(2 >= x, 1, 1, 0);
        Expect.Values(2 < x, 0, 0, 1);
        Expect.Values(eq(x, y), 0, 1, 0);
        Expect.Values(x.ge(y), 0, 1, 1);
        Expect.Values(x.equal(y), 0, 1, 0);
        Assert.True(x.Equals(x.clone()));
        Assert.False(x.Equals(y));
        Assert.True(x.allclose(x + 1e-9));
        Assert.False(allclose(x, y));
        Assert.True(allclose(x, x + 0.1, rtol: 0, atol: 0.2));
        Expect.Values(x.isclose(TestDevice.Vector(1, 2.5, 3)), 1, 0, 1);
        Expect.Values(x.isin(TestDevice.Vector(3, 1)), 1, 0, 1);
        Expect.Values(x.clone().eq_(2), 0, 1, 0);
    }

    [Fact]
    public void ShapesStretchOrAreRefusedInTorchsWords()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal([2, 3], (ones(2, 1) + ones(3)).shape);
        var error = Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => ones(2) + ones(3));
        Assert.Contains("must match the size of tensor b", error.Message, StringComparison.Ordinal);
    }
}
