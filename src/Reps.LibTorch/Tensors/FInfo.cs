using System;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a type of floating-point numbers.</summary>
    public struct FInfo
    {
        public int bits;

        /// <summary>The step from 1 to the next number.</summary>
        public double eps;
        public double max;
        public double min;

        /// <summary>The smallest positive number with full precision.</summary>
        public double tiny;
        public double smallest_normal;

        /// <summary>The smallest power of ten whose multiples near 1 can be told apart.</summary>
        public double resolution;
    }

    public static FInfo finfo() => finfo(default_dtype);

    public static FInfo finfo(ScalarType dtype) =>
        dtype switch
        {
            ScalarType.BFloat16 => Limits(16, Math.ScaleB(1, -7), Math.ScaleB(1.9921875, 127), Math.ScaleB(1, -126), 1e-2),
            ScalarType.Float16 => Limits(16, Math.ScaleB(1, -10), 65504, Math.ScaleB(1, -14), 1e-3),
            ScalarType.Float32 or ScalarType.ComplexFloat32 => Limits(32, Math.ScaleB(1, -23), float.MaxValue, Math.ScaleB(1, -126), 1e-6),
            ScalarType.Float64 or ScalarType.ComplexFloat64 => Limits(64, Math.ScaleB(1, -52), double.MaxValue, Math.ScaleB(1, -1022), 1e-15),
            _ => throw new ArgumentException($"{dtype} is no type of floating-point numbers.", nameof(dtype)),
        };

    private static FInfo Limits(int bits, double eps, double max, double tiny, double resolution) =>
        new()
        {
            bits = bits,
            eps = eps,
            max = max,
            min = -max,
            tiny = tiny,
            smallest_normal = tiny,
            resolution = resolution,
        };
}
