using System;

namespace Reps;

/// <summary>The sizes of a soft grid on the sphere, completed by e3nn's rules.</summary>
/// <param name="Lmax">The largest degree of the signals.</param>
/// <param name="ResBeta">The number of polar angles, even.</param>
/// <param name="ResAlpha">The number of azimuths.</param>
public readonly record struct S2Resolution(int Lmax, int ResBeta, int ResAlpha)
{
    /// <summary>
    /// Completes sizes of which some are given. Without one for β it is 2(lmax+1), or what goes with that for α; without one for α it is
    /// max(2·lmax+1, res_beta−1); without a degree it is the largest that returns from the grid unchanged,
    /// min(res_beta/2−1, (res_alpha−1)/2), within the budget.
    /// </summary>
    /// <param name="lmax">The largest degree, or null.</param>
    /// <param name="resBeta">The number of polar angles, or null.</param>
    /// <param name="resAlpha">The number of azimuths, or null.</param>
    /// <returns>All three.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="ArgumentException">Nothing is given, res_beta is odd, or too small for the degree.</exception>
    public static S2Resolution Complete(int? lmax = null, int? resBeta = null, int? resAlpha = null)
    {
        if (lmax is int l) GridArguments.Degree(l);
        if (resBeta is int b) GridArguments.Resolution(b, nameof(resBeta));
        if (resAlpha is int a) GridArguments.Resolution(a, nameof(resAlpha));
        int beta = resBeta ?? (lmax, resAlpha) switch
        {
            (int degree, _) => 2 * (degree + 1),
            (null, int alpha) => 2 * ((alpha + 1) / 2),
            _ => throw new ArgumentException("Neither a degree nor a resolution is given: give lmax, resBeta or resAlpha.", nameof(lmax)),
        };
        int azimuths = resAlpha ?? Math.Max(lmax is int top ? 2 * top + 1 : 1, beta - 1);
        int largest = lmax ?? Math.Min(Math.Min(beta / 2 - 1, (azimuths - 1) / 2), Budget.MaxDegree);
        if (beta % 2 != 0)
            throw new ArgumentException($"res_beta is {beta}, but the quadrature needs an even number: take {beta + 1}.", nameof(resBeta));
        if (largest + 1 > beta / 2)
            throw new ArgumentException(
                $"res_beta = {beta} resolves degrees up to {beta / 2 - 1}, not {largest}: take {2 * (largest + 1)}.",
                nameof(resBeta)
            );
        return new(largest, beta, azimuths);
    }
}
