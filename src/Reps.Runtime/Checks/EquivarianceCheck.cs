using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>
/// Measures whether a map commutes with its group, by random features and random group elements: rotations, and for O(3) every second
/// time an inversion as well.
/// </summary>
public static class EquivarianceCheck
{
    /// <summary>A map from batches of features to a batch of features: inputs [rows, dim] each, output [rows, dim] to be written.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="output">The output.</param>
    public delegate void Map(double[][] inputs, double[] output);

    /// <summary>Checks a generated tensor product with random weights.</summary>
    /// <typeparam name="TLayer">The layer.</typeparam>
    /// <typeparam name="TLeft">Its left representation.</typeparam>
    /// <typeparam name="TRight">Its right representation.</typeparam>
    /// <typeparam name="TOutput">Its output representation.</typeparam>
    /// <param name="trials">How many group elements to try.</param>
    /// <param name="seed">The seed of all randomness.</param>
    /// <returns>The worst error and its place.</returns>
    public static EquivarianceReport TensorProduct<TLayer, TLeft, TRight, TOutput>(int trials = 10, int seed = 0)
        where TLayer : ITensorProduct<TLeft, TRight, TOutput>
        where TLeft : struct, IRep<TLeft>
        where TRight : struct, IRep<TRight>
        where TOutput : struct, IRep<TOutput>
    {
        double[] weights = Normal(TLayer.WeightCount, new Random(seed));
        return Run(
            [Rep<TLeft>.Irreps, Rep<TRight>.Irreps],
            Rep<TOutput>.Irreps,
            (inputs, output) => TLayer.Forward(inputs[0], inputs[1], weights, output),
            trials: trials,
            seed: seed
        );
    }

    /// <summary>Checks a generated linear layer with random weights.</summary>
    /// <typeparam name="TLayer">The layer.</typeparam>
    /// <typeparam name="TInput">Its input representation.</typeparam>
    /// <typeparam name="TOutput">Its output representation.</typeparam>
    /// <param name="trials">How many group elements to try.</param>
    /// <param name="seed">The seed of all randomness.</param>
    /// <returns>The worst error and its place.</returns>
    public static EquivarianceReport Linear<TLayer, TInput, TOutput>(int trials = 10, int seed = 0)
        where TLayer : ILinear<TInput, TOutput>
        where TInput : struct, IRep<TInput>
        where TOutput : struct, IRep<TOutput>
    {
        double[] weights = Normal(TLayer.WeightCount, new Random(seed));
        return Run(
            [Rep<TInput>.Irreps],
            Rep<TOutput>.Irreps,
            (inputs, output) => TLayer.Forward(inputs[0], weights, output),
            trials: trials,
            seed: seed
        );
    }

    /// <summary>Checks a generated symmetric contraction with random weights of one element.</summary>
    /// <typeparam name="TLayer">The layer.</typeparam>
    /// <typeparam name="TInput">Its input representation.</typeparam>
    /// <typeparam name="TOutput">Its output representation.</typeparam>
    /// <param name="trials">How many group elements to try.</param>
    /// <param name="seed">The seed of all randomness.</param>
    /// <returns>The worst error and its place.</returns>
    public static EquivarianceReport SymmetricContraction<TLayer, TInput, TOutput>(int trials = 10, int seed = 0)
        where TLayer : ISymmetricContraction<TInput, TOutput>
        where TInput : struct, IRep<TInput>
        where TOutput : struct, IRep<TOutput>
    {
        const int Rows = 4;
        double[] weights = Normal(TLayer.WeightCount, new Random(seed));
        int[] elements = new int[Rows];
        return Run(
            [Rep<TInput>.Irreps],
            Rep<TOutput>.Irreps,
            (inputs, output) => TLayer.Forward(inputs[0], weights, elements, output),
            Rows,
            trials,
            seed
        );
    }

