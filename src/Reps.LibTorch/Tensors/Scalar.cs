using System;
using System.Numerics;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number of one of torch's types, as operators take it.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(ValueKind kind, long bits, torch.ScalarType? type = null)
    {
        (Kind, Bits) = (kind, bits);
        Type = type ?? kind switch
        {
            ValueKind.Bool => torch.ScalarType.Bool,
            ValueKind.Int => torch.ScalarType.Int64,
            _ => torch.ScalarType.Float64,
        };
    }

    internal Scalar(Complex value, torch.ScalarType type = torch.ScalarType.ComplexFloat64) =>
        (Kind, Complex, Type) = (ValueKind.Complex, value, type);

    /// <summary>The type of the number.</summary>
    public torch.ScalarType Type { get; }

    internal ValueKind Kind { get; }

    internal long Bits { get; }

    internal Complex Complex { get; }

    internal double Real =>
        Kind switch
        {
            ValueKind.Double => BitConverter.Int64BitsToDouble(Bits),
            ValueKind.Complex => Complex.Real,
            _ => Bits,
        };

    internal long Integer => Kind is ValueKind.Double or ValueKind.Complex ? (long)Real : Bits;

    /// <summary>Does nothing: a scalar is managed memory.</summary>
    public void Dispose() { }

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(byte value) => new(ValueKind.Int, value, torch.ScalarType.Byte);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(sbyte value) => new(ValueKind.Int, value, torch.ScalarType.Int8);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(short value) => new(ValueKind.Int, value, torch.ScalarType.Int16);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(int value) => new(ValueKind.Int, value, torch.ScalarType.Int32);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(long value) => new(ValueKind.Int, value, torch.ScalarType.Int64);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(Half value) => Floating((double)value, torch.ScalarType.Float16);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(BFloat16 value) => Floating(value.ToSingle(), torch.ScalarType.BFloat16);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(float value) => Floating(value, torch.ScalarType.Float32);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(double value) => Floating(value, torch.ScalarType.Float64);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(bool value) => new(ValueKind.Bool, value ? 1 : 0, torch.ScalarType.Bool);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar((float, float) value) =>
        new(new Complex(value.Item1, value.Item2), torch.ScalarType.ComplexFloat32);

    /// <summary>A scalar of the number's type.</summary>
    public static implicit operator Scalar(Complex value) => new(value);

    private static Scalar Floating(double value, torch.ScalarType type) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value), type);
}
