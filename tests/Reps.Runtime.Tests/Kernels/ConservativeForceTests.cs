using System;
using System.Linq;

namespace Reps.Tests.Kernels;

/// <summary>Forces from backward passes are the negative gradient of the energy, and come from a potential.</summary>
public sealed class ConservativeForceTests
{
    private const int Points = 5;

    private readonly PairNetwork _network = new(Points, new Random(4));
    private readonly double[] _positions = Numerical.Normal(3 * Points, new Random(5));

    [Fact]
    public void ForcesAreTheNegativeGradient()
    {
        double[] numerical = [.. Enumerable.Range(0, 3 * Points).Select(n => -Numerical.Derivative(t => _network.Energy(Numerical.Move(_positions, t, Unit(n)))))];
        Reference.Near(numerical, _network.Forces(_positions), 1e-6, "forces");
    }

    [Fact]
    public void ForcesAddToZero()
    {
        double[] forces = _network.Forces(_positions);
        for (int axis = 0; axis < 3; axis++) Assert.Equal(0, forces.Where((_, n) => n % 3 == axis).Sum(), 1e-12 * forces.Max(Math.Abs));
    }

    [Fact]
    public void TheJacobianOfTheForcesIsSymmetric()
    {
        double[][] jacobian = Jacobian();
        double scale = jacobian.Max(row => row.Max(Math.Abs));
        for (int m = 0; m < jacobian.Length; m++)
        for (int n = 0; n < m; n++)
            Assert.Equal(jacobian[m][n], jacobian[n][m], 1e-6 * scale);
    }

    [Fact]
    public void TheSecondOrderIsTheJacobianOfTheForces()
    {
        double[][] jacobian = Jacobian();
        for (int n = 0; n < jacobian.Length; n++)
            Reference.Near(jacobian[n], [.. _network.HessianTimes(_positions, Unit(n)).Select(v => -v)], 1e-6, $"column {n}");
    }

    private double[][] Jacobian() =>
        [.. Enumerable.Range(0, 3 * Points).Select(n => Numerical.Derivative(t => _network.Forces(Numerical.Move(_positions, t, Unit(n)))))];

    private static double[] Unit(int n) => [.. Enumerable.Range(0, 3 * Points).Select(m => m == n ? 1.0 : 0)];
}
