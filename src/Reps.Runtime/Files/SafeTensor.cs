using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Reps;

/// <summary>One named tensor of a safetensors file: little-endian elements in row-major order.</summary>
public sealed class SafeTensor
{
    private readonly ImmutableArray<long> _shape;

    /// <summary>Describes <paramref name="data"/> as a tensor. The bytes are not copied: do not change them while this is in use.</summary>
    /// <param name="name">Any valid Unicode text except "__metadata__", which the format reserves.</param>
    /// <param name="dtype">The element type.</param>
    /// <param name="shape">Extents, none negative; empty for a scalar.</param>
    /// <param name="data">Little-endian elements, row-major; exactly as many bytes as type and shape ask for.</param>
    /// <exception cref="ArgumentException">The name is reserved or not valid Unicode, an extent is negative, or the sizes
    /// disagree.</exception>
    public SafeTensor(string name, SafeTensorDType dtype, IReadOnlyList<long> shape, ReadOnlyMemory<byte> data)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(shape);
        if (name == SafetensorsHeader.MetadataKey)
            throw new ArgumentException($"'{name}' is reserved by the safetensors format; name the tensor otherwise.", nameof(name));
        if (!IsUnicode(name))
            throw new ArgumentException($"The name {Excerpt.Of(name)} holds half a surrogate pair and has no UTF-8 form.", nameof(name));
        _shape = [.. shape];
        if (!TryByteCount(_shape.AsSpan(), dtype, out long bytes))
        {
            throw new ArgumentException($"Tensor {Excerpt.Of(name)}: the shape [{string.Join(", ", shape)}] is negative or overflows.",
                nameof(shape));
        }
        if (bytes != data.Length)
        {
            throw new ArgumentException(
                $"Tensor {Excerpt.Of(name)}: {dtype} of shape [{string.Join(", ", shape)}] needs {bytes} bytes, not {data.Length}.",
                nameof(data));
        }
        Name = name;
        DType = dtype;
        Data = data;
    }

    /// <summary>The tensor's name.</summary>
    public string Name { get; }

    /// <summary>The element type.</summary>
    public SafeTensorDType DType { get; }

    /// <summary>The extents, outermost first; empty for a scalar.</summary>
    public IReadOnlyList<long> Shape => _shape;

    /// <summary>The elements as stored: little-endian, row-major.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>How many elements there are: the product of <see cref="Shape"/>.</summary>
    public int ElementCount => Data.Length / SafeTensorDTypes.SizeOf(DType);

    /// <summary>A tensor holding a copy of <paramref name="values"/>.</summary>
    /// <typeparam name="T">double, float, Half, long, int, short, sbyte, ulong, uint, ushort, byte or bool.</typeparam>
    /// <param name="name">See the constructor.</param>
    /// <param name="shape">Extents whose product is the number of values.</param>
    /// <param name="values">The elements, row-major.</param>
    /// <exception cref="ArgumentException">The type has no counterpart in the format, or see the constructor.</exception>
    public static SafeTensor Create<T>(string name, IReadOnlyList<long> shape, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        SafeTensorDType dtype = SafeTensorDTypes.Of<T>();
        byte[] data = MemoryMarshal.AsBytes(values).ToArray();
        if (!BitConverter.IsLittleEndian)
            ReverseElements(data, SafeTensorDTypes.SizeOf(dtype));
        return new SafeTensor(name, dtype, shape, data);
    }

    /// <summary>The elements of a floating-point tensor; every stored type converts exactly.</summary>
    /// <exception cref="InvalidOperationException">The tensor holds integers or booleans: use <see cref="ToInt64s"/>.</exception>
    public double[] ToDoubles() => SafeTensorElements.ToDoubles(this);

    /// <summary>The elements of a floating-point tensor: F16, BF16 and F32 exactly, F64 rounded to nearest even.</summary>
    /// <exception cref="InvalidOperationException">The tensor holds integers or booleans: use <see cref="ToInt64s"/>.</exception>
    public float[] ToSingles() => SafeTensorElements.ToSingles(this);

    /// <summary>The elements of an integer tensor, exactly; of a boolean one as 0 and 1.</summary>
    /// <exception cref="InvalidOperationException">The tensor holds floating-point numbers: use <see cref="ToDoubles"/>.</exception>
    /// <exception cref="OverflowException">A U64 element exceeds <see cref="long.MaxValue"/>.</exception>
    public long[] ToInt64s() => SafeTensorElements.ToInt64s(this);

    /// <summary>Name, type and shape, for example "layer.weight: F32 [2, 3]".</summary>
    public override string ToString() => $"{Name}: {SafeTensorDTypes.NameOf(DType)} [{string.Join(", ", _shape)}]";

    /// <summary>The bytes that a shape asks for; false where an extent is negative or the product leaves 63 bits.</summary>
    internal static bool TryByteCount(ReadOnlySpan<long> shape, SafeTensorDType dtype, out long bytes)
    {
        Int128 product = SafeTensorDTypes.SizeOf(dtype);
        foreach (long extent in shape)
        {
            product *= extent;
            if (extent < 0 || product > long.MaxValue)
            {
                bytes = 0;
                return false;
            }
        }
        bytes = (long)product;
        return true;
    }

    /// <summary>Whether the text has a UTF-8 form, that is no half of a surrogate pair stands alone.</summary>
    internal static bool IsUnicode(string text)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int consumed) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[consumed..];
        }
        return true;
    }

    private static void ReverseElements(Span<byte> data, int size)
    {
        for (int i = 0; i < data.Length; i += size)
            data.Slice(i, size).Reverse();
    }
}
