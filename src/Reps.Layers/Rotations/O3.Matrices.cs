using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>Rotations about the axes.</content>
public static partial class O3
{
    /// <summary>Rotations about x: e3nn's <c>matrix_x</c>.</summary>
    /// <param name="angle">[...], in radians.</param>
    /// <returns>[..., 3, 3].</returns>
    public static Tensor MatrixX(Tensor angle)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor c, Tensor s, Tensor zero, Tensor one) = Parts(angle);
        return scope.MoveToOuter(Matrix(3, one, zero, zero, zero, c, -s, zero, s, c));
    }

    /// <summary>Rotations about y, the polar axis: e3nn's <c>matrix_y</c>.</summary>
    /// <param name="angle">[...], in radians.</param>
    /// <returns>[..., 3, 3].</returns>
    public static Tensor MatrixY(Tensor angle)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor c, Tensor s, Tensor zero, Tensor one) = Parts(angle);
        return scope.MoveToOuter(Matrix(3, c, zero, s, zero, one, zero, -s, zero, c));
    }

    /// <summary>Rotations about z: e3nn's <c>matrix_z</c>.</summary>
    /// <param name="angle">[...], in radians.</param>
    /// <returns>[..., 3, 3].</returns>
    public static Tensor MatrixZ(Tensor angle)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        (Tensor c, Tensor s, Tensor zero, Tensor one) = Parts(angle);
        return scope.MoveToOuter(Matrix(3, c, -s, zero, s, c, zero, zero, zero, one));
    }

    private static (Tensor Cosine, Tensor Sine, Tensor Zero, Tensor One) Parts(Tensor angle)
    {
        Arguments.Real(nameof(O3), angle, nameof(angle));
        return (angle.cos(), angle.sin(), zeros_like(angle), ones_like(angle));
    }
}
