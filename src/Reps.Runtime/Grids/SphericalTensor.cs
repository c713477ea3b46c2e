using System;
using System.Linq;
using System.Threading;
using Reps.Kernels;

namespace Reps;

/// <summary>
/// A signal on the sphere, f(x) = Σ A^l·Y^l(x) with orthonormal harmonics, as a feature of one irrep for each degree: e3nn's
/// <c>SphericalTensor</c>. Inversion takes f(x) to p_val·f(p_arg·x).
/// </summary>
public sealed partial class SphericalTensor
{
    /// <summary>The number of polar angles where none is given, that of e3nn.</summary>
    public const int DefaultResolution = 100;

    private readonly SphericalHarmonics _harmonics;

    /// <summary>Signals of a degree.</summary>
    /// <param name="lmax">The largest degree.</param>
    /// <param name="parityOfValue">p_val: +1 or −1.</param>
    /// <param name="parityOfArgument">p_arg: −1 where x is a vector, +1 where it is a pseudovector.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of its range, or a parity is not ±1.</exception>
    public SphericalTensor(int lmax, int parityOfValue, int parityOfArgument)
    {
        Lmax = GridArguments.Degree(lmax);
        ParityOfValue = Parity(parityOfValue, nameof(parityOfValue));
        ParityOfArgument = Parity(parityOfArgument, nameof(parityOfArgument));
        int odd = parityOfValue * parityOfArgument;
        Irreps = new(Group.O3, Enumerable.Range(0, lmax + 1).Select(l => (MulIrrep)Irrep.O3(l, l % 2 == 0 ? parityOfValue : odd)));
        // Values of harmonics do not depend on what inversion does to them.
        _harmonics = SphericalHarmonics.Create(Irreps.SphericalHarmonics(lmax), HarmonicsNormalization.Integral, normalize: true);
    }

    /// <summary>The largest degree.</summary>
    public int Lmax { get; }

    /// <summary>The sign p_val that values take on under inversion.</summary>
    public int ParityOfValue { get; }

    /// <summary>The sign p_arg that arguments take on under inversion.</summary>
    public int ParityOfArgument { get; }

    /// <summary>The representation, one irrep for each degree.</summary>
    public Irreps Irreps { get; }

    /// <summary>The number of coefficients, (lmax+1)².</summary>
    public int Dim => Irreps.Dim;

    /// <summary>A sum of peaks as sharp as the degree allows: 4π/(lmax+1)²·Σ v·Y(r), so that a single one has the value v at r.</summary>
    /// <param name="positions">The directions r, [N, 3], of any length.</param>
    /// <param name="values">The values v, [N].</param>
    /// <returns>The coefficients, [dim].</returns>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    public double[] SumOfDiracs(ReadOnlySpan<double> positions, ReadOnlySpan<double> values)
    {
        double[] harmonics = Harmonics(positions, values.Length);
        double[] signal = new double[Dim];
        double scale = 4 * Math.PI / ((Lmax + 1) * (Lmax + 1));
        for (int n = 0; n < values.Length; n++)
        for (int i = 0; i < Dim; i++)
            signal[i] += scale * values[n] * harmonics[n * Dim + i];
        return signal;
    }

