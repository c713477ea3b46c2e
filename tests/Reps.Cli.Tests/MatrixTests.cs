using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Cli;

/// <summary><c>reps wigner6j</c>, <c>wigner-d</c> and <c>sh</c> against sympy and e3nn.</summary>
public sealed class MatrixTests
{
    [Fact]
    public void SixJSymbolsAreThoseOfSympyLetterByLetter()
    {
        List<JsonElement[]> rows = Reference.Rows("wigner_6j");
        Assert.Equal(90, rows.Count);
        foreach (JsonElement[] row in rows)
        {
            string[] j = [.. row.Take(6).Select(v => v.ToString())];
            JsonElement result = Cli.Json(["wigner6j", .. j]);
            Assert.Equal("wigner6j", result.GetProperty("symbol").GetString());
            Assert.Equal(j, result.GetProperty("arguments").EnumerateArray().Select(v => v.GetString()));
            Assert.Equal(row[6].GetString(), result.GetProperty("exact").GetString());
            Assert.Equal(row[7].GetDouble(), result.GetProperty("value").GetDouble(), 1e-15);
        }
    }

    [Fact]
    public void ThreeJSymbolIsTheCoefficientOverItsRoot()
    {
        // (j1 j2 J; m1 m2 -M) = (-1)^(j1 - j2 + M) <j1 m1 j2 m2 | J M> / sqrt(2J + 1)
        foreach (JsonElement[] row in Reference.Rows("clebsch_gordan").Where((_, n) => n % 5 == 0))
        {
            string[] a = [.. row.Take(6).Select(v => v.GetString()!)];
            string minus = a[5].StartsWith('-') ? a[5][1..] : "-" + a[5];
            double expected = row[6].GetInt32() * Math.Sqrt((double)row[7].GetInt64() / row[8].GetInt64() / (2 * Half(a[4]) + 1));
            if ((int)Math.Abs(Half(a[0]) - Half(a[2]) + Half(a[5])) % 2 != 0) expected = -expected;
            Assert.Equal(expected, Cli.Json("wigner3j", a[0], a[2], a[4], a[1], a[3], minus).GetProperty("value").GetDouble(), 1e-14);
        }
    }

    [Fact]
    public void NineJSymbolWithAZeroIsASixJSymbol()
    {
        // {a b c; d e c; g g 0} = (-1)^(b+c+d+g) / sqrt((2c+1)(2g+1)) {a b c; e d g}
        double six = Cli.Json("wigner6j", "1", "2", "2", "2", "1", "1").GetProperty("value").GetDouble();
        double nine = Cli.Json("wigner9j", "1", "2", "2", "1", "2", "2", "1", "1", "0").GetProperty("value").GetDouble();
        Assert.NotEqual(0, nine);
        Assert.Equal(six / Math.Sqrt(15), nine, 1e-15);
    }

    [Fact]
    public void WignerMatricesAreThoseOfE3nn()
    {
        JsonElement reference = Reference.Load("wigner_d");
        JsonElement[] angles = [.. reference.GetProperty("angles_alpha_beta_gamma_YXY").EnumerateArray()];
        foreach (JsonProperty degree in reference.GetProperty("D").EnumerateObject())
        for (int n = 0; n < angles.Length; n++)
        {
            JsonElement result = Cli.Json("wigner-d", degree.Name, "--euler", Reference.Join(angles[n]));
            Assert.Equal(["l", "euler", "matrix"], result.EnumerateObject().Select(p => p.Name));
            Assert.Equal(Reference.Vector(angles[n]), Reference.Vector(result.GetProperty("euler")));
            Reference.Near(Flat(degree.Value[n]), Flat(result.GetProperty("matrix")), 1e-12);
        }
    }

    public static TheoryData<string, bool> Normalizations =>
        new() { { "component", true }, { "component", false }, { "norm", true }, { "norm", false }, { "integral", true }, { "integral", false } };

    [Theory]
    [MemberData(nameof(Normalizations))]
    public void HarmonicsAreThoseOfE3nn(string normalization, bool normalize)
    {
        JsonElement reference = Reference.Load("spherical_harmonics");
        JsonElement[] points = [.. reference.GetProperty("points").EnumerateArray()];
        JsonElement values = reference.GetProperty("values").GetProperty(normalization).GetProperty(normalize ? "normalize=True" : "normalize=False");
        foreach (JsonProperty degree in values.EnumerateObject())
        for (int n = 0; n < points.Length; n++)
        {
            string[] solid = normalize ? [] : ["--solid"];
            JsonElement result = Cli.Json(["sh", degree.Name, Reference.Join(points[n]), "--normalization", normalization, .. solid]);
            Assert.Equal(normalize, result.GetProperty("normalize").GetBoolean());
            Assert.Equal(normalization, result.GetProperty("normalization").GetString());
            double[] expected = Reference.Vector(degree.Value[n]);
            Reference.Near(expected, Reference.Vector(result.GetProperty("values")), 1e-12 * Math.Max(1, expected.Max(Math.Abs)));
        }
    }

    private static double[] Flat(JsonElement matrix) => [.. matrix.EnumerateArray().SelectMany(Reference.Vector)];

    private static double Half(string text) =>
        text.EndsWith("/2", StringComparison.Ordinal) ? double.Parse(text[..^2], CultureInfo.InvariantCulture) / 2 : double.Parse(text, CultureInfo.InvariantCulture);
}
