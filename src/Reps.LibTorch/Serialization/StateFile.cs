using System;
using System.Collections.Generic;
using System.IO;

namespace TorchSharp.Utils;

/// <summary>States of modules in a stream: how many tensors, and then of each its name and itself.</summary>
internal static class StateFile
{
    private const int MaxName = 1 << 16;

    public static void Write(BinaryWriter writer, IReadOnlyCollection<KeyValuePair<string, torch.Tensor>> state)
    {
        writer.Encode(state.Count);
        foreach ((string key, torch.Tensor tensor) in state)
        {
            writer.Write(key);
            TensorFile.Write(writer, tensor);
        }
    }

    /// <summary>
    /// Copies a stream into the tensors of a module. All of it is read before anything is copied, so that a module which cannot be loaded
    /// stays as it was.
    /// </summary>
    /// <returns>The names in the stream, and whether the module has them.</returns>
    public static List<(string Name, bool Known)> Load(BinaryReader reader, Dictionary<string, torch.Tensor> state, bool strict, IList<string> skip)
    {
        List<(string, bool)> names = [];
        List<(torch.Tensor Target, torch.Tensor Loaded)> loaded = [];
        try
        {
            long count = reader.Decode();
            if (strict && count != state.Count)
                throw new ArgumentException($"The file has {count} tensors, and the module {state.Count}: it is the state of another module, or none.");
            HashSet<string> seen = [];
            for (long n = 0; n < count; n++)
            {
                string name = ReadName(reader);
                if (!seen.Add(name)) throw new InvalidDataException($"The file has '{name}' twice: this is no saved state, or a damaged one.");
                bool known = state.TryGetValue(name, out torch.Tensor? target);
                if (strict && !known) throw new ArgumentException($"The file has a tensor '{name}', which the module has not.");
                TensorFile.Header header = TensorFile.ReadHeader(reader);
                if (known && !skip.Contains(name)) loaded.Add((target!, Read(reader, name, header, target!)));
                else TensorFile.Skip(reader, header);
                names.Add((name, known));
            }
            using (torch.no_grad())
                foreach ((torch.Tensor target, torch.Tensor source) in loaded) TensorCalls.Copy(target, source);
            return names;
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException($"The file ends in the middle of the state: it is damaged, or no saved state. {exception.Message}", exception);
        }
        finally
        {
            foreach ((_, torch.Tensor source) in loaded) source.Dispose();
        }
    }

    private static torch.Tensor Read(BinaryReader reader, string name, in TensorFile.Header header, torch.Tensor target)
    {
        if (header.Type != target.dtype)
            throw new ArgumentException($"'{name}' has elements of type {header.Type} in the file, and {target.dtype} in the module.");
        if (!header.Shape.AsSpan().SequenceEqual(target.shape))
            throw new ArgumentException($"'{name}' has the shape [{string.Join(", ", header.Shape)}] in the file, and [{string.Join(", ", target.shape)}] in the module.");
        return TensorFile.Read(reader, header);
    }

    // As BinaryReader.ReadString, but with a limit: in a foreign file the length may be anything.
    private static string ReadName(BinaryReader reader)
    {
        long length = reader.Decode();
        if (length > MaxName) throw new InvalidDataException($"A name has {length} bytes: this is no saved state, or a damaged one.");
        byte[] bytes = reader.ReadBytes((int)length);
        return bytes.Length == length ? System.Text.Encoding.UTF8.GetString(bytes) : throw new EndOfStreamException("A name is cut off.");
    }
}
