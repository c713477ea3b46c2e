using System;

namespace Reps;

/// <summary>
/// A grid of polar angles β and azimuths α on the sphere, with quadrature weights: the point of (β, α) is
/// (sin β sin α, cos β, sin β cos α). Signals are sums of real spherical harmonics; <see cref="S2Synthesis"/> evaluates them on the grid, and
/// <see cref="S2Analysis"/> finds their coefficients.
/// </summary>
public sealed class S2Grid
{
    private readonly double[] _betas;
    private readonly double[] _alphas;
    private readonly double[] _cosines;
    private readonly double[] _sines;
    private readonly double[] _weights;

    private S2Grid(int resAlpha, double[] betas, double[] cosines, double[] sines, double[] weights, int exactDegree)
    {
        (_betas, _cosines, _sines, ExactDegree) = (betas, cosines, sines, Math.Min(exactDegree, resAlpha - 1));
        MaxPolarDegree = exactDegree / 2;
        _weights = Array.ConvertAll(weights, w => w / resAlpha);
        _alphas = new double[resAlpha];
        for (int j = 0; j < resAlpha; j++) _alphas[j] = (double)j / resAlpha * 2 * Math.PI;
    }

    /// <summary>The number N of polar angles.</summary>
    public int ResBeta => _betas.Length;

    /// <summary>The number M of azimuths.</summary>
    public int ResAlpha => _alphas.Length;

    /// <summary>The quadrature integrates polynomials in x, y and z of at most this degree exactly.</summary>
    public int ExactDegree { get; }

    /// <summary>The largest degree of signals that return from the grid unchanged.</summary>
    public int Lmax => Math.Min(ExactDegree / 2, Budget.MaxDegree);

    /// <summary>The polar angles, [res_beta], rising.</summary>
    public ReadOnlySpan<double> Betas => _betas;

    /// <summary>The azimuths 2πj/M, [res_alpha].</summary>
    public ReadOnlySpan<double> Alphas => _alphas;

    /// <summary>The weight of each point of a polar angle, [res_beta]: their sum over all points is 1, the mean over the sphere.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    // Half the degree in cos β that the weights integrate exactly, however many azimuths there are.
    internal int MaxPolarDegree { get; }

    internal ReadOnlySpan<double> Cosines => _cosines;

    internal ReadOnlySpan<double> Sines => _sines;

    /// <summary>e3nn's grid, β_i = π(i+½)/N and α_j = 2πj/M, with the weights of Driscoll and Healy.</summary>
    /// <param name="resBeta">N, even.</param>
    /// <param name="resAlpha">M.</param>
    /// <returns>The grid; with M ≥ N−1 its <see cref="Lmax"/> is N/2−1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A resolution is out of its range.</exception>
    /// <exception cref="ArgumentException">N is odd.</exception>
    public static S2Grid Soft(int resBeta, int resAlpha)
    {
        GridArguments.Resolution(resBeta, nameof(resBeta));
        GridArguments.Resolution(resAlpha, nameof(resAlpha));
        if (resBeta % 2 != 0)
            throw new ArgumentException(
                $"res_beta is {resBeta}, but the quadrature needs an even number: take {resBeta + 1}.",
                nameof(resBeta)
            );
        double[] betas = new double[resBeta];
        double[] cosines = new double[resBeta];
        double[] sines = new double[resBeta];
        for (int i = 0; i < resBeta; i++)
        {
            betas[i] = (i + 0.5) / resBeta * Math.PI;
            (sines[i], cosines[i]) = double.SinCosPi((i + 0.5) / resBeta);
        }
        return new S2Grid(resAlpha, betas, cosines, sines, SphereQuadrature.Soft(resBeta), resBeta - 1);
    }

    /// <summary>e3nn's grid of a resolution whose sizes are completed by its rules.</summary>
    /// <param name="resolution">The sizes, for example from <see cref="S2Resolution.Complete"/>.</param>
    /// <returns>The grid.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A resolution is out of its range.</exception>
    /// <exception cref="ArgumentException">The number of polar angles is odd.</exception>
    public static S2Grid Soft(S2Resolution resolution) => Soft(resolution.ResBeta, resolution.ResAlpha);

    /// <summary>
    /// The nodes of Gauss and Legendre in cos β with evenly spaced azimuths: half the polar angles that <see cref="Soft(int, int)"/> needs.
    /// </summary>
    /// <param name="resBeta">N: the nodes integrate exactly to degree 2N−1.</param>
    /// <param name="resAlpha">M: the azimuths do to degree M−1.</param>
    /// <returns>The grid.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A resolution is out of its range.</exception>
    public static S2Grid GaussLegendre(int resBeta, int resAlpha)
    {
        GridArguments.Resolution(resBeta, nameof(resBeta));
        GridArguments.Resolution(resAlpha, nameof(resAlpha));
        (double[] nodes, double[] weights) = SphereQuadrature.GaussLegendre(resBeta);
        double[] sines = Array.ConvertAll(nodes, x => Math.Sqrt((1 - x) * (1 + x)));
        double[] betas = new double[resBeta];
        for (int i = 0; i < resBeta; i++) betas[i] = Math.Atan2(sines[i], nodes[i]);
        return new S2Grid(resAlpha, betas, nodes, sines, weights, 2 * resBeta - 1);
    }

