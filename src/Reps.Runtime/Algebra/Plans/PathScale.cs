using System.Collections.Generic;
using System.Numerics;

namespace Reps.Algebra;

/// <summary>The path coefficients of a tensor product, exactly: √(A·σ²·p / X).</summary>
internal static class PathScale
{
    public static EquatableArray<Surd> Coefficients(
        Irreps left,
        Irreps right,
        Irreps output,
        IReadOnlyList<TensorProductInstruction> instructions,
        TensorProductOptions options
    )
    {
        Rational[] own = new Rational[instructions.Count];
        Rational[] total = new Rational[output.Count];
        int[] count = new int[output.Count];
        for (int n = 0; n < own.Length; n++)
        {
            TensorProductInstruction path = instructions[n];
            long fanIn = ConnectionRule.Of(path.Mode).FanIn(left[path.Left].Mul, right[path.Right].Mul);
            own[n] = Variance(options.LeftVariance, path.Left) * Variance(options.RightVariance, path.Right) * fanIn;
            total[path.Output] += own[n];
            count[path.Output]++;
        }
        Surd[] result = new Surd[own.Length];
        for (int n = 0; n < own.Length; n++)
        {
            TensorProductInstruction path = instructions[n];
            Rational numerator =
                Size(options.IrrepNormalization, left[path.Left].Irrep, right[path.Right].Irrep, output[path.Output].Irrep)
                * Variance(options.OutputVariance, path.Output)
                * Rational.FromDouble(path.PathWeight);
            Rational divisor = options.PathNormalization switch
            {
                PathNormalization.Element => total[path.Output],
                PathNormalization.Path => own[n] * count[path.Output],
                _ => Rational.FromDouble(1),
            };
            // Nothing to divide by means no summed elements: e3nn leaves such a path unscaled.
            result[n] = Surd.Sqrt(divisor.IsZero ? numerator : numerator / divisor);
        }
        return EquatableArray<Surd>.Of(result);
    }

    private static Rational Variance(EquatableArray<double> variance, int segment) =>
        variance.Count == 0 ? Rational.FromDouble(1) : Rational.FromDouble(variance[segment]);

    private static Rational Size(IrrepNormalization normalization, Irrep a, Irrep b, Irrep c) =>
        normalization switch
        {
            IrrepNormalization.Component => (BigInteger)c.Dim,
            IrrepNormalization.Norm => (BigInteger)a.Dim * b.Dim,
            _ => BigInteger.One,
        };
}
