using System;
using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests;

/// <summary>Fourier transforms, against sums written out.</summary>
public sealed class FourierTests
{
    private static Complex[] Sums(double[] x, int sign, int points)
    {
        Complex[] result = new Complex[points];
        for (int k = 0; k < points; k++)
            for (int n = 0; n < x.Length; n++) result[k] += x[n] * Complex.Exp(new Complex(0, sign * 2 * Math.PI * k * n / points));
        return result;
    }

    private static void Same(Complex[] expected, Tensor actual)
    {
        Complex[] values = actual.cpu().to(complex128).data<Complex>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (int n = 0; n < values.Length; n++) Assert.True((expected[n] - values[n]).Magnitude < 1e-12, $"{n}: {values[n]}, not {expected[n]}");
    }

    [Fact]
    public void TransformsAreTheirSums()
    {
        using DisposeScope scope = NewDisposeScope();
        double[] values = [1, -2, 0.5, 3, 4];
        Tensor x = TestDevice.Vector(values);
        Complex[] expected = Sums(values, -1, 5);
        Same(expected, fft.fft_(x));
        Same(expected[..3], fft.rfft(x));
        Same(Sums(values, -1, 8), fft.fft_(x, 8));
        Same(Array.ConvertAll(expected, z => z / Math.Sqrt(5)), fft.fft_(x, norm: FFTNormType.Ortho));
        Same(Array.ConvertAll(expected, z => z / 5), fft.fft_(x, norm: FFTNormType.Forward));
        Same(Array.ConvertAll(Sums(values, 1, 5), z => z / 5), fft.ifft(x));
        Expect.Same(x, fft.ifft(fft.fft_(x)).real);
        Expect.Same(x, fft.irfft(fft.rfft(x), 5));
        Expect.Same(x, fft.hfft(fft.ihfft(x), 5));
    }

    [Fact]
    public void TransformsOfSeveralDimensionsAreOnesInARow()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = TestDevice.Random(5, 3, 4);
        Tensor both = fft.fft_(fft.fft_(x, dim: 0), dim: 1);
        Expect.Same(both.real, fft.fft2(x).real);
        Expect.Same(both.imag, fft.fftn(x).imag);
        Expect.Same(fft.fft_(x, dim: 0).real, fft.fftn(x, dim: [0]).real);
        Expect.Same(x, fft.ifft2(fft.fft2(x)).real);
        Expect.Same(x, fft.irfftn(fft.rfftn(x), [3, 4]));
        Expect.Same(x, fft.irfft2(fft.rfft2(x), [3, 4]));
    }

    [Fact]
    public void FrequenciesAndShifts()
    {
        using DisposeScope scope = NewDisposeScope();
        Expect.Values(fft.fftfreq(4, 0.5, dtype: float64), 0, 0.5, -1, -0.5);
        Expect.Values(fft.rfftfreq(4, dtype: float64), 0, 0.25, 0.5);
        Expect.Values(fft.fftshift(TestDevice.Vector(0, 1, 2, 3, 4)), 3, 4, 0, 1, 2);
        Expect.Values(fft.ifftshift(TestDevice.Vector(3, 4, 0, 1, 2)), 0, 1, 2, 3, 4);
    }
}
