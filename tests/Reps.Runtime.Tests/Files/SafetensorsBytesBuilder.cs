using System.Buffers.Binary;
using System.IO;
using System.Text;

namespace Reps.Tests.Files;

/// <summary>Builds the bytes of safetensors files from the description of the format alone; shares no code with the writer.</summary>
internal static class SafetensorsBytesBuilder
{
    /// <summary>Length, header as given, data as given.</summary>
    public static byte[] File(string json, params byte[] data) => File(Encoding.UTF8.GetBytes(json), data);

    public static byte[] File(byte[] json, params byte[] data)
    {
        byte[] result = new byte[8 + json.Length + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(result, json.Length);
        json.CopyTo(result, 8);
        data.CopyTo(result, 8 + json.Length);
        return result;
    }

    public static SafetensorsFile Read(byte[] bytes) => SafetensorsFile.Read(new MemoryStream(bytes), "test.safetensors");

    public static byte[] Write(SafeTensor[] tensors, System.Collections.Generic.Dictionary<string, string>? metadata = null)
    {
        MemoryStream stream = new();
        SafetensorsWriter.Write(stream, tensors, metadata);
        return stream.ToArray();
    }
}
