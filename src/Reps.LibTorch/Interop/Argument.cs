using System;
using System.Collections.Generic;
using System.Linq;

namespace TorchSharp.Interop;

/// <summary>An argument of an operator, before it is laid out for the native side.</summary>
internal readonly struct Argument
{
    private Argument(ValueKind kind, long bits, object? reference = null) => (Kind, Bits, Reference) = (kind, bits, reference);

    public ValueKind Kind { get; }

    /// <summary>The number, for kinds that are one.</summary>
    public long Bits { get; }

    /// <summary>The tensor, list or text, for kinds that are one.</summary>
    public object? Reference { get; }

    public static Argument None => default;

    /// <summary>What the operator takes where nothing is said.</summary>
    public static Argument Default => new(ValueKind.Default, 0);

    public static implicit operator Argument(torch.Tensor? tensor) => tensor is null ? None : new(ValueKind.Tensor, 0, tensor);

    public static implicit operator Argument(long value) => new(ValueKind.Int, value);

    public static implicit operator Argument(long? value) => value is long given ? given : None;

    public static implicit operator Argument(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(double? value) => value is double given ? given : None;

    public static implicit operator Argument(bool value) => new(ValueKind.Bool, value ? 1 : 0);

    public static implicit operator Argument(bool? value) => value is bool given ? given : None;

    public static implicit operator Argument(string? text) => text is null ? None : new(ValueKind.String, 0, text);

    public static implicit operator Argument(torch.ScalarType type) => (long)type;

    public static implicit operator Argument(torch.ScalarType? type) => type is torch.ScalarType given ? given : None;

    public static implicit operator Argument(torch.Device? device) => device is null ? None : new(ValueKind.Device, device.Bits);

    public static implicit operator Argument(torch.Generator? generator) => generator is null ? None : new(ValueKind.Generator, 0, generator);

    public static implicit operator Argument(Scalar? scalar) =>
        scalar is null ? None
        : scalar.Kind == ValueKind.Complex ? new(ValueKind.Complex, 0, scalar)
        : new(scalar.Kind, scalar.Bits);

    public static implicit operator Argument(long[]? list) => list is null ? None : new(ValueKind.IntList, 0, list);

    public static implicit operator Argument(double[]? list) => list is null ? None : new(ValueKind.DoubleList, 0, list);

    public static implicit operator Argument(bool[]? list) => list is null ? None : new(ValueKind.BoolList, 0, list);

    /// <summary>A list of tensors; null entries are allowed where the operator takes them.</summary>
    public static Argument List(IEnumerable<torch.Tensor?> tensors) => new(ValueKind.TensorList, 0, tensors as torch.Tensor?[] ?? tensors.ToArray());
}
