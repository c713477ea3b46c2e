using System;
using System.Linq;
using System.Text.Json;
using System.Threading;

namespace Reps.Tests.Grids;

public class SO3GridTests
{
    [Fact]
    public void ActivationIsThatOfE3nn()
    {
        JsonElement golden = Reference.Load("so3_golden").GetProperty("so3_activation");
        SO3Grid grid = new(golden.GetProperty("lmax_in").GetInt32(), golden.GetProperty("resolution").GetInt32());
        double[] x = new double[10];
        E3nnLayout.FromE3nn<double>(grid.Irreps, Reference.Data(golden.GetProperty("x")), x);
        double[] values = new double[grid.Points];
        grid.ToGrid(x, values);
        ScalarActivation.Tanh.Apply(values, values, ScalarActivation.Tanh.Constant(MomentSource.E3nn));
        double[] y = new double[10];
        grid.FromGrid(values, y);
        double[] actual = new double[10];
        E3nnLayout.ToE3nn<double>(grid.Irreps, y, actual);
        // e3nn evaluates its matrices in single precision.
        Reference.Near(Reference.Data(golden.GetProperty("out")), actual, 1e-6, "so3 activation");
    }

    [Fact]
    public void TheTableHasTheMatricesOfThePoints()
    {
        SO3Grid grid = new(3, 2, aspectRatio: 1.3);
        Assert.Equal((5, 4), (grid.ResAlpha, grid.ResBeta));
        double[] rows = new double[grid.Table.Length];
        E3nnLayout.ToE3nn<double>(grid.Irreps, grid.Table, rows);
        for (int point = 0; point < grid.Points; point++)
        {
            (int a, int b, int c) = (point / grid.ResAlpha / grid.ResBeta, point / grid.ResAlpha % grid.ResBeta, point % grid.ResAlpha);
            Rotation rotation = Rotation.FromEuler(grid.Sphere.Alphas[a], grid.Sphere.Betas[b], grid.Sphere.Alphas[c]);
            double[] expected = [.. WignerD.UpTo(3, rotation).SelectMany((d, l) => d.Select(v => Math.Sqrt(2 * l + 1) * v))];
            Reference.Near(expected, rows[(point * grid.Dim)..((point + 1) * grid.Dim)], 1e-13, "D");
        }
    }

    [Theory]
    [InlineData(GridNormalization.Component)]
    [InlineData(GridNormalization.Norm)]
    [InlineData(GridNormalization.Integral)]
    public void FeaturesReturnFromTheSmallestGrid(GridNormalization normalization)
    {
        SO3Grid grid = new(2, 3, normalization);
        Assert.Equal(1, grid.Weights.ToArray().Sum() * grid.ResAlpha * grid.ResAlpha, 1e-14);
        double[] x = S2GridTests.Random(new Random(1), 2 * grid.Dim);
        double[] values = new double[2 * grid.Points];
        grid.ToGrid(x, values);
        double[] back = new double[x.Length];
        grid.FromGrid(values, back);
        Reference.Near(x, back, 1e-13, "features");
        double[] to = grid.ToGridMatrix();
        double[] from = grid.FromGridMatrix();
        for (int i = 0; i < grid.Dim; i++)
        for (int j = 0; j < grid.Dim; j++)
        {
            double product = Enumerable.Range(0, grid.Points).Sum(p => from[p * grid.Dim + i] * to[p * grid.Dim + j]);
            Assert.Equal(i == j ? 1 : 0, product, 1e-12);
        }
    }

    [Fact]
    public void RotatingTheFeatureTurnsTheSignal()
    {
        // A quarter turn about y moves the grid of γ onto itself: f(R·g) has the angle γ + π/2.
        SO3Grid grid = new(2, 3);
        double[] x = S2GridTests.Random(new Random(2), grid.Dim);
        double[] turned = new double[grid.Dim];
        RepresentationAction.Apply<double>(grid.Irreps, new OrthogonalTransform(Rotation.AboutY(Math.PI / 2), false), x, turned);
        double[] values = new double[grid.Points];
        double[] shifted = new double[grid.Points];
        grid.ToGrid(x, values);
        grid.ToGrid(turned, shifted);
        int n = grid.ResAlpha;
        for (int p = 0; p < grid.Points; p++) Assert.Equal(values[p / n * n + (p + n / 4) % n], shifted[p], 1e-12);
    }

    [Fact]
    public void ComponentNormalisationKeepsTheVarianceOne()
    {
        SO3Grid grid = new(2, 3);
        Random random = new(3);
        double sum = 0;
        double[] values = new double[grid.Points];
        for (int trial = 0; trial < 500; trial++)
        {
            grid.ToGrid(S2GridTests.Random(random, grid.Dim), values);
            for (int p = 0; p < grid.Points; p++) sum += values[p] * values[p] * grid.Weights[p / grid.ResAlpha % grid.ResBeta];
        }
        Assert.Equal(1, sum / 500, 0.05);
    }

    [Fact]
    public void BadArgumentsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SO3Grid(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SO3Grid(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SO3Grid(1, 3, aspectRatio: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SO3Grid(1, 3, (GridNormalization)5));
        Assert.Throws<ArgumentException>(() => new SO3Grid(20, 200));
        Assert.Throws<ArgumentException>(() => new SO3Grid(1, 2).ToGrid(new double[10], new double[3]));
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new SO3Grid(1, 2, cancellationToken: source.Token));
    }
}
