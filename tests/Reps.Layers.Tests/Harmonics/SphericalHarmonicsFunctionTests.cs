using System;
using System.Globalization;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Harmonics;

/// <summary>Harmonics of vectors as a function: e3nn's values, lists of degrees.</summary>
public sealed class SphericalHarmonicsFunctionTests
{
    [Fact]
    public void ValuesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Load("spherical_harmonics");
        Tensor points = golden.GetProperty("points").Values();
        foreach (HarmonicsNormalization normalization in Enum.GetValues<HarmonicsNormalization>())
        foreach (bool normalize in new[] { true, false })
        {
            JsonElement values = golden.GetProperty("values").GetProperty(normalization.ToString().ToLowerInvariant()).GetProperty($"normalize={normalize}");
            foreach (JsonProperty degree in values.EnumerateObject())
            {
                int l = int.Parse(degree.Name, CultureInfo.InvariantCulture);
                Assertions.Close(degree.Value.Values(), O3.SphericalHarmonics([l], points, normalize, normalization), 1e-10, $"{normalization} {normalize} {l}");
            }
        }
    }

    [Fact]
    public void DegreesComeInTheOrderOfTheList()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor points = TestDevice.Normal(1, 2, 3, 3);
        Tensor[] parts = [O3.SphericalHarmonics([2], points, true), O3.SphericalHarmonics([0], points, true), O3.SphericalHarmonics([2], points, true)];
        Assertions.Close(cat(parts, -1), O3.SphericalHarmonics([2, 0, 2], points, true), 1e-14);
        Assert.Throws<ArgumentOutOfRangeException>(() => O3.SphericalHarmonics([-1], points, true));
        Assertions.Derivatives(x => O3.SphericalHarmonics([0, 1, 3], x[0], true), [TestDevice.Normal(2, 4, 3) + 2], 1e-6);
    }
}
