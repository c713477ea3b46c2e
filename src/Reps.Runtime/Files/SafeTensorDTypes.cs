using System;
using System.Collections.Generic;

namespace Reps;

/// <summary>Sizes, file names and .NET counterparts of <see cref="SafeTensorDType"/>.</summary>
internal static class SafeTensorDTypes
{
    // Indexed by the enum's value.
    private static readonly string[] s_names = ["BOOL", "U8", "I8", "I16", "U16", "F16", "BF16", "I32", "U32", "F32", "F64", "I64", "U64"];

    private static readonly Dictionary<Type, SafeTensorDType> s_ofType = new()
    {
        [typeof(bool)] = SafeTensorDType.Bool,
        [typeof(byte)] = SafeTensorDType.U8,
        [typeof(sbyte)] = SafeTensorDType.I8,
        [typeof(short)] = SafeTensorDType.I16,
        [typeof(ushort)] = SafeTensorDType.U16,
        [typeof(Half)] = SafeTensorDType.F16,
        [typeof(int)] = SafeTensorDType.I32,
        [typeof(uint)] = SafeTensorDType.U32,
        [typeof(float)] = SafeTensorDType.F32,
        [typeof(double)] = SafeTensorDType.F64,
        [typeof(long)] = SafeTensorDType.I64,
        [typeof(ulong)] = SafeTensorDType.U64,
    };

    /// <summary>All names, as a list for error messages.</summary>
    public static string AllNames => string.Join(", ", s_names);

    /// <summary>The name a file uses.</summary>
    public static string NameOf(SafeTensorDType type) => s_names[(int)type];

    /// <summary>Bytes per element.</summary>
    public static int SizeOf(SafeTensorDType type) => type switch
    {
        SafeTensorDType.Bool or SafeTensorDType.U8 or SafeTensorDType.I8 => 1,
        SafeTensorDType.I16 or SafeTensorDType.U16 or SafeTensorDType.F16 or SafeTensorDType.BF16 => 2,
        SafeTensorDType.I32 or SafeTensorDType.U32 or SafeTensorDType.F32 => 4,
        SafeTensorDType.F64 or SafeTensorDType.I64 or SafeTensorDType.U64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not an element type of the safetensors format."),
    };

    /// <summary>The type with the name a file uses; false for any other text.</summary>
    public static bool TryParse(string name, out SafeTensorDType type)
    {
        int index = Array.IndexOf(s_names, name);
        type = (SafeTensorDType)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>The type whose elements are .NET's <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentException">The format has no such element.</exception>
    public static SafeTensorDType Of<T>() => s_ofType.TryGetValue(typeof(T), out SafeTensorDType type)
        ? type
        : throw new ArgumentException(
            $"safetensors has no element type for {typeof(T).Name}; convert to float, double or an integer type first.");
}
