using System;
using System.Numerics;

namespace Reps.Tests.Harmonics;

/// <summary>
/// Reference values of real spherical harmonics and their derivatives, from the closed form with Legendre functions
/// Y_{l,±m} = √(2−δ) √((2l+1)(l−m)!/(l+m)!) P_l^m(cos β) (cos|sin)(mα) in arithmetic of 1536 bits.
/// </summary>
internal static class HighPrecisionHarmonics
{
    private static readonly FixedPoint s_rootOfFourPi = (4 * FixedPoint.Pi()).Sqrt();

    /// <summary>The 2l+1 components at a point.</summary>
    public static FixedPoint[] Values(int l, FixedPoint[] point, HarmonicsNormalization normalization, bool normalize)
    {
        FixedPoint[] values = new FixedPoint[(2 * l) + 1];
        FixedPoint length = ((point[0] * point[0]) + (point[1] * point[1]) + (point[2] * point[2])).Sqrt();
        FixedPoint x = point[0] / length;
        FixedPoint y = point[1] / length;
        FixedPoint z = point[2] / length;

        // sin^m β (cos mα, sin mα) are the parts of (z + ix)^m.
        FixedPoint cos = FixedPoint.One;
        FixedPoint sin = FixedPoint.Zero;
        FixedPoint scale = Scale(l, normalization);
        for (int k = 0; !normalize && k < l; k++) scale *= length;
        for (int m = 0; m <= l; m++)
        {
            FixedPoint polar = scale * Norm(l, m) * LegendreDerivative(l, m, y);
            values[l - m] = polar * sin;
            values[l + m] = polar * cos;
            (cos, sin) = ((z * cos) - (x * sin), (z * sin) + (x * cos));
        }

        return values;
    }

    /// <summary>The derivative of Σ weights·Y along each axis: central differences of step 2^−100, exact to about 2^−190.</summary>
    public static double[] Gradient(int l, double[] point, double[] weights, HarmonicsNormalization normalization, bool normalize)
    {
        double[] gradient = new double[3];
        FixedPoint step = FixedPoint.Half(100);
        for (int axis = 0; axis < 3; axis++)
        {
            FixedPoint[] forward = Array.ConvertAll(point, FixedPoint.From);
            FixedPoint[] backward = Array.ConvertAll(point, FixedPoint.From);
            forward[axis] += step;
            backward[axis] -= step;
            FixedPoint[] above = Values(l, forward, normalization, normalize);
            FixedPoint[] below = Values(l, backward, normalization, normalize);
            FixedPoint sum = FixedPoint.Zero;
            for (int i = 0; i < weights.Length; i++) sum += FixedPoint.From(weights[i]) * (above[i] - below[i]);
            gradient[axis] = (sum / (2 * step)).ToDouble();
        }

        return gradient;
    }

    private static FixedPoint Scale(int l, HarmonicsNormalization normalization) => normalization switch
    {
        HarmonicsNormalization.Component => ((FixedPoint)((2 * l) + 1)).Sqrt(),
        HarmonicsNormalization.Norm => FixedPoint.One,
        _ => ((FixedPoint)((2 * l) + 1)).Sqrt() / s_rootOfFourPi,
    };

    // √((2−δ_{m0}) (l−m)!/(l+m)!)
    private static FixedPoint Norm(int l, int m)
    {
        FixedPoint square = m == 0 ? 1 : 2;
        for (int k = l - m + 1; k <= l + m; k++) square /= k;
        return square.Sqrt();
    }

    // d^m P_l/dy^m, from the coefficients of P_l: (−1)^k C(l,k) C(2l−2k,l)/2^l at y^(l−2k).
    private static FixedPoint LegendreDerivative(int l, int m, FixedPoint y)
    {
        FixedPoint sum = FixedPoint.Zero;
        for (int power = l; power >= m; power--)
        {
            sum *= y;
            if (((l - power) & 1) != 0) continue;
            int k = (l - power) / 2;
            BigInteger coefficient = Binomial(l, k) * Binomial((2 * l) - (2 * k), l);
            for (int i = 0; i < m; i++) coefficient *= power - i;
            sum += new FixedPoint((coefficient << FixedPoint.Places) >> l) * ((k & 1) == 0 ? 1 : -1);
        }

        return sum;
    }

    private static BigInteger Binomial(int n, int k)
    {
        BigInteger value = BigInteger.One;
        for (int i = 1; i <= k; i++) value = value * (n - k + i) / i;
        return value;
    }
}
