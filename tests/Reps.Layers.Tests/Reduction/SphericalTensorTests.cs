using System;
using System.Linq;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Reduction;

/// <summary>Signals on the sphere, on tensors of torch.</summary>
public sealed class SphericalTensorTests
{
    private static readonly SphericalTensor s_signal = new(4, 1, -1);

    [Fact]
    public void SignalsAgreeWithThoseWithoutTorch()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor positions = TestDevice.Normal(1, 3, 3);
        Tensor values = TestDevice.Normal(2, 3);
        (double[] p, double[] v) = (Numbers(positions), Numbers(values));
        Assertions.Close(Of(s_signal.SumOfDiracs(p, v)), s_signal.SumOfDiracs(positions, values), 1e-12);
        Assertions.Close(Of(s_signal.WithPeaksAt(p, v)), s_signal.WithPeaksAt(positions, values), 1e-11);
        Assertions.Close(Of(s_signal.WithPeaksAt(p)), s_signal.WithPeaksAt(positions), 1e-11);
        Assertions.Close(Of(s_signal.FromSamplesOnS2(p, v, 20)), s_signal.FromSamplesOnS2(positions, values, 20), 1e-12);
        Tensor signals = TestDevice.Normal(3, 2, 5, 25);
        double[] norms = new double[50];
        s_signal.Norms(Numbers(signals), norms);
        Assertions.Close(Of(norms).reshape(2, 5, 5), s_signal.Norms(signals), 1e-13);
        double[] at = new double[30];
        s_signal.SignalXyz(Numbers(signals), p, at);
        Assertions.Close(Of(at).reshape(2, 5, 3), s_signal.SignalXyz(signals, positions), 1e-12);
        (S2Grid grid, double[] onGrid) = s_signal.SignalOnGrid(Numbers(signals), 12);
        (Tensor points, Tensor found) = s_signal.SignalOnGrid(signals, 12);
        Assertions.Close(Of(onGrid).reshape(2, 5, 12, 11), found, 1e-12);
        Assertions.Close(Of(grid.Points()).reshape(12, 11, 3), points, 1e-15);
        Assertions.Close(found, s_signal.SignalXyz(signals, points), 1e-12);
    }

    [Fact]
    public void PeaksTakeTheirValues()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor positions = Of([1, 0, 0, 3, 4, 0]).reshape(2, 3);
        Assertions.Close(Of([1, 5]), s_signal.SignalXyz(s_signal.WithPeaksAt(positions), positions), 1e-12);
        Tensor values = Of([-1.5, 2]);
        Assertions.Close(values, s_signal.SignalXyz(s_signal.WithPeaksAt(positions, values), positions), 1e-12);
        Tensor twice = cat([positions, positions]);
        Assertions.Close(s_signal.WithPeaksAt(positions), s_signal.WithPeaksAt(twice), 1e-11);
        Assertions.Close(zeros(25, dtype: ScalarType.Float64), s_signal.WithPeaksAt(zeros(0, 3, dtype: ScalarType.Float64)), 0);
        Assert.Contains(
            "Raise lmax",
            Assert.Throws<ArgumentException>(() => s_signal.WithPeaksAt(twice, Of([1, 2, 3, 4]))).Message,
            StringComparison.Ordinal
        );
        SphericalTensor odd = new(2, -1, -1);
        Assert.Contains("give values", Assert.Throws<ArgumentException>(() => odd.WithPeaksAt(positions)).Message, StringComparison.Ordinal);
        Assertions.Close(values, odd.SignalXyz(odd.WithPeaksAt(positions, values), positions), 1e-12);
    }

    [Fact]
    public void LeadingDimensionsAreBroadcast()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal([2, 3, 25], s_signal.SumOfDiracs(TestDevice.Normal(1, 1, 3, 2, 3), TestDevice.Normal(2, 2, 1, 1)).shape);
        Assert.Equal([2, 0, 25], s_signal.SumOfDiracs(TestDevice.Normal(1, 1, 0, 2, 3), TestDevice.Normal(2, 2, 0, 1)).shape);
        Tensor samples = s_signal.FromSamplesOnS2(TestDevice.Normal(3, 2, 1, 6, 3), TestDevice.Normal(4, 3, 6), 12);
        Assert.Equal([2, 3, 25], samples.shape);
        Assertions.Close(s_signal.FromSamplesOnS2(TestDevice.Normal(3, 2, 1, 6, 3)[1, 0], TestDevice.Normal(4, 3, 6)[2], 12), samples[1, 2], 1e-13);
        Assert.Equal([2, 0, 25], s_signal.FromSamplesOnS2(zeros(2, 0, 10, 3), zeros(2, 0, 10)).shape);
    }

    [Fact]
    public void PeaksAreFound()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor positions = Of([4, 0, 4, 0, 5, 0]).reshape(2, 3);
        Tensor signal = s_signal.WithPeaksAt(positions).requires_grad_();
        (Tensor found, Tensor values) = s_signal.FindPeaks(signal);
        (double[] expected, double[] expectedValues) = s_signal.FindPeaks(Numbers(signal.detach()));
        Assertions.Close(Of(expected).reshape(-1, 3), found, 1e-12);
        Assertions.Close(Of(expectedValues), values, 1e-10);
        Assert.Equal(2, Numbers(values.detach()).Count(value => value > 4));
        Tensor gradient = autograd.grad([values.sum()], [signal])[0];
        Assertions.Close(SphericalHarmonicsModule.Create("0e+1o+2e+3o+4e", HarmonicsNormalization.Integral).forward(found).sum([0]), gradient, 1e-12);
    }

    [Fact]
    public void DerivativesAreRight()
    {
        using DisposeScope scope = NewDisposeScope();
        SphericalTensor small = new(2, 1, -1);
        Tensor[] samples = [TestDevice.Normal(1, 3, 3), TestDevice.Normal(2, 3)];
        Assertions.Derivatives(x => small.SumOfDiracs(x[0], x[1]), samples, 1e-6);
        Assertions.Derivatives(x => small.WithPeaksAt(x[0], x[1]), samples, 1e-4);
        Assertions.Derivatives(x => small.SignalXyz(x[0], x[1]), [TestDevice.Normal(3, 2, 9), TestDevice.Normal(4, 2, 3)], 1e-6);
        Assertions.Derivatives(x => small.Norms(x[0]), [TestDevice.Normal(5, 2, 9)], 1e-6);
        Tensor zero = zeros(9, dtype: ScalarType.Float64, device: TestDevice.Current).requires_grad_();
        Assertions.Close(zero, autograd.grad([small.Norms(zero).sum()], [zero])[0], 0);
    }

    private static double[] Numbers(Tensor tensor) => tensor.cpu().contiguous().data<double>().ToArray();

    private static Tensor Of(double[] numbers) => tensor(numbers, ScalarType.Float64).to(TestDevice.Current);
}
