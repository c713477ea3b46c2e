using System.Diagnostics.CodeAnalysis;

namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>Numbers of one type in a row, on which tensors are views.</summary>
/// <param name="Key">The name of the entry of the archive.</param>
/// <param name="Type">The type of the numbers; null for complex ones.</param>
/// <param name="ElementSize">Bytes of one number.</param>
/// <param name="Count">How many numbers there are.</param>
internal sealed record PyTorchStorage(string Key, SafeTensorDType? Type, int ElementSize, long Count)
{
    /// <summary>The type of a storage class of <c>torch</c>.</summary>
    public static bool TryType(string name, [NotNullWhen(true)] out (SafeTensorDType? Type, int Size)? type)
    {
        type = name switch
        {
            "DoubleStorage" => (SafeTensorDType.F64, 8),
            "FloatStorage" => (SafeTensorDType.F32, 4),
            "HalfStorage" => (SafeTensorDType.F16, 2),
            "BFloat16Storage" => (SafeTensorDType.BF16, 2),
            "LongStorage" => (SafeTensorDType.I64, 8),
            "IntStorage" => (SafeTensorDType.I32, 4),
            "ShortStorage" => (SafeTensorDType.I16, 2),
            "CharStorage" => (SafeTensorDType.I8, 1),
            "ByteStorage" => (SafeTensorDType.U8, 1),
            "BoolStorage" => (SafeTensorDType.Bool, 1),
            "ComplexDoubleStorage" => (null, 16),
            "ComplexFloatStorage" => (null, 8),
            _ => null,
        };
        return type is not null;
    }
}