    /// <summary>The smallest grid of Gauss and Legendre that integrates exactly to a degree.</summary>
    /// <param name="degree">
    /// The degree: 2·lmax for signals of degree lmax and back; the sum of the three degrees for the product of two signals.
    /// </param>
    /// <returns>A grid of ⌈(degree+1)/2⌉ by degree+1 points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative or needs more points than a grid can have.</exception>
    public static S2Grid GaussLegendreFor(int degree)
    {
        if (degree is < 0 or >= GridArguments.MaxResolution)
            throw new ArgumentOutOfRangeException(
                nameof(degree),
                degree,
                $"The degree must be from 0 to {GridArguments.MaxResolution - 1}."
            );
        return GaussLegendre(degree / 2 + 1, degree + 1);
    }

    /// <summary>The points of the grid.</summary>
    /// <returns>[res_beta, res_alpha, 3], each (x, y, z).</returns>
    /// <exception cref="ArgumentException">The grid has too many points.</exception>
    public double[] Points()
    {
        double[] points = new double[GridArguments.Table("The points", ResBeta, ResAlpha, 3)];
        int n = 0;
        for (int i = 0; i < ResBeta; i++)
        foreach (double alpha in _alphas)
        {
            (double sin, double cos) = Math.SinCos(alpha);
            (points[n], points[n + 1], points[n + 2]) = (_sines[i] * sin, _cosines[i], _sines[i] * cos);
            n += 3;
        }
        return points;
    }

    /// <summary>The transform from coefficients to values on this grid, e3nn's <c>ToS2Grid</c>.</summary>
    /// <param name="lmax">The largest degree of the signals; may exceed <see cref="Lmax"/>, but then nothing leads back.</param>
    /// <param name="normalization">How the coefficients are scaled.</param>
    /// <returns>The transform.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of its range, or the normalisation is none.</exception>
    /// <exception cref="ArgumentException">A table would be too large.</exception>
    public S2Synthesis Synthesis(int lmax, GridNormalization normalization = GridNormalization.Component) =>
        Synthesis(lmax, S2Scales.Synthesis(GridArguments.Degree(lmax), normalization));

    /// <summary>The transform from coefficients to values on this grid, with factors of its own.</summary>
    /// <param name="lmax">The largest degree of the signals.</param>
    /// <param name="scales">The factor of each degree's orthonormal harmonics, [lmax+1].</param>
    /// <returns>The transform.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of its range.</exception>
    /// <exception cref="ArgumentException">There is not one factor for each degree, or a table would be too large.</exception>
    public S2Synthesis Synthesis(int lmax, ReadOnlySpan<double> scales) => new(S2Tables.Build(this, lmax, scales, weighted: false));

    /// <summary>The transform from values on this grid to coefficients, e3nn's <c>FromS2Grid</c>.</summary>
    /// <param name="lmax">The largest degree of the coefficients; the grid must have polar angles for it.</param>
    /// <param name="normalization">How the coefficients are scaled.</param>
    /// <param name="lmaxIn">The largest degree of the signal that was put on the grid, which scales its variance; lmax when null.</param>
    /// <returns>The transform. With fewer than 2·lmax+1 azimuths, orders beyond those that they resolve are aliased.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A degree is out of its range, or the normalisation is none.</exception>
    /// <exception cref="ArgumentException">The grid has too few polar angles for the degree, or a table would be too large.</exception>
    public S2Analysis Analysis(int lmax, GridNormalization normalization = GridNormalization.Component, int? lmaxIn = null) =>
        Analysis(lmax, S2Scales.Analysis(GridArguments.Degree(lmax), GridArguments.Degree(lmaxIn ?? lmax, nameof(lmaxIn)), normalization));

    /// <summary>The transform from values on this grid to coefficients, with factors of its own.</summary>
    /// <param name="lmax">The largest degree of the coefficients.</param>
    /// <param name="scales">The factor of each degree's mean over the sphere of signal times harmonic, [lmax+1]; 4π inverts the scale 1.</param>
    /// <returns>The transform.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of its range.</exception>
    /// <exception cref="ArgumentException">
    /// The grid has too few polar angles, there is not one factor for each degree, or a table would be too large.
    /// </exception>
    public S2Analysis Analysis(int lmax, ReadOnlySpan<double> scales)
    {
        if (GridArguments.Degree(lmax) > MaxPolarDegree)
            throw new ArgumentException(
                $"A grid of {ResBeta} polar angles resolves degrees up to {MaxPolarDegree}, not {lmax}: make it finer.",
                nameof(lmax)
            );
        return new(S2Tables.Build(this, lmax, scales, weighted: true));
    }
}
