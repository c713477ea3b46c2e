using System;
using System.Buffers.Binary;
using System.Text;

namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>Reads the pieces of a pickle in order. Lengths are compared with what is there before they are used.</summary>
internal sealed class PickleBytes(byte[] bytes)
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>How many bytes are read.</summary>
    public int Position { get; private set; }

    /// <summary>Whether all bytes are read.</summary>
    public bool AtEnd => Position == bytes.Length;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    public ReadOnlySpan<byte> Take(long length)
    {
        int left = bytes.Length - Position;
        if (length > left) throw new PickleException($"ends too early: {length} bytes should follow, and {left} do");
        ReadOnlySpan<byte> piece = bytes.AsSpan(Position, (int)length);
        Position += (int)length;
        return piece;
    }

    public string Text(long length) => Decoded(Take(length));

    /// <summary>A text up to the end of its line.</summary>
    public string Line()
    {
        int length = bytes.AsSpan(Position).IndexOf((byte)'\n');
        string line = Text(length >= 0 ? length : throw new PickleException("ends in the middle of a name"));
        Position++;
        return line;
    }

    private static string Decoded(ReadOnlySpan<byte> text)
    {
        try
        {
            return s_utf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            throw new PickleException("has a text that is not UTF-8");
        }
    }
}
