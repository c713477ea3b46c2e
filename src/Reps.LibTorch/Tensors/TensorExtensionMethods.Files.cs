using System;
using System.IO;
using System.Linq;
using TorchSharp.Utils;

namespace TorchSharp;

/// <content>Tensors in streams, as TorchSharp writes them: type, shape and elements.</content>
public static partial class TensorExtensionMethods
{
    /// <summary>Writes type, shape and elements.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer) => TensorFile.Write(writer, tensor);

    /// <summary>Writes type, shape and elements, and closes the stream.</summary>
    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using BinaryWriter writer = new(stream);
        tensor.Save(writer);
    }

    /// <summary>Writes type, shape and elements to a file.</summary>
    public static void Save(this torch.Tensor tensor, string location)
    {
        using FileStream stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads over the elements of a tensor, which stays where it is.</summary>
    /// <exception cref="ArgumentException">What was written has another type or shape.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        TensorFile.Header header = TensorFile.ReadHeader(reader);
        if (header.Type != tensor.dtype) throw new ArgumentException($"The file holds {header.Type}, and the tensor {tensor.dtype}.", nameof(tensor));
        Fill(tensor, reader, header, skip);
    }

    /// <summary>Reads a tensor; if <paramref name="skip"/>, only its type and shape, and the elements are zero.</summary>
    public static torch.Tensor Load(BinaryReader reader, bool skip = false)
    {
        torch.Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    /// <summary>Reads over the elements of a tensor, or makes one, if there is none.</summary>
    /// <exception cref="ArgumentException">What was written has another shape.</exception>
    public static void Load(ref torch.Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        TensorFile.Header header = TensorFile.ReadHeader(reader);
        tensor ??= torch.zeros(header.Shape, header.Type, torch.CPU);
        Fill(tensor, reader, header, skip);
    }

    private static void Fill(torch.Tensor tensor, BinaryReader reader, in TensorFile.Header header, bool skip)
    {
        if (skip)
        {
            TensorFile.Skip(reader, header);
            return;
        }
        if (!header.Shape.SequenceEqual(tensor.shape))
            throw new ArgumentException(
                $"The file holds the shape [{string.Join(", ", header.Shape)}], and the tensor has [{string.Join(", ", tensor.shape)}].", nameof(tensor));
        using IDisposable mode = torch.no_grad();
        using torch.Tensor elements = TensorFile.Read(reader, header);
        tensor.copy_(elements);
    }
}
