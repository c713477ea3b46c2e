using System;
using System.Linq;
using System.Numerics;
using System.Text.Json;

namespace Reps.Tests.Rotations;

/// <summary>Wigner matrices against e3nn's values and against what makes them a representation.</summary>
public sealed class WignerDTests
{
    [Fact]
    public void MatricesAreThoseOfTheReference()
    {
        JsonElement c = Reference.Load("wigner_d");
        double[][] angles = Reference.Rows(c.GetProperty("angles_alpha_beta_gamma_YXY"));
        foreach (JsonProperty degree in c.GetProperty("D").EnumerateObject())
            for (int n = 0; n < angles.Length; n++)
            {
                double[] expected = [.. Reference.Rows(degree.Value[n]).SelectMany(r => r)];
                double[] actual = WignerD.Matrix(int.Parse(degree.Name), Rotation.FromEuler(angles[n][0], angles[n][1], angles[n][2]));
                Reference.Near(expected, actual, 1e-12, "D" + degree.Name);
            }
    }

    [Fact]
    public void GoldenMatricesAndHalfTurn()
    {
        JsonElement c = Reference.Load("so3_golden").GetProperty("wigner_D");
        double[] a = Reference.Vector(c.GetProperty("alpha,beta,gamma"));
        foreach (JsonProperty degree in c.GetProperty("D").EnumerateObject())
            Reference.Near(Reference.Data(degree.Value), WignerD.Matrix(int.Parse(degree.Name), Rotation.FromEuler(a[0], a[1], a[2])), 1e-13, "D");
        // J is the half turn about x + y, which exchanges the first two axes; the file's values carry the noise of matrix exponentials.
        Rotation j = Rotation.FromAxisAngle([1, 1, 0], Math.PI);
        foreach (JsonProperty degree in c.GetProperty("J").EnumerateObject())
            Reference.Near(Reference.Data(degree.Value), WignerD.Matrix(int.Parse(degree.Name), j), 1e-13, "J");
    }

    [Fact]
    public void ProductsAndInverses()
    {
        Random random = new(1);
        for (int trial = 0; trial < 5; trial++)
        {
            (Rotation a, Rotation b) = (Rotation.Random(random), Rotation.Random(random));
            for (int l = 0; l <= 12; l++)
            {
                int dim = 2 * l + 1;
                double[] da = WignerD.Matrix(l, a);
                Reference.Near(Multiply(da, WignerD.Matrix(l, b), dim), WignerD.Matrix(l, a * b), 1e-12, $"D{l}");
                Reference.Near(Transpose(da, dim), WignerD.Matrix(l, a.Inverse()), 1e-12, $"D{l} inverse");
            }
        }
    }

