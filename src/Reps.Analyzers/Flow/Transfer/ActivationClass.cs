using System.Collections.Generic;

namespace Reps.Analyzers.Flow;

/// <summary>The columns of the decision table: what matters of a function of single numbers. Constants that are added are sums.</summary>
internal enum ActivationClass
{
    /// <summary>λx.</summary>
    Linear,

    /// <summary>f(−x) = −f(x).</summary>
    Odd,

    /// <summary>f(−x) = f(x).</summary>
    Even,

    /// <summary>f(λx) = λ f(x) for λ > 0, and not even: rectifiers.</summary>
    PositivelyHomogeneous,

    /// <summary>None of these.</summary>
    General,
}

/// <summary>The classes of torch's functions.</summary>
internal static class ActivationClasses
{
    private static readonly Dictionary<string, ActivationClass> s_classes = Build();

    public static IEnumerable<string> Names => s_classes.Keys;

    /// <summary>The class of a function; its arguments matter for some.</summary>
    public static ActivationClass Of(TensorCall call) =>
        call.Name switch
        {
            "clamp" or "clip" or "hardtanh" or "Hardtanh" => OfBounds(call),
            "pow" or "float_power" => OfPower((call.At(1) as NumberValue)?.Value),
            "leaky_relu" or "LeakyReLU" when Slope(call) is 1 => ActivationClass.Linear,
            "leaky_relu" or "LeakyReLU" when Slope(call) is -1 => ActivationClass.Even,
            _ => s_classes[call.Name],
        };

    private static double? Slope(TensorCall call) => (call.Find("negative_slope") as NumberValue)?.Value;

    private static ActivationClass OfBounds(TensorCall call)
    {
        FlowValue? min = call.Find("min", "min_val");
        FlowValue? max = call.Find("max", "max_val");
        if (min is null && max is null) return call.Name is "clamp" or "clip" ? ActivationClass.Linear : ActivationClass.Odd;
        return min is NumberValue { Value: double low } && max is NumberValue { Value: double high } && low == -high
            ? ActivationClass.Odd
            : ActivationClass.General;
    }

    private static ActivationClass OfPower(double? exponent) =>
        exponent switch
        {
            1 => ActivationClass.Linear,
            double p when p == System.Math.Floor(p) && p != 0 => p % 2 == 0 ? ActivationClass.Even : ActivationClass.Odd,
            _ => ActivationClass.General,
        };

    private static Dictionary<string, ActivationClass> Build()
    {
        Dictionary<string, ActivationClass> classes = [];
        Add(
            ActivationClass.Odd,
            """
            tanh sin tan asin arcsin atan arctan sinh asinh arcsinh atanh arctanh erf erfinv softsign hardtanh softshrink
            hardshrink tanhshrink Tanh Softsign Hardtanh Softshrink Hardshrink Tanhshrink sign sgn trunc fix round
            reciprocal frac fmod i1 i1e bessel_j1 modified_bessel_i1
            """
        );
        Add(
            ActivationClass.Even,
            """
            cos cosh abs absolute square sinc i0 i0e bessel_j0 modified_bessel_i0 spherical_bessel_j0
            """
        );
        Add(
            ActivationClass.PositivelyHomogeneous,
            """
            relu leaky_relu rrelu ReLU LeakyReLU RReLU
            """
        );
        Add(
            ActivationClass.General,
            """
            sigmoid expit softplus gelu silu elu celu selu mish relu6 hardswish hardsigmoid logsigmoid log_sigmoid exp
            exp2 expm1 log log2 log10 log1p sqrt rsqrt acos arccos acosh arccosh erfc erfcx logit lgamma digamma psi ceil floor clamp
            clip clamp_min clamp_max threshold pow float_power heaviside hypot remainder floor_divide xlogy xlog1py logaddexp
            logaddexp2 copysign angle entr ndtr ndtri gammaln airy_ai bessel_y0 bessel_y1 modified_bessel_k0 modified_bessel_k1
            maximum minimum fmax fmin atan2 arctan2
            Sigmoid Softplus GELU SiLU ELU CELU SELU Mish ReLU6 Hardswish Hardsigmoid LogSigmoid Threshold
            """
        );
        return classes;

        void Add(ActivationClass kind, string names)
        {
            foreach (string name in names.Split([' ', '\n', '\r'], System.StringSplitOptions.RemoveEmptyEntries)) classes.Add(name, kind);
        }
    }
}