    /// <summary>Checks generated spherical harmonics.</summary>
    /// <typeparam name="TLayer">The layer.</typeparam>
    /// <typeparam name="TOutput">Its output representation.</typeparam>
    /// <param name="trials">How many group elements to try.</param>
    /// <param name="seed">The seed of all randomness.</param>
    /// <returns>The worst error and its place.</returns>
    public static EquivarianceReport SphericalHarmonics<TLayer, TOutput>(int trials = 10, int seed = 0)
        where TLayer : ISphericalHarmonics<TOutput>
        where TOutput : struct, IRep<TOutput>
    {
        Irreps output = Rep<TOutput>.Irreps;
        bool pseudovector = output.Any(entry => entry.Irrep.L % 2 == 1 && entry.Irrep.Parity > 0);
        Irrep vector = output.Group == Group.O3 ? Irrep.O3(1, pseudovector ? 1 : -1) : Irrep.SO3(1);
        return Run(
            [new Irreps(output.Group, [new MulIrrep(1, vector)])],
            output,
            (inputs, values) => TLayer.Forward(inputs[0], values),
            trials: trials,
            seed: seed
        );
    }

    /// <summary>Checks any map between representations of O(3) or SO(3).</summary>
    /// <param name="inputs">The representations of the inputs.</param>
    /// <param name="output">The representation of the output.</param>
    /// <param name="map">The map; it must give the same result each time.</param>
    /// <param name="rows">The size of the batches.</param>
    /// <param name="trials">How many group elements to try.</param>
    /// <param name="seed">The seed of all randomness.</param>
    /// <returns>The worst error and its place.</returns>
    /// <exception cref="ArgumentException">The representations are of different groups, or of SU(2), which has no real action.</exception>
    public static EquivarianceReport Run(IReadOnlyList<Irreps> inputs, Irreps output, Map map, int rows = 4, int trials = 10, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        if (output.Group == Group.SU2 || inputs.Any(input => input.Group != output.Group))
            throw new ArgumentException("An equivariance check needs representations of one group, O(3) or SO(3).", nameof(inputs));

        Random random = new(seed);
        double[][] x = [.. inputs.Select(input => Normal(rows * input.Dim, random))];
        double[] y = new double[rows * output.Dim];
        map(x, y);
        double scale = Math.Sqrt(y.Sum(value => value * value) / Math.Max(1, y.Length));
        (double Error, OrthogonalTransform Transform, int Index) worst = (0, new OrthogonalTransform(Rotation.Identity, false), 0);
        for (int trial = 0; trial < trials; trial++)
        {
            OrthogonalTransform g = new(Rotation.Random(random), output.Group == Group.O3 && trial % 2 == 1);
            double[] mapped = new double[y.Length];
            map([.. inputs.Select((input, n) => Act(input, g, x[n]))], mapped);
            double[] expected = Act(output, g, y);
            for (int n = 0; n < y.Length; n++)
            {
                double error = Math.Abs(mapped[n] - expected[n]) / (scale > 0 ? scale : 1);
                // Written so that a result that is not a number counts as the worst.
                if (!(error <= worst.Error)) worst = (double.IsNaN(error) ? double.PositiveInfinity : error, g, n);
            }
        }
        return Locate(output, worst, trials);
    }

    private static EquivarianceReport Locate(Irreps output, (double Error, OrthogonalTransform Transform, int Index) worst, int trials)
    {
        if (output.Dim == 0) return new EquivarianceReport(0, worst.Transform, 0, 0, default, 0, 0, trials);
        int position = worst.Index % output.Dim;
        int segment = 0;
        while (position >= output[segment].Dim) position -= output[segment++].Dim;
        return new EquivarianceReport(
            worst.Error,
            worst.Transform,
            worst.Index / output.Dim,
            segment,
            output[segment].Irrep,
            position / output[segment].Mul,
            position % output[segment].Mul,
            trials
        );
    }

    private static double[] Act(Irreps irreps, OrthogonalTransform g, double[] x)
    {
        double[] y = new double[x.Length];
        RepresentationAction.Apply(irreps, g, x, y);
        return y;
    }

    private static double[] Normal(int count, Random random)
    {
        double[] values = new double[count];
        for (int n = 0; n < count; n++) values[n] = Gaussian.Next(random);
        return values;
    }
}
