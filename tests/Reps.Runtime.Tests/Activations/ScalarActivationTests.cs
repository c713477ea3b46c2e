using System;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Activations;

public class ScalarActivationTests
{
    public static TheoryData<string> Names => [.. ScalarActivation.All.Select(activation => activation.Name)];

    [Fact]
    public void ConstantsAreThoseOfE3nn()
    {
        JsonElement golden = Reference.Load("so3_golden").GetProperty("normalize2mom");
        Assert.Equal(golden.EnumerateObject().Select(p => p.Name).Order(), ScalarActivation.All.Select(a => a.Name).Order());
        foreach (ScalarActivation activation in ScalarActivation.All)
            Assert.Equal(golden.GetProperty(activation.Name).GetDouble(), activation.Constant(MomentSource.E3nn));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ExactConstantsAreNearTheSampledOnes(string name)
    {
        ScalarActivation activation = ScalarActivation.Parse(name);
        // The mean of a million samples of e^2z, the worst, has a relative error of about 7e-3.
        Assert.Equal(1, activation.Constant(MomentSource.Exact) / activation.Constant(MomentSource.E3nn), name == "exp" ? 8e-3 : 3e-3);
    }

    [Fact]
    public void ExactConstantsAreTheKnownIntegrals()
    {
        (ScalarActivation Activation, double Moment)[] known =
        [
            (ScalarActivation.Identity, 1), (ScalarActivation.Abs, 1), (ScalarActivation.Relu, 0.5), (ScalarActivation.Square, 3),
            (ScalarActivation.LeakyRelu, (1 + 1e-4) / 2), (ScalarActivation.Exp, Math.Exp(2)), (ScalarActivation.Selu, 1),
            (ScalarActivation.Sin, (1 - Math.Exp(-2)) / 2), (ScalarActivation.Cos, (1 + Math.Exp(-2)) / 2),
            // ∫ z² Φ(z)² φ(z) dz = 1/3 + 1/(2π√3).
            (ScalarActivation.Gelu, 1.0 / 3 + 1 / (2 * Math.PI * Math.Sqrt(3))),
        ];
        foreach ((ScalarActivation activation, double moment) in known)
        {
            Assert.Equal(1, activation.Constant(MomentSource.Exact) * Math.Sqrt(moment), 1e-13);
            Assert.Equal(moment, SecondMoment.Of(activation.Value), 1e-13 * moment);
        }
        foreach ((string name, double constant) in new[] { ("silu", 1.676532), ("tanh", 1.592537), ("sigmoid", 1.846229), ("ssp", 1.875596), ("gelu", 1.533530) })
            Assert.Equal(constant, ScalarActivation.Parse(name).Constant(MomentSource.Exact), 1e-6);
        Assert.Equal([1, 0, 1, 0, 3, 0, 15], Enumerable.Range(0, 7).Select(n => Math.Round(SecondMoment.Moment(z => z, n), 12) + 0.0));
        Assert.Equal(NormalizedSilu.Scale, ScalarActivation.Silu.Constant(MomentSource.Exact), 1e-13);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ParityIsThatOfTheFunction(string name)
    {
        ActivationParity expected = name switch
        {
            "abs" or "square" or "cos" => ActivationParity.Even,
            "tanh" or "sin" or "identity" => ActivationParity.Odd,
            _ => ActivationParity.Neither,
        };
        Assert.Equal(expected, ScalarActivation.Parse(name).Parity);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DerivativesAreThoseOfTheValues(string name)
    {
        ScalarActivation activation = ScalarActivation.Parse(name);
        foreach (double z in new[] { -6.3, -2.9, -1.1, -0.4, -0.03, 0.02, 0.7, 1.6, 2.8, 4.4, 7.5 })
        {
            ActivationTerms terms = activation.At(z);
            Assert.Equal(activation.Value(z), terms.Value);
            Near(Difference(x => activation.At(x).Value, z), terms.First);
            Near(Difference(x => activation.At(x).First, z), terms.Second);
            Near(Difference(x => activation.At(x).Second, z), terms.Third);
        }
        static void Near(double expected, double actual) => Assert.True(Math.Abs(expected - actual) < 1e-8 * Math.Max(1, Math.Abs(expected)));
    }

    [Fact]
    public void GeluHasTheErrorFunctionToRounding()
    {
        // erfc of the C library and of tables.
        (double X, double Value)[] known =
        [
            (0, 1), (0.5, 0.47950012218695346231725), (1, 0.15729920705028513065878), (1.2, 0.08968602177036463), (1.999, 0.004698443348629488),
            (2, 0.0046777349810472658379), (2.5, 0.00040695201744495893956), (5, 1.5374597944280348502e-12), (-1, 1.8427007929497148693),
            (10, 2.0884875837625447570e-45), (40, 0),
        ];
        foreach ((double x, double value) in known) Assert.True(Math.Abs(ErrorFunction.Complementary(x) - value) <= 1e-14 * value, $"erfc({x})");
    }

    [Fact]
    public void LargeArgumentsDoNotOverflow()
    {
        foreach (ScalarActivation activation in ScalarActivation.All.Where(a => a.Name != "exp"))
        foreach (double z in new[] { -800.0, 800 })
        {
            ActivationTerms terms = activation.At(z);
            Assert.True(double.IsFinite(terms.Value) && double.IsFinite(terms.First) && double.IsFinite(terms.Third), $"{activation}({z})");
        }
        Assert.Equal(1e-20, ScalarActivation.Softplus.Value(-20 * Math.Log(10)), 1e-33);
        Assert.Equal(-1e-20, ScalarActivation.Elu.Value(-1e-20), 1e-35);
    }

    [Fact]
    public void UnknownNamesAndHopelessFunctionsAreRefused()
    {
        Assert.Contains("silu, tanh", Assert.Throws<ArgumentException>(() => ScalarActivation.Parse("swish")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SecondMoment.Constant(_ => 0));
        Assert.Throws<ArgumentException>(() => SecondMoment.Constant(_ => double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScalarActivation.Silu.Constant((MomentSource)4));
        Assert.Equal(ActivationParity.Neither, ScalarActivation.ParityOf(_ => double.NaN));
        Assert.Equal(1, SecondMoment.Constant(z => z * 1.00005));
        double[] shared = [1, -2];
        ScalarActivation.Square.Apply(shared, shared, 3);
        Assert.Equal([3, 12], shared);
    }

    // Five points, of fourth order.
    private static double Difference(Func<double, double> f, double z)
    {
        const double h = 1e-3;
        return (f(z - 2 * h) - 8 * f(z - h) + 8 * f(z + h) - f(z + 2 * h)) / (12 * h);
    }
}
