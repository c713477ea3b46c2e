using System;

namespace Reps;

/// <summary>The activation functions with their derivatives, as torch defines them.</summary>
internal static class ActivationFormulas
{
    // Of torch.nn.SELU.
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;

    public static ActivationTerms Identity(double z) => ActivationTerms.Argument(z);

    public static ActivationTerms Square(double z) => new(z * z, 2 * z, 2, 0);

    public static ActivationTerms Abs(double z) => new(Math.Abs(z), Math.Sign(z), 0, 0);

    public static ActivationTerms Relu(double z) => z > 0 ? ActivationTerms.Argument(z) : default;

    public static ActivationTerms LeakyRelu(double z) => z > 0 ? ActivationTerms.Argument(z) : 0.01 * ActivationTerms.Argument(z);

    public static ActivationTerms Elu(double z) => z > 0 ? ActivationTerms.Argument(z) : Exponential(z) with { Value = ExpLessOne(z) };

    public static ActivationTerms Selu(double z) =>
        z > 0 ? SeluScale * ActivationTerms.Argument(z) : SeluScale * SeluAlpha * (Exponential(z) with { Value = ExpLessOne(z) });

    public static ActivationTerms Exponential(double z)
    {
        double e = Math.Exp(z);
        return new(e, e, e, e);
    }

    public static ActivationTerms Sine(double z)
    {
        (double sin, double cos) = Math.SinCos(z);
        return new(sin, cos, -sin, -cos);
    }

    public static ActivationTerms Cosine(double z)
    {
        (double sin, double cos) = Math.SinCos(z);
        return new(cos, -sin, -cos, sin);
    }

    public static ActivationTerms Tanh(double z)
    {
        double t = Math.Tanh(z);
        double first = (1 - t) * (1 + t);
        return new(t, first, -2 * t * first, first * (6 * t * t - 2));
    }

    public static ActivationTerms Sigmoid(double z)
    {
        double s = 1 / (1 + Math.Exp(-z));
        // 1 − s without cancellation.
        double rest = 1 / (1 + Math.Exp(z));
        double first = s * rest;
        return new(s, first, first * (rest - s), first * (1 - 6 * first));
    }

    public static ActivationTerms Softplus(double z)
    {
        ActivationTerms slope = Sigmoid(z);
        return new(Math.Max(z, 0) + LogOfOnePlus(Math.Exp(-Math.Abs(z))), slope.Value, slope.First, slope.Second);
    }

    public static ActivationTerms ShiftedSoftplus(double z)
    {
        ActivationTerms terms = Softplus(z);
        return terms with { Value = terms.Value - Math.Log(2) };
    }

    public static ActivationTerms Silu(double z) => ActivationTerms.Argument(z) * Sigmoid(z);

    public static ActivationTerms Gelu(double z)
    {
        double density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        double distribution = ErrorFunction.Complementary(-z / Math.Sqrt(2)) / 2;
        return ActivationTerms.Argument(z) * new ActivationTerms(distribution, density, -z * density, (z * z - 1) * density);
    }

    public static ActivationTerms Mish(double z)
    {
        ActivationTerms softplus = Softplus(z);
        return ActivationTerms.Argument(z) * Tanh(softplus.Value).Of(softplus);
    }

    // exp(z) − 1 and log(1 + z) keep their digits near zero: the error of the rounded sum is divided out again (Kahan).
    private static double ExpLessOne(double z)
    {
        double e = Math.Exp(z);
        if (e == 1) return z;
        return e - 1 == -1 ? -1 : (e - 1) * z / Math.Log(e);
    }

    private static double LogOfOnePlus(double z)
    {
        double sum = 1 + z;
        return sum == 1 ? z : Math.Log(sum) * z / (sum - 1);
    }
}
