using System;
using System.Collections.Generic;
using System.Numerics;

namespace TorchSharp;

/// <summary>Functions of tensors that are called like their methods.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The bytes of an element.</summary>
    public static int ElementSize(this torch.ScalarType type) =>
        type switch
        {
            torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool => 1,
            torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
            torch.ScalarType.Int32 or torch.ScalarType.Float32 => 4,
            torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
            torch.ScalarType.ComplexFloat64 => 16,
            _ => throw new NotImplementedException($"The size of {type} is not known."),
        };

    /// <summary>The shape, in 32 bits.</summary>
    public static ReadOnlySpan<int> IntShape(this torch.Tensor tensor) => Array.ConvertAll(tensor.shape, s => (int)s);

    /// <summary>The number of elements of a shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape)
    {
        long count = 1;
        foreach (long size in shape) count *= size;
        return count;
    }

    /// <summary>A tensor of the array's numbers.</summary>
    public static torch.Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false) =>
        rawArray switch
        {
            byte[] array => torch.tensor(array, dimensions, requires_grad: requires_grad),
            sbyte[] array => torch.tensor(array, dimensions, requires_grad: requires_grad),
            short[] array => torch.tensor(array, dimensions, requires_grad: requires_grad),
            int[] array => torch.tensor(array, dimensions, requires_grad: requires_grad),
            long[] array => torch.tensor(array, dimensions, requires_grad: requires_grad),
            double[] array => torch.tensor(array, dimensions, requires_grad: requires_grad),
            float[] array => torch.tensor(array, dimensions, requires_grad: requires_grad),
            bool[] array => torch.tensor(array, dimensions, requires_grad: requires_grad),
            Half[] array => torch.tensor(array, dimensions, requires_grad: requires_grad),
            BFloat16[] array => torch.tensor(array, dimensions, requires_grad: requires_grad),
            _ => throw new NotImplementedException($"No tensor holds elements of type {typeof(T)}."),
        };

    /// <summary>A tensor of one number.</summary>
    public static torch.Tensor ToTensor<T>(this T scalar, torch.Device? device = null, bool requires_grad = false)
        where T : struct
    {
        if (requires_grad && scalar is not (float or double or BFloat16))
            throw new ArgumentException("Only floating-point numbers have gradients.", nameof(requires_grad));
        return scalar switch
        {
            byte value => torch.tensor(value, device, requires_grad),
            sbyte value => torch.tensor(value, device, requires_grad),
            short value => torch.tensor(value, device, requires_grad),
            int value => torch.tensor(value, device, requires_grad),
            long value => torch.tensor(value, null, device, requires_grad),
            float value => torch.tensor(value, device, requires_grad),
            double value => torch.tensor(value, null, device, requires_grad),
            BFloat16 value => torch.tensor(value, null, device, requires_grad),
            _ => throw new NotImplementedException($"No tensor holds elements of type {typeof(T)}."),
        };
    }

    public static (float Real, float Imaginary) ToComplexFloat32(this torch.Tensor value) => value.ToScalar().ToComplexFloat32();

    public static Complex ToComplexFloat64(this torch.Tensor value) => value.ToScalar().ToComplexFloat64();

    public static (float Real, float Imaginary) ToComplex32(this torch.Tensor value) => value.ToScalar().ToComplexFloat32();

    public static Complex ToComplex64(this torch.Tensor value) => value.ToScalar().ToComplexFloat64();

    public static Half ToHalf(this torch.Tensor value) => value.ToScalar().ToHalf();

    public static BFloat16 ToBFloat16(this torch.Tensor value) => value.ToScalar().ToBFloat16();

    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();

    public static sbyte ToSByte(this torch.Tensor value) => value.ToScalar().ToSByte();

    public static byte ToByte(this torch.Tensor value) => value.ToScalar().ToByte();

    public static short ToInt16(this torch.Tensor value) => value.ToScalar().ToInt16();

    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();
}
