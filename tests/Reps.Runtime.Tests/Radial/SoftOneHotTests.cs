using System;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Radial;

public class SoftOneHotTests
{
    private static readonly JsonElement s_golden = Reference.Load("so3_golden").GetProperty("soft_one_hot");

    public static TheoryData<SoftOneHotFamily, bool> Cases
    {
        get
        {
            TheoryData<SoftOneHotFamily, bool> cases = [];
            foreach (SoftOneHotFamily family in Enum.GetValues<SoftOneHotFamily>())
            {
                cases.Add(family, true);
                cases.Add(family, false);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ValuesAreThoseOfE3nn(SoftOneHotFamily family, bool cutoff)
    {
        string name = family switch { SoftOneHotFamily.SmoothFinite => "smooth_finite", _ => family.ToString().ToLowerInvariant() };
        SoftOneHotLinspace basis = new(s_golden.GetProperty("start").GetDouble(), s_golden.GetProperty("end").GetDouble(), 4, family, cutoff);
        double[] x = Reference.Vector(s_golden.GetProperty("x"));
        double[] values = new double[x.Length * 4];
        basis.Evaluate<double>(x, values);
        // e3nn has e² in single precision.
        Reference.Near(Reference.Data(s_golden.GetProperty($"{name}_{cutoff}")), values, family == SoftOneHotFamily.SmoothFinite ? 1e-7 : 1e-13, name);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void DerivativesAreThoseOfTheValues(SoftOneHotFamily family, bool cutoff)
    {
        SoftOneHotLinspace basis = new(0.3, 2.4, 5, family, cutoff);
        // None of these is within the reach of the differences from the ends of a function.
        double[] x = [.. Enumerable.Range(0, 60).Select(n => -0.31 + 0.0537 * n).Where(v => Math.Abs((v - 0.3) / 0.35 - Math.Round((v - 0.3) / 0.35)) > 0.02
            && Math.Abs((v - 0.3) / 0.525 - Math.Round((v - 0.3) / 0.525)) > 0.02)];
        Quadrature.AssertDerivative(x, 5, basis.Evaluate, basis.Derivative, 2e-7);
        Quadrature.AssertDerivative(x, 5, basis.Derivative, basis.SecondDerivative, 2e-5);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void SquaresAddUpToAboutOneInside(SoftOneHotFamily family, bool cutoff)
    {
        if (family == SoftOneHotFamily.Bessel) return;
        SoftOneHotLinspace basis = new(-1, 3, 20, family, cutoff);
        double[] x = [.. Enumerable.Range(0, 400).Select(n => -0.5 + 3.0 * n / 399)];
        double[] values = new double[8000];
        basis.Evaluate<double>(x, values);
        Assert.Equal(1, values.Sum(v => v * v) / 400, 0.05);
    }

    [Fact]
    public void FunctionsWithCutoffVanishOutside()
    {
        foreach (SoftOneHotFamily family in Enum.GetValues<SoftOneHotFamily>().Where(f => f != SoftOneHotFamily.Gaussian))
        {
            SoftOneHotLinspace basis = new(1, 2, 3, family, cutoff: true);
            float[] outside = [0.5f, 1, 2, 2.5f, -7];
            float[] values = new float[15];
            Array.Fill(values, 1);
            basis.Evaluate<float>(outside, values);
            Assert.All(values, v => Assert.Equal(0, v));
            Array.Fill(values, 1);
            basis.Derivative<float>(outside, values);
            Assert.All(values, v => Assert.Equal(0, v));
            Array.Fill(values, 1);
            basis.SecondDerivative<float>(outside, values);
            Assert.All(values, v => Assert.Equal(0, v));
        }
    }

    [Fact]
    public void BesselHasItsLimitAtTheStart()
    {
        JsonElement golden = Reference.Load("so3_golden").GetProperty("bessel");
        SoftOneHotLinspace basis = new(0, golden.GetProperty("x_max").GetDouble(), golden.GetProperty("n").GetInt32(), SoftOneHotFamily.Bessel, cutoff: false);
        double[] values = new double[9];
        basis.Evaluate<double>(Reference.Vector(golden.GetProperty("x")), values);
        Reference.Near(Reference.Data(golden.GetProperty("out")), values, 1e-13, "bessel");
    }

    [Fact]
    public void NotANumberStaysOne()
    {
        foreach (SoftOneHotFamily family in Enum.GetValues<SoftOneHotFamily>().Where(f => f != SoftOneHotFamily.Bessel))
        {
            double[] values = new double[2];
            new SoftOneHotLinspace(0, 1, 2, family, true).Evaluate<double>([double.NaN], values);
            Assert.All(values, v => Assert.True(double.IsNaN(v)));
        }
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftOneHotLinspace(1, 1, 3, SoftOneHotFamily.Cosine, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftOneHotLinspace(double.NaN, 1, 3, SoftOneHotFamily.Cosine, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftOneHotLinspace(0, double.PositiveInfinity, 3, SoftOneHotFamily.Cosine, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftOneHotLinspace(0, 1, 0, SoftOneHotFamily.Cosine, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftOneHotLinspace(0, 1, 1, SoftOneHotFamily.Cosine, false));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftOneHotLinspace(0, 1, 3, (SoftOneHotFamily)9, false));
        Assert.Throws<ArgumentException>(() => new SoftOneHotLinspace(0, 1, 3, SoftOneHotFamily.Cosine, true).Evaluate<double>([0.5], new double[2]));
    }

    [Fact]
    public void TheSoftStepIsSmooth()
    {
        Assert.Equal([0, 0, Math.Exp(-2), Math.Exp(-0.5)], new[] { -1.0, 0, 0.5, 2 }.Select(SoftUnitStep.Value));
        double[] x = [-0.5, 0.05, 0.1, 0.3, 1, 4];
        Quadrature.AssertDerivative(x, 1, SoftUnitStep.Evaluate, (p, d) => Each(p, d, SoftUnitStep.Derivative), 1e-9);
        Quadrature.AssertDerivative(x, 1, (p, d) => Each(p, d, SoftUnitStep.Derivative), (p, d) => Each(p, d, SoftUnitStep.SecondDerivative), 1e-6);
        foreach (float tiny in new[] { float.Epsilon, 1e-30f, 0.01f, -0f, 0f })
        {
            Assert.Equal(0, SoftUnitStep.Derivative(tiny), 1e-30);
            Assert.Equal(0, SoftUnitStep.SecondDerivative(tiny), 1e-30);
        }
        Assert.True(double.IsNaN(SoftUnitStep.Value(double.NaN)));
    }

    private static void Each(ReadOnlySpan<double> x, Span<double> y, Func<double, double> f)
    {
        for (int n = 0; n < x.Length; n++) y[n] = f(x[n]);
    }
}
