using System;
using System.Linq;
using System.Text.Json;

namespace Reps.Tests.Rotations;

/// <summary>Conversions between the forms of a rotation, and the conventions that e3nn's values fix.</summary>
public sealed class RotationTests
{
    private static readonly JsonElement s_golden = Reference.Load("so3_golden");

    [Fact]
    public void EulerAnglesAreThoseOfTheReference()
    {
        JsonElement c = Reference.Load("wigner_d");
        double[][] angles = Reference.Rows(c.GetProperty("angles_alpha_beta_gamma_YXY"));
        for (int n = 0; n < angles.Length; n++)
        {
            Rotation rotation = Rotation.FromEuler(angles[n][0], angles[n][1], angles[n][2]);
            double[] expected = [.. Reference.Rows(c.GetProperty("rotation_matrices")[n]).SelectMany(r => r)];
            Reference.Near(expected, rotation.ToMatrix(), 1e-14, "matrix");
        }
    }

    [Fact]
    public void QuaternionAndAxisAreThoseOfTheReference()
    {
        double[] a = Reference.Vector(s_golden.GetProperty("wigner_D").GetProperty("alpha,beta,gamma"));
        Rotation rotation = Rotation.FromEuler(a[0], a[1], a[2]);
        JsonElement c = s_golden.GetProperty("rotation");
        (double w, double x, double y, double z) = rotation.ToQuaternion();
        Reference.Near(Reference.Vector(c.GetProperty("quaternion")), [w, x, y, z], 1e-14, "quaternion");
        (double[] axis, double angle) = rotation.ToAxisAngle();
        Reference.Near(Reference.Vector(c.GetProperty("axis")), axis, 1e-14, "axis");
        Assert.Equal(c.GetProperty("angle")[0].GetDouble(), angle, 1e-13);
    }

    [Fact]
    public void EveryFormComesBack()
    {
        Random random = new(5);
        foreach (Rotation r in Enumerable.Range(0, 200).Select(_ => Rotation.Random(random)).Concat(Special()))
        {
            (double alpha, double beta, double gamma) = r.ToEuler();
            Assert.InRange(beta, 0, Math.PI);
            Same(r, Rotation.FromEuler(alpha, beta, gamma));
            Same(r, Rotation.FromMatrix(r.ToMatrix()));
            (double[] axis, double angle) = r.ToAxisAngle();
            Assert.InRange(angle, 0, Math.PI + 1e-15);
            Same(r, Rotation.FromAxisAngle(axis, angle));
            (double w, double x, double y, double z) = r.ToQuaternion();
            Same(r, Rotation.FromQuaternion(-w, -x, -y, -z));
            Same(Rotation.Identity, r * r.Inverse());
        }
    }

    [Fact]
    public void CompositionIsTheProductOfMatrices()
    {
        Random random = new(6);
        for (int n = 0; n < 50; n++)
        {
            (Rotation a, Rotation b) = (Rotation.Random(random), Rotation.Random(random));
            (double[] ma, double[] mb) = (a.ToMatrix(), b.ToMatrix());
            double[] product = new double[9];
            for (int i = 0; i < 9; i++)
            for (int k = 0; k < 3; k++)
                product[i] += ma[i / 3 * 3 + k] * mb[k * 3 + i % 3];
            Reference.Near(product, (a * b).ToMatrix(), 1e-14, "product");
            double[] v = [1, 2, 3];
            double[] moved = new double[3];
            a.Apply(v, moved);
            Reference.Near([.. Enumerable.Range(0, 3).Select(i => ma[3 * i] + 2 * ma[3 * i + 1] + 3 * ma[3 * i + 2])], moved, 1e-14, "vector");
        }
    }

    [Fact]
    public void AxesAreRightHanded()
    {
        double[] result = new double[3];
        Rotation.AboutZ(Math.PI / 2).Apply([1, 0, 0], result);
        Reference.Near([0, 1, 0], result, 1e-15, "x turns to y about z");
        Rotation.AboutX(Math.PI / 2).Apply([0, 1, 0], result);
        Reference.Near([0, 0, 1], result, 1e-15, "y turns to z about x");
        Rotation.AboutY(Math.PI / 2).Apply([0, 0, 1], result);
        Reference.Near([1, 0, 0], result, 1e-15, "z turns to x about y");
    }

    [Fact]
    public void RandomRotationsAreUniform()
    {
        // The mean of D over the group is zero, and so is that of every product of two different elements of the matrix.
        Random random = new(7);
        const int Count = 20000;
        double[] mean = new double[9];
        double square = 0;
        for (int n = 0; n < Count; n++)
        {
            double[] m = Rotation.Random(random).ToMatrix();
            for (int i = 0; i < 9; i++) mean[i] += m[i] / Count;
            square += m[4] * m[4] / Count;
        }
        Assert.All(mean, v => Assert.InRange(v, -0.02, 0.02));
        Assert.InRange(square, 1.0 / 3 - 0.02, 1.0 / 3 + 0.02);
    }

    [Fact]
    public void InversionsAreRecognised()
    {
        Random random = new(8);
        OrthogonalTransform g = new(Rotation.Random(random), true);
        OrthogonalTransform back = OrthogonalTransform.FromMatrix(g.ToMatrix());
        Assert.True(back.Inverts);
        Same(g.Rotation, back.Rotation);
        Assert.Contains("determinant -1", Assert.Throws<ArgumentException>(() => Rotation.FromMatrix(g.ToMatrix())).Message);
    }

    [Theory]
    [InlineData(new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1.1 }, "differs from the identity by 2.1E-001")]
    [InlineData(new double[] { 1, 0, 0, 0 }, "9 elements, not 4")]
    [InlineData(new double[] { double.NaN, 0, 0, 0, 1, 0, 0, 0, 1 }, "not orthogonal")]
    public void OtherMatricesAreRefused(double[] matrix, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Rotation.FromMatrix(matrix)).Message);

    [Fact]
    public void NothingIsMadeOfZero()
    {
        Assert.Throws<ArgumentException>(() => Rotation.FromQuaternion(0, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => Rotation.FromAxisAngle([0, 0, 0], 1));
        Assert.Throws<ArgumentException>(() => Rotation.FromAxisAngle([0, 1, 0], double.NaN));
    }

    // Both poles of the angles, half turns about every kind of axis, and almost nothing.
    private static Rotation[] Special() =>
        [
            Rotation.Identity,
            Rotation.FromEuler(1, 0, 0.5),
            Rotation.FromEuler(1, Math.PI, 0.5),
            Rotation.FromEuler(1, 1e-9, 0.5),
            Rotation.FromEuler(1, Math.PI - 1e-9, 0.5),
            Rotation.AboutX(Math.PI),
            Rotation.AboutY(Math.PI),
            Rotation.AboutZ(Math.PI),
            Rotation.FromAxisAngle([1, 2, -3], Math.PI),
            Rotation.FromAxisAngle([1, 2, -3], Math.PI - 1e-8),
            Rotation.FromAxisAngle([1, 2, -3], 1e-10),
            Rotation.FromAxisAngle([1, 0, 1], -2),
        ];

    private static void Same(Rotation expected, Rotation actual) => Reference.Near(expected.ToMatrix(), actual.ToMatrix(), 1e-11, "rotation");
}
