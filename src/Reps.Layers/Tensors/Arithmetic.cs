using TorchSharp;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <summary>
/// Sums of tensors, and operations of tensors with numbers, in place of TorchSharp's operators. TorchSharp makes a finalizable object of
/// each number, and of the factor 1 in every sum, and the collector may finalize it while native code reads it. Here each number lives
/// until the operation has ended, and nothing is left to the finalizer.
/// </summary>
internal static class Arithmetic
{
    /// <summary>One, for arguments of type <see cref="Scalar"/>; never disposed.</summary>
    public static readonly Scalar One = 1;

    /// <summary>left + right.</summary>
    public static Tensor Plus(this Tensor left, Tensor right) => left.add(right, One);

    /// <summary>x + number.</summary>
    public static Tensor Plus(this Tensor x, double number)
    {
        using Scalar scalar = number;
        return x.add(scalar, One);
    }

    /// <summary>x − number.</summary>
    public static Tensor Minus(this Tensor x, double number)
    {
        using Scalar scalar = number;
        return x.sub(scalar);
    }

    /// <summary>number − x.</summary>
    public static Tensor SubtractedFrom(this Tensor x, double number) => x.negative().Plus(number);

    /// <summary>x · factor.</summary>
    public static Tensor Times(this Tensor x, double factor)
    {
        using Scalar scalar = factor;
        return x.mul(scalar);
    }

    /// <summary>x / divisor.</summary>
    public static Tensor Over(this Tensor x, double divisor)
    {
        using Scalar scalar = divisor;
        return x.div(scalar);
    }

    /// <summary>The remainder of integers, from 0 to the divisor.</summary>
    public static Tensor Modulo(this Tensor x, long divisor)
    {
        using Scalar scalar = divisor;
        return x.remainder(scalar);
    }

    /// <summary>x with every number moved into an interval.</summary>
    public static Tensor Clamped(this Tensor x, double least, double greatest)
    {
        using Scalar min = least;
        using Scalar max = greatest;
        return x.clamp(min, max);
    }

    /// <summary>x &gt; number.</summary>
    public static Tensor IsAbove(this Tensor x, double number)
    {
        using Scalar scalar = number;
        return x.gt(scalar);
    }

    /// <summary>x ≥ number.</summary>
    public static Tensor IsAtLeast(this Tensor x, double number)
    {
        using Scalar scalar = number;
        return x.ge(scalar);
    }

    /// <summary>x &lt; number.</summary>
    public static Tensor IsBelow(this Tensor x, double number)
    {
        using Scalar scalar = number;
        return x.lt(scalar);
    }

    /// <summary>x ≠ 0.</summary>
    public static Tensor IsNonzero(this Tensor x)
    {
        using Scalar scalar = 0;
        return x.ne(scalar);
    }

    /// <summary>A tensor like another, with one number everywhere.</summary>
    public static Tensor Filled(this Tensor like, double number)
    {
        using Scalar scalar = number;
        return full_like(like, scalar);
    }

    /// <summary>The integers from the first to the last as numbers of the type of a tensor, on its device.</summary>
    public static Tensor Range(int first, int last, Tensor like)
    {
        using Scalar from = first;
        using Scalar to = last + 1;
        return arange(from, to, One, dtype: like.dtype, device: like.device);
    }

    /// <summary>Adds rows to those that an index names: a new tensor.</summary>
    public static Tensor AddRows(this Tensor x, Tensor index, Tensor rows) => x.index_add(0, index, rows, One);
}
