using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Reps.Layers.Checkpoints.PyTorch;

namespace Reps.Layers.Checkpoints;

/// <summary>A file of named tensors. The first bytes tell its format; whoever reads the tensors need not know it.</summary>
internal sealed class StateFile : IDisposable
{
    private const uint ZipSignature = 0x04034b50;

    // PyTorch before 1.6: a pickle of protocol 2 with this number of ten bytes.
    private static readonly byte[] s_legacy = [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

    private readonly IDisposable? _owner;

    private StateFile(IReadOnlyList<StateEntry> entries, IReadOnlyDictionary<string, string> metadata, IDisposable? owner) =>
        (Entries, Metadata, _owner) = (entries, metadata, owner);

    /// <summary>The values in the order of the file.</summary>
    public IReadOnlyList<StateEntry> Entries { get; }

    /// <summary>The texts stored with the tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file of safetensors or of PyTorch.</summary>
    /// <param name="path">The file.</param>
    /// <param name="entry">Which dictionary inside a PyTorch checkpoint; null where it is the file itself, or the only one.</param>
    public static StateFile Open(string path, string? entry)
    {
        byte[] start = new byte[s_legacy.Length];
        using (FileStream stream = File.OpenRead(path))
            start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.SequenceEqual(s_legacy))
            throw new ModuleStateException(
                path, null, "is in the format of PyTorch before 1.6",
                "Save it again with a newer PyTorch: torch.save(torch.load(\"old.pt\", map_location=\"cpu\"), \"state.pt\")");
        if (!IsZip(start)) return OfSafetensors(path, entry);
        PyTorchArchive archive = PyTorchArchive.Open(path);
        try
        {
            return new StateFile(StateDictionary.Entries(archive, entry), new Dictionary<string, string>(), archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public void Dispose() => _owner?.Dispose();

    private static StateFile OfSafetensors(string path, string? entry)
    {
        SafetensorsFile file = SafetensorsFile.Read(path);
        if (entry is not null)
            throw new ModuleStateException(
                path, null, $"is a safetensors file, which has no dictionaries such as {Excerpt.Of(entry)}", "Leave the entry out");
        return new StateFile([.. file.Values.Select(stored => new StateEntry(stored.Name, null, () => stored))], file.Metadata, null);
    }

    // A safetensors file with a header of 0x04034b50 bytes starts like a zip file, but only one of them goes on with zeros and a brace.
    private static bool IsZip(byte[] start) =>
        start.Length >= 9 && BinaryPrimitives.ReadUInt32LittleEndian(start) == ZipSignature
        && (BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(4)) != 0 || start[8] != '{');
}
