using System;
using System.Linq;
using System.Numerics;
using Reps.Algebra;
using static TorchSharp.torch;

namespace Reps.Layers;

/// <content>Constants of the group as tensors.</content>
public static partial class O3
{
    /// <summary>The real coupling tensor of three degrees, of Frobenius norm one, exact to rounding: e3nn's <c>wigner_3j</c>.</summary>
    /// <param name="l1">The first degree.</param>
    /// <param name="l2">The second degree.</param>
    /// <param name="l3">The third degree, from |l1−l2| to l1+l2.</param>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>[2·l1+1, 2·l2+1, 2·l3+1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A degree is out of its range.</exception>
    public static Tensor Wigner3j(int l1, int l2, int l3, ScalarType? dtype = null, Device? device = null)
    {
        CheckDegree(l1);
        CheckDegree(l2);
        CheckDegree(l3);
        if (l3 < Math.Abs(l1 - l2) || l3 > l1 + l2)
            throw new ArgumentOutOfRangeException(
                nameof(l3),
                l3,
                $"Degrees {l1} and {l2} couple to degrees from {Math.Abs(l1 - l2)} to {l1 + l2}."
            );
        return Constant(ClebschGordan.RealTensor(l1, l2, l3).ToDense(), [2 * l1 + 1, 2 * l2 + 1, 2 * l3 + 1], dtype, device);
    }

    /// <summary>
    /// The matrix from the real basis to the complex one |l, m⟩ of Condon and Shortley: e3nn's <c>change_basis_real_to_complex</c>. Its factor
    /// (−i)^l makes coupling tensors real.
    /// </summary>
    /// <param name="l">The degree.</param>
    /// <param name="dtype">The type of the real part, float or double; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>[2l+1, 2l+1], complex: rows m = −l … l, columns the real components.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of its range.</exception>
    public static Tensor ChangeBasisRealToComplex(int l, ScalarType? dtype = null, Device? device = null)
    {
        CheckDegree(l);
        int size = 2 * l + 1;
        Complex[] matrix = new Complex[size * size];
        Complex phase = (l % 4) switch { 0 => Complex.One, 1 => -Complex.ImaginaryOne, 2 => -Complex.One, _ => Complex.ImaginaryOne };
        matrix[l * size + l] = phase;
        double root = Math.Sqrt(0.5);
        for (int m = 1; m <= l; m++)
        {
            Complex sign = (m % 2 == 0 ? root : -root) * phase;
            matrix[(l + m) * size + l + m] = sign;
            matrix[(l + m) * size + l - m] = Complex.ImaginaryOne * sign;
            matrix[(l - m) * size + l + m] = root * phase;
            matrix[(l - m) * size + l - m] = -Complex.ImaginaryOne * root * phase;
        }
        return Constant(matrix, [size, size], dtype, device);
    }

    /// <summary>
    /// The generators of rotations about x, y and z in the basis |j, m⟩ to which <see cref="ChangeBasisRealToComplex"/> leads: e3nn's
    /// <c>su2_generators</c>, for half-integers as well.
    /// </summary>
    /// <param name="twoJ">2j.</param>
    /// <param name="dtype">The type of the real part, float or double; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>[3, 2j+1, 2j+1], complex, antihermitian.</returns>
    /// <exception cref="ArgumentOutOfRangeException">2j is negative or beyond the budget.</exception>
    public static Tensor SU2Generators(int twoJ, ScalarType? dtype = null, Device? device = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(twoJ);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(twoJ, 2 * Budget.MaxDegree);
        int size = twoJ + 1;
        Complex[] generators = new Complex[3 * size * size];
        for (int n = 0; n < size; n++)
        {
            double m = n - twoJ / 2.0;
            generators[(size + n) * size + n] = new Complex(0, m);
            if (n == twoJ) continue;
            // √(j(j+1) − m(m+1)), of which half goes to each direction.
            double half = Math.Sqrt((double)(twoJ - n) * (n + 1)) / 2;
            generators[(n + 1) * size + n] = -half;
            generators[n * size + n + 1] = half;
            generators[(2 * size + n + 1) * size + n] = generators[(2 * size + n) * size + n + 1] = new Complex(0, half);
        }
        return Constant(generators, [3, size, size], dtype, device);
    }

    /// <summary>The generators of rotations about x, y and z in the real basis, the derivatives of D at the identity: e3nn's <c>so3_generators</c>.</summary>
    /// <param name="l">The degree.</param>
    /// <param name="dtype">The number type; null for torch's default.</param>
    /// <param name="device">The device; null for torch's default.</param>
    /// <returns>[3, 2l+1, 2l+1], antisymmetric.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is out of its range.</exception>
    public static Tensor SO3Generators(int l, ScalarType? dtype = null, Device? device = null)
    {
        CheckDegree(l);
        int size = 2 * l + 1;
        double[] generators = new double[3 * size * size];
        for (int m = 0; m <= l; m++)
        {
            Set(1, l + m, l - m, -m);
            if (m == l) continue;
            // The raising coefficient between |m| and |m|+1; the real zonal component meets both signs of one at once.
            double c = Math.Sqrt((double)(l - m) * (l + m + 1)) * (m == 0 ? Math.Sqrt(0.5) : 0.5);
            Set(2, l + m, l - m - 1, c);
            if (m > 0) Set(2, l - m, l + m + 1, -c);
            Set(0, l + m, l + m + 1, -c);
            if (m > 0) Set(0, l - m, l - m - 1, -c);
        }
        return Constant(generators, [3, size, size], dtype, device);

        void Set(int axis, int row, int column, double value)
        {
            generators[(axis * size + row) * size + column] = value;
            generators[(axis * size + column) * size + row] = -value;
        }
    }

    private static Tensor Constant(double[] numbers, long[] shape, ScalarType? dtype, Device? device)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor result = tensor(numbers, ScalarType.Float64).reshape(shape).to(dtype ?? get_default_dtype());
        return scope.MoveToOuter(result.to(device ?? get_default_device()));
    }

    private static Tensor Constant(Complex[] numbers, long[] shape, ScalarType? dtype, Device? device)
    {
        ScalarType type = (dtype ?? get_default_dtype()) switch
        {
            ScalarType.Float32 => ScalarType.ComplexFloat32,
            ScalarType.Float64 => ScalarType.ComplexFloat64,
            ScalarType other => throw new ArgumentException($"There are complex numbers of float and double, not of {other}.", nameof(dtype)),
        };
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        // Not tensor(numbers): that is memory of .NET, aligned to 8 bytes, and libtorch's kernels for complex numbers need 16.
        Tensor result = complex(tensor([.. numbers.Select(z => z.Real)]), tensor([.. numbers.Select(z => z.Imaginary)])).reshape(shape).to(type);
        return scope.MoveToOuter(result.to(device ?? get_default_device()));
    }
}
