using System;
using System.Text.Json;
using Reps.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Tests.Rotations;

/// <summary>Conversions of rotations: e3nn's values, one way and back, rotations without torch, the places where angles are not defined.</summary>
public sealed class RotationConversionTests
{
    private const double Tight = 1e-12;

    [Fact]
    public void AnglesAndMatricesAreThoseOfE3nn()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = E3nnReference.Load("wigner_d");
        Tensor angles = golden.GetProperty("angles_alpha_beta_gamma_YXY").Values();
        Tensor matrices = golden.GetProperty("rotation_matrices").Values();
        Assertions.Close(matrices, O3.AnglesToMatrix(angles[.., 0], angles[.., 1], angles[.., 2]), 1e-10);
        (Tensor alpha, Tensor beta, Tensor gamma) = O3.MatrixToAngles(matrices);
        Assertions.Close(matrices, O3.AnglesToMatrix(alpha, beta, gamma), 1e-10);
        JsonElement one = E3nnReference.Load("so3_golden").GetProperty("rotation");
        JsonElement wigner = E3nnReference.Load("so3_golden").GetProperty("wigner_D");
        Tensor[] abc = [.. wigner.GetProperty("alpha,beta,gamma").Values().unbind(0)];
        Tensor matrix = wigner.GetProperty("R").Values();
        Assertions.Close(matrix, O3.AnglesToMatrix(abc[0], abc[1], abc[2]), 1e-10);
        Assertions.Close(one.GetProperty("quaternion").Values(), O3.MatrixToQuaternion(matrix), 1e-10);
        (Tensor axis, Tensor angle) = O3.MatrixToAxisAngle(matrix);
        Assertions.Close(one.GetProperty("axis").Values(), axis, 1e-10);
        Assertions.Close(one.GetProperty("angle").Values()[0], angle, 1e-10);
    }

    [Fact]
    public void EveryFormLeadsToTheSameMatrix()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(3);
        Tensor matrix = O3.RandomMatrix([50, 2], ScalarType.Float64, TestDevice.Current);
        Assert.Equal([50, 2, 3, 3], matrix.shape);
        Assertions.Close(eye(3, dtype: ScalarType.Float64, device: TestDevice.Current).expand(50, 2, 3, 3), matrix.matmul(matrix.transpose(-2, -1)), Tight);
        (Tensor a, Tensor b, Tensor c) = O3.MatrixToAngles(matrix);
        Tensor q = O3.MatrixToQuaternion(matrix);
        (Tensor axis, Tensor angle) = O3.MatrixToAxisAngle(matrix);
        Assertions.Close(matrix, O3.AnglesToMatrix(a, b, c), Tight, "angles");
        Assertions.Close(matrix, O3.QuaternionToMatrix(q), Tight, "quaternion");
        Assertions.Close(matrix, O3.QuaternionToMatrix(-q * 1.7), Tight, "scaled quaternion");
        Assertions.Close(matrix, O3.AxisAngleToMatrix(axis * 2, angle), Tight, "axis and angle");
        Assertions.Close(matrix, O3.QuaternionToMatrix(O3.AnglesToQuaternion(a, b, c)), Tight, "angles to quaternion");
        Assertions.Close(q, O3.AxisAngleToQuaternion(axis, angle), Tight, "axis to quaternion");
        (Tensor axis2, Tensor angle2) = O3.AnglesToAxisAngle(a, b, c);
        Assertions.Close(axis, axis2, Tight, "angles to axis");
        Assertions.Close(angle, angle2, Tight, "angles to axis angle");
        (Tensor a2, Tensor b2, Tensor c2) = O3.AxisAngleToAngles(axis, angle);
        Assertions.Close(stack([a, b, c]), stack([a2, b2, c2]), 1e-11, "axis to angles");
        (a2, b2, c2) = O3.QuaternionToAngles(q);
        Assertions.Close(stack([a, b, c]), stack([a2, b2, c2]), 1e-11, "quaternion to angles");
    }

    [Fact]
    public void ProductsAndInversesFollowTheMatrices()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(4);
        (Tensor a1, Tensor b1, Tensor c1) = O3.RandomAngles([7], ScalarType.Float64, TestDevice.Current);
        (Tensor a2, Tensor b2, Tensor c2) = O3.RandomAngles([3, 1], ScalarType.Float64, TestDevice.Current);
        (Tensor first, Tensor second) = (O3.AnglesToMatrix(a1, b1, c1), O3.AnglesToMatrix(a2, b2, c2));
        Tensor product = first.matmul(second);
        (Tensor a, Tensor b, Tensor c) = O3.ComposeAngles(a1, b1, c1, a2, b2, c2);
        Assertions.Close(product, O3.AnglesToMatrix(a, b, c), Tight);
        (Tensor q1, Tensor q2) = (O3.AnglesToQuaternion(a1, b1, c1), O3.AnglesToQuaternion(a2, b2, c2));
        Assertions.Close(product, O3.QuaternionToMatrix(O3.ComposeQuaternion(q1, q2)), Tight);
        (Tensor axis1, Tensor angle1) = O3.QuaternionToAxisAngle(q1);
        (Tensor axis2, Tensor angle2) = O3.QuaternionToAxisAngle(q2);
        (Tensor axis, Tensor angle) = O3.ComposeAxisAngle(axis1, angle1, axis2, angle2);
        Assertions.Close(product, O3.AxisAngleToMatrix(axis, angle), Tight);
        (a, b, c) = O3.InverseAngles(a1, b1, c1);
        Assertions.Close(first.transpose(-2, -1), O3.AnglesToMatrix(a, b, c), Tight);
        Assertions.Close(first.transpose(-2, -1), O3.QuaternionToMatrix(O3.InverseQuaternion(q1)), Tight);
        (a, b, c) = O3.IdentityAngles([2], ScalarType.Float64, TestDevice.Current);
        Assertions.Close(O3.AnglesToMatrix(a, b, c), O3.QuaternionToMatrix(O3.IdentityQuaternion([2], ScalarType.Float64, TestDevice.Current)), 0);
    }

    [Fact]
    public void AxesTurnAsTheRotationsWithoutTorch()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor angle = TestDevice.Normal(5, 1)[0];
        double value = angle.item<double>();
        Assertions.Close(Of(Rotation.AboutX(value)), O3.MatrixX(angle), Tight);
        Assertions.Close(Of(Rotation.AboutY(value)), O3.MatrixY(angle), Tight);
        Assertions.Close(Of(Rotation.AboutZ(value)), O3.MatrixZ(angle), Tight);
        Random random = new(6);
        for (int n = 0; n < 20; n++)
        {
            Rotation rotation = Rotation.Random(random);
            (double w, double x, double y, double z) = rotation.ToQuaternion();
            Assertions.Close(Vector(w, x, y, z), O3.MatrixToQuaternion(Of(rotation)), Tight);
            (double alpha, double beta, double gamma) = rotation.ToEuler();
            (Tensor a, Tensor b, Tensor c) = O3.MatrixToAngles(Of(rotation));
            Assertions.Close(Vector(alpha, beta, gamma), stack([a, b, c]), 1e-11);
        }
    }

    [Fact]
    public void HalfTurnsKeepTheirAxes()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (double[] axis in (double[][])[[1, 0, 0], [0, 1, 0], [0, 0, 1], [0.6, 0, -0.8], [2 / 3.0, -1 / 3.0, 2 / 3.0]])
        foreach (double away in (double[])[0, 1e-9, 1e-5])
        {
            Tensor matrix = O3.AxisAngleToMatrix(Vector(axis), Vector(Math.PI - away)[0]);
            (Tensor found, Tensor angle) = O3.MatrixToAxisAngle(matrix);
            Assert.True(Math.Abs(angle.item<double>() - Math.PI) <= away + 1e-14);
            Assertions.Close(Vector(axis), found * (found * Vector(axis)).sum().sign(), 1e-14);
            Assertions.Close(matrix, O3.AxisAngleToMatrix(found, angle), 1e-15);
        }
    }

    [Fact]
    public void UndefinedAnglesHaveValuesByConvention()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor pole = Vector(0, -2, 0).requires_grad_();
        (Tensor alpha, Tensor beta) = O3.XyzToAngles(pole);
        Assert.Equal((0, Math.PI), (alpha.item<double>(), beta.item<double>()));
        Assertions.Close(zeros_like(pole), autograd.grad([alpha + beta], [pole])[0], 0);
        (alpha, beta) = O3.XyzToAngles(zeros_like(pole));
        Assert.Equal((0, Math.PI / 2), (alpha.item<double>(), beta.item<double>()));
        (alpha, beta, Tensor gamma) = O3.MatrixToAngles(O3.MatrixY(Vector(0.7)[0]));
        Assert.Equal((0, 0), (alpha.item<double>(), beta.item<double>()));
        Assert.True(Math.Abs(gamma.item<double>() - 0.7) < 1e-15);
        Tensor identity = eye(3, dtype: ScalarType.Float64, device: TestDevice.Current).requires_grad_();
        (Tensor axis, Tensor angle) = O3.MatrixToAxisAngle(identity);
        Assertions.Close(Vector(0, 1, 0), axis, 0);
        Assert.Equal(0, angle.item<double>());
        Assert.True(autograd.grad([angle + axis.sum()], [identity])[0].isfinite().all().item<bool>());
    }

    [Fact]
    public void RandomRotationsAreUniform()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(8);
        const int Count = 20000;
        Tensor[] samples =
        [
            O3.RandomMatrix([Count], ScalarType.Float64, TestDevice.Current),
            Matrices(O3.RandomAngles([Count], ScalarType.Float64, TestDevice.Current)),
            O3.QuaternionToMatrix(O3.RandomQuaternion([Count], ScalarType.Float64, TestDevice.Current)),
            AxisMatrices(O3.RandomAxisAngle([Count], ScalarType.Float64, TestDevice.Current)),
        ];
        foreach (Tensor matrix in samples)
        {
            // Over the group the entries have mean 0 and mean square 1/3, and those of degree two have mean 0 as well.
            Assert.True(matrix.mean([0]).abs().max().item<double>() < 0.02);
            Assert.True(((matrix * matrix).mean([0]) - 1 / 3.0).abs().max().item<double>() < 0.02);
            Assert.True(O3.WignerD(2, matrix).mean([0]).abs().max().item<double>() < 0.02);
        }

        static Tensor Matrices((Tensor A, Tensor B, Tensor C) angles) => O3.AnglesToMatrix(angles.A, angles.B, angles.C);
        static Tensor AxisMatrices((Tensor Axis, Tensor Angle) turn) => O3.AxisAngleToMatrix(turn.Axis, turn.Angle);
    }

    [Fact]
    public void FirstAndSecondDerivativesAreRight()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] angles = [TestDevice.Normal(1, 4), TestDevice.Normal(2, 4), TestDevice.Normal(3, 4)];
        Assertions.Derivatives(x => O3.AnglesToMatrix(x[0], x[1], x[2]), angles);
        Assertions.Derivatives(x => O3.AnglesToQuaternion(x[0], x[1], x[2]), angles);
        Assertions.Derivatives(x => Join(O3.AnglesToAxisAngle(x[0], x[1], x[2])), angles, 1e-6);
        Tensor[] quaternion = [TestDevice.Normal(4, 5, 4)];
        Assertions.Derivatives(x => O3.QuaternionToMatrix(x[0]), quaternion, 1e-6);
        Assertions.Derivatives(x => Join(O3.QuaternionToAngles(x[0])), quaternion, 1e-5);
        Assertions.Derivatives(x => Join(O3.QuaternionToAxisAngle(x[0])), quaternion, 1e-6);
        Assertions.Derivatives(x => O3.MatrixToQuaternion(O3.QuaternionToMatrix(x[0])), quaternion, 1e-6);
        Assertions.Derivatives(x => Join(O3.MatrixToAxisAngle(O3.QuaternionToMatrix(x[0]))), quaternion, 1e-5);
        Assertions.Derivatives(x => O3.ComposeQuaternion(x[0], O3.InverseQuaternion(x[0].flip(0))), quaternion);
        Assertions.Derivatives(x => O3.AxisAngleToMatrix(x[0], x[1]), [TestDevice.Normal(5, 4, 3), TestDevice.Normal(6, 4)], 1e-6);
        Assertions.Derivatives(x => Join(O3.XyzToAngles(x[0])), [TestDevice.Normal(7, 5, 3)], 1e-6);
        Assertions.Derivatives(x => O3.AnglesToXyz(x[0], x[1]), angles[..2]);
    }

    [Fact]
    public void WrongShapesAndReflectionsAreRefused()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor matrix = eye(3, dtype: ScalarType.Float64);
        Assert.Contains("determinant", Assert.Throws<ArgumentException>(() => O3.MatrixToAngles(-matrix)).Message, StringComparison.Ordinal);
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => O3.MatrixToQuaternion(matrix[..2])).Message, StringComparison.Ordinal);
        Assert.Contains("4 numbers", Assert.Throws<ArgumentException>(() => O3.QuaternionToMatrix(matrix)).Message, StringComparison.Ordinal);
        Assert.Contains("'xyz'", Assert.Throws<ArgumentException>(() => O3.XyzToAngles(matrix[.., ..2])).Message, StringComparison.Ordinal);
    }

    private static Tensor Vector(params double[] values) => tensor(values, ScalarType.Float64).to(TestDevice.Current);

    private static Tensor Of(Rotation rotation) => Vector(rotation.ToMatrix()).reshape(3, 3);

    private static Tensor Join((Tensor First, Tensor Second) pair) =>
        pair.First.dim() == pair.Second.dim() ? stack([pair.First, pair.Second]) : cat([pair.First, pair.Second.unsqueeze(-1)], -1);

    private static Tensor Join((Tensor A, Tensor B, Tensor C) angles) => stack([angles.A, angles.B, angles.C]);
}
