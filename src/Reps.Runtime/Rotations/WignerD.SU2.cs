using System;
using System.Numerics;
using Reps.Algebra;

namespace Reps;

public static partial class WignerD
{
    /// <summary>
    /// The complex matrix of a spin in the basis |j, m⟩, m from −j to j, Condon-Shortley convention: D[m, m'] = e^{−imα} d(β) e^{−im'γ}
    /// for the rotations about z, y, z of quantum mechanics. Half-integer spins change sign under a turn by 2π.
    /// </summary>
    /// <param name="twoJ">2j.</param>
    /// <param name="alpha">The last rotation, about z, in radians.</param>
    /// <param name="beta">The rotation about y, in radians.</param>
    /// <param name="gamma">The first rotation, about z, in radians.</param>
    /// <returns>(2j+1)² numbers, row-major; a unitary matrix.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The spin is negative or beyond 40, from where on the sum loses digits.</exception>
    public static Complex[] SU2(int twoJ, double alpha, double beta, double gamma)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(twoJ);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(twoJ, 80);
        // |j, m⟩ is a polynomial of degree 2j in two spinor components; a rotation substitutes linearly in it.
        double c = Math.Cos(beta / 2);
        double s = Math.Sin(beta / 2);
        int size = twoJ + 1;
        Complex[] result = new Complex[size * size];
        for (int row = 0; row < size; row++)
        for (int column = 0; column < size; column++)
        {
            (int plus, int plus2) = (row, column); // j + m and j + m'
            (int minus, int minus2) = (twoJ - row, twoJ - column);
            double norm = Math.Sqrt(
                ToDouble(Factorials.Of(plus)) * ToDouble(Factorials.Of(minus)) * ToDouble(Factorials.Of(plus2)) * ToDouble(Factorials.Of(minus2))
            );
            double sum = 0;
            for (int k = Math.Max(0, plus2 - plus); k <= Math.Min(plus2, minus); k++)
            {
                double denominator =
                    ToDouble(Factorials.Of(plus2 - k)) * ToDouble(Factorials.Of(k)) * ToDouble(Factorials.Of(plus - plus2 + k)) * ToDouble(Factorials.Of(minus - k));
                double term = Math.Pow(c, plus2 - k + (minus - k)) * Math.Pow(s, plus - plus2 + 2 * k) / denominator;
                sum += (plus - plus2 + k) % 2 == 0 ? term : -term;
            }
            double m = row - twoJ / 2.0;
            double n = column - twoJ / 2.0;
            result[row * size + column] = norm * sum * Complex.FromPolarCoordinates(1, -m * alpha - n * gamma);
        }
        return result;
    }

    private static double ToDouble(BigInteger value) => (double)value;
}
