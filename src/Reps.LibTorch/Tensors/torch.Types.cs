using System;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static readonly ScalarType @bool = ScalarType.Bool;
    public static readonly ScalarType uint8 = ScalarType.Byte;
    public static readonly ScalarType int8 = ScalarType.Int8;
    public static readonly ScalarType int16 = ScalarType.Int16;
    public static readonly ScalarType int32 = ScalarType.Int32;
    public static readonly ScalarType int64 = ScalarType.Int64;
    public static readonly ScalarType bfloat16 = ScalarType.BFloat16;
    public static readonly ScalarType float16 = ScalarType.Float16;
    public static readonly ScalarType float32 = ScalarType.Float32;
    public static readonly ScalarType float64 = ScalarType.Float64;
    public static readonly ScalarType complex64 = ScalarType.ComplexFloat32;
    public static readonly ScalarType complex128 = ScalarType.ComplexFloat64;
    public static readonly ScalarType @short = ScalarType.Int16;
    public static readonly ScalarType @int = ScalarType.Int32;
    public static readonly ScalarType @long = ScalarType.Int64;
    public static readonly ScalarType half = ScalarType.Float16;
    public static readonly ScalarType @float = ScalarType.Float32;
    public static readonly ScalarType @double = ScalarType.Float64;
    public static readonly ScalarType cfloat = ScalarType.ComplexFloat32;
    public static readonly ScalarType cdouble = ScalarType.ComplexFloat64;

    public static bool is_integral(ScalarType type) => type.IsIntegral();

    public static bool is_floating_point(ScalarType type) => type.IsFloatingPoint();

    public static bool is_complex(ScalarType type) => type.IsComplex();

    public static bool is_integral(Tensor t) => is_integral(t.dtype);

    public static bool is_complex(Tensor input) => is_complex(input.dtype);

    public static bool is_floating_point(Tensor input) => is_floating_point(input.dtype);

    public static bool is_nonzero(Tensor input) => input.is_nonzero();

    public static bool is_tensor(object obj) => obj is Tensor;

    public static long numel(Tensor input) => input.numel();

    public static long max_int_value(ScalarType type) =>
        type switch
        {
            ScalarType.Byte => byte.MaxValue,
            ScalarType.Int8 => sbyte.MaxValue,
            ScalarType.Int16 => short.MaxValue,
            ScalarType.Int32 => int.MaxValue,
            ScalarType.Int64 => long.MaxValue,
            _ => throw new ArgumentException($"{type} is no type of whole numbers.", nameof(type)),
        };

    /// <summary>The type of results where none is given and no operand says it; it starts as single precision.</summary>
    /// <exception cref="ArgumentException">The type is not a floating-point one.</exception>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!dtype.IsFloatingPoint()) throw new ArgumentException($"The default type must be a floating-point one, and {dtype} is not.", nameof(dtype));
        default_dtype = dtype;
    }

    public static ScalarType get_default_dtype() => default_dtype;

    public static void set_default_tensor_type(Tensor t) => set_default_dtype(t.dtype);

    public static Device get_default_device() => default_device;

    public static void set_default_device(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        default_device = device;
    }

    public static void set_default_device(string device) => set_default_device(new Device(device));

    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        (ScalarType)Operator.CallScalar("result_type.Tensor", tensor1, tensor2).Integer;

    public static bool can_cast(ScalarType from, ScalarType to) => Operator.CallBool("can_cast", from, to);

    public static ScalarType promote_types(ScalarType type1, ScalarType type2) =>
        (ScalarType)Operator.CallScalar("promote_types", type1, type2).Integer;
}
