using System;
using System.Linq;
using Reps.Algebra;
using Reps.Interpreter;

namespace Reps.Tests.Plans;

/// <summary>The exact polynomials, interpreted as a plan, against the recurrence of the kernel.</summary>
public sealed class HarmonicsPlanTests
{
    [Theory]
    [InlineData(HarmonicsNormalization.Component)]
    [InlineData(HarmonicsNormalization.Norm)]
    [InlineData(HarmonicsNormalization.Integral)]
    public void PolynomialsEqualTheRecurrence(HarmonicsNormalization normalization)
    {
        Irreps output = Irreps.Parse("2x2e+0e+1o+3o+4e+3x5o+6e+7o+8e");
        Random random = new(3);
        double[] vectors = [.. Enumerable.Range(0, 30).Select(_ => Gaussian.Next(random))];
        double[] expected = new double[10 * output.Dim];
        double[] actual = new double[10 * output.Dim];
        new PlanInterpreter(HarmonicsPlan.Create(output, normalization)).Run<double>(10, new PlanArguments<double>(vectors), expected);
        SphericalHarmonics.Create(output, normalization, normalize: false).Forward<double>(vectors, actual);
        Reference.Near(expected, actual, 1e-13, "harmonics");
    }

    [Theory]
    [InlineData("2o", "even parity")]
    [InlineData("1o+3e", "contradicts")]
    [InlineData("SU(2): 1", "SU(2)")]
    public void ImpossibleParitiesAreRefused(string signature, string reason)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => SphericalHarmonics.Create(signature));
        Assert.Contains(reason, exception.Message);
    }
}
