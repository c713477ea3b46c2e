using static TorchSharp.torch;

namespace Reps.Layers.Rotations;

/// <summary>Lengths and angles whose gradients of every order are zero, not NaN, where the direction is not defined.</summary>
internal static class SafeAngles
{
    /// <summary>The length of the vectors in the last dimension.</summary>
    public static Tensor Length(Tensor vectors)
    {
        Tensor square = (vectors * vectors).sum(-1);
        Tensor known = square.IsAbove(0);
        // The inner where keeps the derivative of the root finite where the outer one drops it.
        return where(known, where(known, square, ones_like(square)).sqrt(), zeros_like(square));
    }

    /// <summary>The vectors in the last dimension divided by their length; zero stays zero.</summary>
    public static Tensor Normalize(Tensor vectors)
    {
        Tensor length = Length(vectors).unsqueeze(-1);
        return vectors / where(length.IsAbove(0), length, ones_like(length));
    }

    /// <summary>The angle of (x, y) from x; zero at the origin.</summary>
    public static Tensor Atan2(Tensor y, Tensor x)
    {
        Tensor known = y.IsNonzero().logical_or(x.IsNonzero());
        return where(known, y.atan2(where(known, x, ones_like(x))), zeros_like(x));
    }
}