    [Theory]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(100)]
    public void KeepsItsDigitsAtHighDegree(int l)
    {
        Random random = new(l);
        (Rotation a, Rotation b) = (Rotation.Random(random), Rotation.Random(random));
        int dim = 2 * l + 1;
        double[] da = WignerD.Matrix(l, a);
        Reference.Near(Identity(dim), Multiply(da, Transpose(da, dim), dim), 3e-13, $"D{l} orthogonal");
        Reference.Near(Multiply(da, WignerD.Matrix(l, b), dim), WignerD.Matrix(l, a * b), 1e-12, $"D{l} product");
    }

    [Fact]
    public void RotationsAboutThePolarAxisTurnPairs()
    {
        const int L = 7;
        foreach (double alpha in new[] { 0.7, -2.5 })
        {
            double[] expected = new double[15 * 15];
            for (int k = -L; k <= L; k++)
            {
                expected[(L + k) * 15 + L + k] = Math.Cos(k * alpha);
                if (k != 0) expected[(L + k) * 15 + L - k] = -Math.Sin(k * alpha);
            }
            Reference.Near(expected, WignerD.Matrix(L, Rotation.FromAxisAngle([0, 1, 0], alpha)), 1e-13, "about y");
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(25)]
    [InlineData(100)]
    public void TracesAreCharacters(int l)
    {
        const double Angle = 1.3;
        int dim = 2 * l + 1;
        double[] matrix = WignerD.Matrix(l, Rotation.FromAxisAngle([0.3, -0.8, 0.5], Angle));
        double trace = Enumerable.Range(0, dim).Sum(i => matrix[i * (dim + 1)]);
        Assert.Equal(Math.Sin(dim * Angle / 2) / Math.Sin(Angle / 2), trace, 1e-11);
    }

    [Fact]
    public void ParityDecidesWhatInversionDoes()
    {
        OrthogonalTransform inversion = new(Rotation.Identity, true);
        Reference.Near(Identity(3), WignerD.Matrix(Irrep.O3(1, 1), inversion), 0, "1e");
        Reference.Near([.. Identity(3).Select(v => -v)], WignerD.Matrix(Irrep.O3(1, -1), inversion), 0, "1o");
        Assert.Contains("no inversion", Assert.Throws<ArgumentException>(() => WignerD.Matrix(Irrep.SO3(1), inversion)).Message);
        Assert.Contains("SU2", Assert.Throws<ArgumentException>(() => WignerD.Matrix(Irrep.SU2(1), inversion)).Message);
    }

    [Fact]
    public void CouplingTensorsAreInvariant()
    {
        // D ⊗ D ⊗ D leaves the real coupling tensor alone: the two sides share no code.
        Random random = new(2);
        for (int l1 = 0; l1 <= 8; l1++)
        for (int l2 = 0; l2 <= 8; l2 += 1 + l1 / 4)
        {
            int l3 = Math.Abs(l1 - l2) + random.Next(Math.Min(2 * Math.Min(l1, l2) + 1, 9 - Math.Abs(l1 - l2)));
            Rotation r = Rotation.Random(random);
            Algebra.SparseTensor tensor = Algebra.ClebschGordan.RealTensor(l1, l2, l3);
            (double[] d1, double[] d2, double[] d3) = (WignerD.Matrix(l1, r), WignerD.Matrix(l2, r), WignerD.Matrix(l3, r));
            (int n1, int n2, int n3) = (2 * l1 + 1, 2 * l2 + 1, 2 * l3 + 1);
            double[] dense = new double[n1 * n2 * n3];
            for (int e = 0; e < tensor.Count; e++)
                dense[(tensor.Index(e, 0) * n2 + tensor.Index(e, 1)) * n3 + tensor.Index(e, 2)] = tensor.Value(e).ToDouble();
            double[] moved = new double[dense.Length];
            for (int e = 0; e < tensor.Count; e++)
            for (int i = 0; i < n1; i++)
            for (int j = 0; j < n2; j++)
            {
                double factor = tensor.Value(e).ToDouble() * d1[i * n1 + tensor.Index(e, 0)] * d2[j * n2 + tensor.Index(e, 1)];
                for (int k = 0; k < n3; k++) moved[(i * n2 + j) * n3 + k] += factor * d3[k * n3 + tensor.Index(e, 2)];
            }
            Reference.Near(dense, moved, 1e-12, $"{l1} {l2} {l3}");
        }
    }

    [Fact]
    public void SpinMatricesAreUnitaryAndMultiply()
    {
        for (int twoJ = 0; twoJ <= 9; twoJ++)
        {
            int dim = twoJ + 1;
            Complex[] a = WignerD.SU2(twoJ, 0.3, 1.1, -2);
            for (int i = 0; i < dim; i++)
            for (int j = 0; j < dim; j++)
            {
                Complex sum = 0;
                for (int k = 0; k < dim; k++) sum += a[i * dim + k] * Complex.Conjugate(a[j * dim + k]);
                Assert.True((sum - (i == j ? 1 : 0)).Magnitude < 1e-13);
            }
            // Angles about one axis add up.
            Complex[] b = WignerD.SU2(twoJ, 0, 0.7, 0);
            Complex[] c = WignerD.SU2(twoJ, 0, 1.1, 0);
            Complex[] both = WignerD.SU2(twoJ, 0, 1.8, 0);
            for (int i = 0; i < dim * dim; i++)
            {
                Complex sum = 0;
                for (int k = 0; k < dim; k++) sum += b[i / dim * dim + k] * c[k * dim + i % dim];
                Assert.True((sum - both[i]).Magnitude < 1e-13);
            }
            // A full turn is −1 for half-integers.
            Complex[] turn = WignerD.SU2(twoJ, 0, 2 * Math.PI, 0);
            Assert.Equal(twoJ % 2 == 0 ? 1 : -1, turn[0].Real, 1e-13);
        }
    }

    [Fact]
    public void SpinOneHalfIsTheTextbookMatrix()
    {
        Complex[] d = WignerD.SU2(1, 0.4, 1.2, -0.5);
        // Components −1/2, +1/2.
        Near(Math.Cos(0.6) * Complex.FromPolarCoordinates(1, (0.4 - 0.5) / 2), d[0]);
        Near(Math.Sin(0.6) * Complex.FromPolarCoordinates(1, (0.4 + 0.5) / 2), d[1]);
        Near(-Math.Sin(0.6) * Complex.FromPolarCoordinates(1, -(0.4 + 0.5) / 2), d[2]);
        Near(Math.Cos(0.6) * Complex.FromPolarCoordinates(1, -(0.4 - 0.5) / 2), d[3]);
    }

    private static void Near(Complex expected, Complex actual) => Assert.True((expected - actual).Magnitude < 1e-14, $"expected {expected}, got {actual}");

    private static double[] Identity(int n) => [.. Enumerable.Range(0, n * n).Select(i => i / n == i % n ? 1.0 : 0.0)];

    private static double[] Transpose(double[] m, int n) => [.. Enumerable.Range(0, n * n).Select(i => m[i % n * n + i / n])];

    private static double[] Multiply(double[] a, double[] b, int n)
    {
        double[] result = new double[n * n];
        for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
        for (int j = 0; j < n; j++)
            result[i * n + j] += a[i * n + k] * b[k * n + j];
        return result;
    }
}
