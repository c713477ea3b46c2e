using System;
using System.IO;

namespace TorchSharp.Utils;

/// <summary>Numbers of variable length: seven bits to a byte, the lowest first; the eighth bit says that more follow.</summary>
internal static class LEB128Codec
{
    public static void Encode(this BinaryWriter writer, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        writer.Write7BitEncodedInt64(value);
    }

    /// <exception cref="InvalidDataException">There is no such number, or it is negative.</exception>
    public static long Decode(this BinaryReader reader)
    {
        try
        {
            long value = reader.Read7BitEncodedInt64();
            return value >= 0 ? value : throw new InvalidDataException("A length is negative: this is no saved state.");
        }
        catch (FormatException)
        {
            throw new InvalidDataException("A length has too many bytes: this is no saved state.");
        }
    }
}