    /// <summary>The smallest signal that takes given values in given directions.</summary>
    /// <param name="positions">The directions, [N, 3]. N is at most 1,024.</param>
    /// <param name="values">The values, [N]; where they are empty, the lengths of the vectors. Those that are zero ask for nothing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The coefficients, [dim].</returns>
    /// <exception cref="ArgumentException">
    /// The lengths disagree; there are too many directions; lengths are to be values of a signal whose values change sign; or no signal of this
    /// degree takes these values.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public double[] WithPeaksAt(
        ReadOnlySpan<double> positions,
        ReadOnlySpan<double> values = default,
        CancellationToken cancellationToken = default
    )
    {
        int count = SpanGuard.Rows(nameof(positions), positions.Length, 3);
        if (count > MaxPeaks) throw new ArgumentException($"There are {count} directions, more than {MaxPeaks}.", nameof(positions));
        if (values.IsEmpty && count > 0 && ParityOfValue < 0)
            throw new ArgumentException(
                "Lengths do not change sign under inversion, as the values of this signal do: give values.",
                nameof(values)
            );
        double[] wanted = values.IsEmpty ? Lengths(positions) : values.ToArray();
        double[] harmonics = Harmonics(positions, wanted.Length);
        int[] asked = [.. Enumerable.Range(0, count).Where(n => wanted[n] != 0)];
        DenseMatrix rows = new(asked.Length, Dim, [.. asked.SelectMany(n => harmonics[(n * Dim)..((n + 1) * Dim)])]);
        double[] right = [.. asked.Select(n => wanted[n])];
        double[] solution = SymmetricEigen.Solve(rows * rows.Transpose(), right, cancellationToken);
        double[] signal = (new DenseMatrix(1, asked.Length, solution) * rows).Values;
        double[] reached = (rows * new DenseMatrix(Dim, 1, signal)).Values;
        double largest = right.Select(Math.Abs).DefaultIfEmpty().Max();
        for (int n = 0; n < asked.Length; n++)
            if (!(Math.Abs(right[n] - reached[n]) <= 1e-5 * largest))
                throw new ArgumentException(
                    $"No signal of degree {Lmax} takes these values: at direction {asked[n]} it would have {reached[n]:G6} instead of {right[n]:G6}."
                        + " Raise lmax, or leave out directions that are close together.",
                    nameof(positions)
                );
        return signal;
    }

    /// <summary>The signal of scattered samples: each point of a grid has the value of the nearest of them.</summary>
    /// <param name="positions">The directions, [N, 3]; at least one.</param>
    /// <param name="values">The values, [N].</param>
    /// <param name="resBeta">The number of polar angles of the grid.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The coefficients, [dim]; zero if there are no samples.</returns>
    /// <exception cref="ArgumentException">The lengths disagree, or the grid does not resolve the degree.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public double[] FromSamplesOnS2(
        ReadOnlySpan<double> positions,
        ReadOnlySpan<double> values,
        int resBeta = DefaultResolution,
        CancellationToken cancellationToken = default
    )
    {
        SpanGuard.Exactly(nameof(positions), positions.Length, values.Length, 3);
        S2Grid grid = S2Grid.Soft(S2Resolution.Complete(Lmax, resBeta));
        double[] signal = new double[Dim];
        if (values.IsEmpty) return signal;
        double[] directions = Normalized(positions);
        double[] points = grid.Points();
        double[] nearest = new double[points.Length / 3];
        for (int p = 0; p < nearest.Length; p++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double least, int index) = (double.PositiveInfinity, 0);
            for (int n = 0; n < values.Length; n++)
            {
                double distance = SquaredDistance(points.AsSpan(3 * p, 3), directions.AsSpan(3 * n, 3));
                if (distance < least) (least, index) = (distance, n);
            }
            nearest[p] = values[index];
        }
        grid.Analysis(Lmax, GridNormalization.Integral).Forward(nearest, signal);
        return signal;
    }

    /// <summary>The norm of each degree.</summary>
    /// <param name="signals">[rows, dim].</param>
    /// <param name="norms">[rows, lmax+1], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public void Norms(ReadOnlySpan<double> signals, Span<double> norms)
    {
        int rows = SpanGuard.Rows(nameof(signals), signals.Length, Dim);
        SpanGuard.Exactly(nameof(norms), norms.Length, rows, Lmax + 1);
        SpanGuard.Apart(nameof(norms), norms, signals);
        for (int row = 0; row < rows; row++)
        for (int l = 0; l <= Lmax; l++)
        {
            double sum = 0;
            foreach (double value in signals.Slice(row * Dim + l * l, 2 * l + 1)) sum += value * value;
            norms[row * (Lmax + 1) + l] = Math.Sqrt(sum);
        }
    }

    /// <summary>The values of signals in given directions.</summary>
    /// <param name="signals">[rows, dim].</param>
    /// <param name="positions">The directions, [N, 3], of any length.</param>
    /// <param name="values">[rows, N], overwritten.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the memory overlaps.</exception>
    public void SignalXyz(ReadOnlySpan<double> signals, ReadOnlySpan<double> positions, Span<double> values)
    {
        int rows = SpanGuard.Rows(nameof(signals), signals.Length, Dim);
        int count = SpanGuard.Rows(nameof(positions), positions.Length, 3);
        SpanGuard.Exactly(nameof(values), values.Length, rows, count);
        SpanGuard.Apart(nameof(values), values, signals, positions);
        double[] harmonics = Harmonics(positions, count);
        for (int row = 0; row < rows; row++)
        for (int n = 0; n < count; n++)
        {
            double sum = 0;
            for (int i = 0; i < Dim; i++) sum += signals[row * Dim + i] * harmonics[n * Dim + i];
            values[row * count + n] = sum;
        }
    }

    /// <summary>The values of signals on e3nn's grid.</summary>
    /// <param name="signals">[rows, dim].</param>
    /// <param name="resBeta">The number of polar angles.</param>
    /// <param name="normalization">How the coefficients are scaled; integral for those that this class makes.</param>
    /// <returns>The grid, and the values, [rows, res_beta, res_alpha].</returns>
    /// <exception cref="ArgumentException">The length is wrong, or the grid does not resolve the degree.</exception>
    public (S2Grid Grid, double[] Values) SignalOnGrid(
        ReadOnlySpan<double> signals,
        int resBeta = DefaultResolution,
        GridNormalization normalization = GridNormalization.Integral
    )
    {
        int rows = SpanGuard.Rows(nameof(signals), signals.Length, Dim);
        S2Grid grid = S2Grid.Soft(S2Resolution.Complete(Lmax, resBeta));
        double[] values = new double[GridArguments.Table("The values", rows, grid.ResBeta, grid.ResAlpha)];
        grid.Synthesis(Lmax, normalization).Forward(signals, values);
        return (grid, values);
    }

    /// <summary>The irreps.</summary>
    public override string ToString() => Irreps.ToString();

    private static int Parity(int parity, string name) => parity is 1 or -1
        ? parity
        : throw new ArgumentOutOfRangeException(name, parity, "A parity is +1 or -1.");

    private double[] Harmonics(ReadOnlySpan<double> positions, int count)
    {
        SpanGuard.Exactly(nameof(positions), positions.Length, count, 3);
        double[] harmonics = new double[GridArguments.Table("The harmonics", count, Dim)];
        _harmonics.Forward(positions, harmonics.AsSpan());
        return harmonics;
    }
}
