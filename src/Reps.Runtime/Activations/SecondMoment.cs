using System;

namespace Reps;

/// <summary>Moments of functions of a normally distributed number, by quadrature.</summary>
public static class SecondMoment
{
    // Beyond twelve standard deviations the density is below 1e-31.
    private const int Reach = 12;
    private const int Order = 32;
    private const double Insignificant = 1e-4;

    private static readonly (double[] Nodes, double[] Weights) s_rule = SphereQuadrature.GaussLegendre(Order);

    /// <summary>The mean of f(z)² for normally distributed z.</summary>
    /// <param name="function">f; smooth but for kinks or jumps at whole numbers.</param>
    /// <returns>The mean, to rounding.</returns>
    public static double Of(Func<double, double> function) => Moment(function, 2);

    /// <summary>The mean of f(z)ⁿ for normally distributed z, e3nn's <c>moment</c> without its sampling.</summary>
    /// <param name="function">f; smooth but for kinks or jumps at whole numbers.</param>
    /// <param name="order">n, 0 or more.</param>
    /// <returns>The mean, to rounding.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order is negative.</exception>
    public static double Moment(Func<double, double> function, int order)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        // Pieces of length one with Gauss's rule: exact to rounding for functions that have no structure finer than that.
        double sum = 0;
        for (int left = -Reach; left < Reach; left++)
        for (int n = 0; n < Order; n++)
        {
            double z = left + (1 + s_rule.Nodes[n]) / 2;
            sum += s_rule.Weights[n] * Math.Pow(function(z), order) * Math.Exp(-z * z / 2);
        }
        return sum / Math.Sqrt(2 * Math.PI);
    }

    /// <summary>The constant c for which c·f has second moment one, e3nn's <c>normalize2mom</c> without its sampling.</summary>
    /// <param name="function">f.</param>
    /// <returns>⟨f²⟩^(−1/2); 1 where it differs from that by less than 1e-4, as in e3nn.</returns>
    /// <exception cref="ArgumentException">The moment is zero or not finite, so that no constant does it.</exception>
    public static double Constant(Func<double, double> function)
    {
        double moment = Of(function);
        if (!(double.IsFinite(moment) && moment > 0))
            throw new ArgumentException($"The function has the second moment {moment}, which no factor makes one.", nameof(function));
        return Round(1 / Math.Sqrt(moment));
    }

    /// <summary>A constant too close to one to matter is one.</summary>
    internal static double Round(double constant) => Math.Abs(constant - 1) < Insignificant ? 1 : constant;
}
