using System;
using System.Linq;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Grids;

/// <summary>Harmonics as functions of angles: e3nn's values, those of the same points, derivatives at the poles.</summary>
public sealed class AngularHarmonicsTests
{
    [Fact]
    public void ValuesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Load("spherical_harmonics");
        (Tensor alpha, Tensor beta) = O3.XyzToAngles(golden.GetProperty("points").Values());
        foreach (HarmonicsNormalization normalization in Enum.GetValues<HarmonicsNormalization>())
        {
            JsonElement values = golden.GetProperty("values").GetProperty(normalization.ToString().ToLowerInvariant()).GetProperty("normalize=True");
            foreach (JsonProperty degree in values.EnumerateObject())
            {
                int l = int.Parse(degree.Name, System.Globalization.CultureInfo.InvariantCulture);
                Assertions.Close(degree.Value.Values(), O3.SphericalHarmonicsAlphaBeta([l], alpha, beta, normalization), 1e-10, $"{normalization} {l}");
            }
        }
    }

    [Fact]
    public void ListsOfDegreesAgreeWithTheFunctionsWithoutTorch()
    {
        using DisposeScope scope = NewDisposeScope();
        int[] degrees = [3, 0, 12, 3];
        Tensor alpha = TestDevice.Normal(1, 20);
        Tensor beta = TestDevice.Normal(2, 20).abs();
        double[] expected = new double[20 * degrees.Sum(l => 2 * l + 1)];
        AngularHarmonics.AlphaBeta(degrees, Numbers(alpha), Numbers(beta), expected);
        Assertions.Close(Of(expected, 20, -1), O3.SphericalHarmonicsAlphaBeta(degrees, alpha, beta), 1e-13);
        double[] legendre = new double[expected.Length];
        Legendre.Evaluate(degrees, Numbers(alpha), Numbers(beta), legendre);
        Assertions.Close(Of(legendre, 20, -1), O3.Legendre(degrees, alpha, beta), 1e-13);
        double[] azimuthal = new double[20 * 11];
        AngularHarmonics.Alpha(5, Numbers(alpha), azimuthal);
        Assertions.Close(Of(azimuthal, 20, 11), O3.SphericalHarmonicsAlpha(5, alpha), 1e-13);
        Assert.Equal([4, 20, 9], O3.SphericalHarmonicsAlphaBeta([4], alpha, beta[..4].unsqueeze(-1)).shape);
        Assert.Equal([20, 0], O3.SphericalHarmonicsAlphaBeta([], alpha, beta).shape);
    }

    [Fact]
    public void DerivativesAreRightAtThePolesToo()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor beta = tensor([0, Math.PI, 0.7, 2.9], ScalarType.Float64).to(TestDevice.Current);
        Assertions.Derivatives(x => O3.SphericalHarmonicsAlphaBeta([0, 1, 2, 4], x[0], x[1]), [TestDevice.Normal(3, 4), beta], 1e-6);
        Assertions.Derivatives(x => O3.Legendre([0, 1, 5], x[0], x[1]), [TestDevice.Normal(4, 4), TestDevice.Normal(5, 4)], 1e-6);
    }

    private static double[] Numbers(Tensor tensor) => tensor.cpu().data<double>().ToArray();

    private static Tensor Of(double[] numbers, params long[] shape) => tensor(numbers, ScalarType.Float64).reshape(shape).to(TestDevice.Current);
}
