using System;
using System.IO;
using TorchSharp.Interop;

namespace TorchSharp.Utils;

/// <summary>
/// Tensors in a stream: type, number of dimensions and sizes as numbers of variable length, and then the elements as they lie in memory,
/// row-major.
/// </summary>
internal static unsafe class TensorFile
{
    private const int MaxDimensions = 64;
    private const int Chunk = 1 << 16;

    /// <summary>What is written before the elements.</summary>
    internal readonly record struct Header(torch.ScalarType Type, long[] Shape, long Bytes);

    public static void Write(BinaryWriter writer, torch.Tensor tensor)
    {
        (torch.ScalarType type, long[] shape) = (tensor.dtype, tensor.shape);
        writer.Encode((long)type);
        writer.Encode(shape.Length);
        foreach (long size in shape) writer.Encode(size);
        using IDisposable mode = torch.no_grad();
        using torch.Tensor elements = Elements(tensor);
        long bytes = tensor.numel() * TensorCalls.ElementSize(type);
        byte* data = (byte*)Data(elements);
        for (long start = 0; start < bytes; start += Chunk) writer.Write(new ReadOnlySpan<byte>(data + start, (int)Math.Min(Chunk, bytes - start)));
    }

    /// <exception cref="InvalidDataException">What is there is no tensor.</exception>
    /// <exception cref="EndOfStreamException">The stream ends before.</exception>
    public static Header ReadHeader(BinaryReader reader)
    {
        long type = reader.Decode();
        if (type > sbyte.MaxValue || TensorCalls.ElementSize((torch.ScalarType)type) == 0)
            throw new InvalidDataException($"There is no type of elements with the number {type}: this is no saved state, or a damaged one.");
        long dimensions = reader.Decode();
        if (dimensions > MaxDimensions) throw new InvalidDataException($"A tensor has {dimensions} dimensions: this is no saved state, or a damaged one.");
        long[] shape = new long[dimensions];
        long bytes = TensorCalls.ElementSize((torch.ScalarType)type);
        try
        {
            for (int n = 0; n < shape.Length; n++) bytes = checked(bytes * (shape[n] = reader.Decode()));
        }
        catch (OverflowException)
        {
            throw new InvalidDataException("A tensor is larger than any memory: this is no saved state, or a damaged one.");
        }
        return new Header((torch.ScalarType)type, shape, bytes);
    }

    /// <summary>The elements after a header, on the processor and outside every dispose scope.</summary>
    public static torch.Tensor Read(BinaryReader reader, in Header header)
    {
        RequireLength(reader.BaseStream, header.Bytes);
        torch.Tensor tensor = Operator.Call("empty.memory_format", header.Shape, header.Type, Argument.None, torch.CPU).DetachFromDisposeScope();
        try
        {
            Fill(reader, tensor, header.Bytes);
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>Reads over the elements after a header.</summary>
    public static void Skip(BinaryReader reader, in Header header)
    {
        RequireLength(reader.BaseStream, header.Bytes);
        if (reader.BaseStream.CanSeek)
        {
            reader.BaseStream.Seek(header.Bytes, SeekOrigin.Current);
            return;
        }
        byte[] buffer = new byte[Math.Min(Chunk, header.Bytes)];
        for (long left = header.Bytes; left > 0; left -= Math.Min(left, buffer.Length))
            reader.BaseStream.ReadExactly(buffer, 0, (int)Math.Min(left, buffer.Length));
    }

    private static void Fill(BinaryReader reader, torch.Tensor tensor, long bytes)
    {
        byte* data = (byte*)Data(tensor);
        for (long start = 0; start < bytes; start += Chunk)
            reader.BaseStream.ReadExactly(new Span<byte>(data + start, (int)Math.Min(Chunk, bytes - start)));
        GC.KeepAlive(tensor);
    }

    // Before memory is asked for: a damaged size may be anything.
    private static void RequireLength(Stream stream, long bytes)
    {
        if (stream.CanSeek && stream.Length - stream.Position < bytes)
            throw new EndOfStreamException($"The state ends too early: {bytes} bytes of a tensor should follow, and {stream.Length - stream.Position} do.");
    }

    private static torch.Tensor Elements(torch.Tensor tensor)
    {
        using torch.Tensor there = Operator.Call("to.device", tensor, torch.CPU, tensor.dtype, false, false, Argument.None);
        return Operator.Call("contiguous", there);
    }

    private static nint Data(torch.Tensor tensor)
    {
        nint data;
        Native.Check(Native.rt_data(tensor.Handle, &data));
        return data;
    }
}
