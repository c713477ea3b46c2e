using System;
using System.IO;

namespace Reps;

/// <summary>
/// Takes pieces of claimed length from a stream. A seekable stream tells how much there is, and a longer claim is refused at
/// once; any other stream is read in steps that double, so memory never exceeds twice what has really arrived.
/// </summary>
internal sealed class SafetensorsBytes(Stream stream, string name)
{
    private const int FirstStep = 1 << 16;

    /// <summary>How many bytes are left; null where the stream does not tell.</summary>
    public long? Remaining { get; private set; } = stream.CanSeek ? Math.Max(0, stream.Length - stream.Position) : null;

    /// <summary>The next <paramref name="length"/> bytes.</summary>
    /// <exception cref="SafetensorsException">There are fewer.</exception>
    public byte[] Read(int length, string? tensor)
    {
        if (length > Remaining)
            throw Truncated(length, Remaining.Value, tensor);
        byte[] result = new byte[Remaining is null ? Math.Min(length, FirstStep) : length];
        int have = 0;
        while (true)
        {
            int step = stream.ReadAtLeast(result.AsSpan(have), result.Length - have, throwOnEndOfStream: false);
            have += step;
            if (have < result.Length)
                throw Truncated(length, have, tensor);
            if (have == length)
                break;
            Array.Resize(ref result, (int)Math.Min(length, 2L * have));
        }
        Remaining -= length;
        return result;
    }

    /// <summary>Checks that nothing follows.</summary>
    public void RequireEnd()
    {
        if (stream.ReadByte() >= 0)
        {
            throw new SafetensorsException(name, null, "bytes follow the last tensor",
                "Nothing may follow the tensors; write the file again");
        }
    }

    private SafetensorsException Truncated(long wanted, long have, string? tensor) =>
        new(name, tensor, $"the file ends early: {wanted} bytes should follow, but there are {have}",
            "The file is truncated; copy or write it again");
}
