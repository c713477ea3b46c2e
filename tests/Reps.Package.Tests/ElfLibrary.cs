using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Reps.Package.Tests;

/// <summary>
/// What a loader sees of a library: the table of its dynamic segment. Sections, which the build task reads, do not occur here.
/// </summary>
internal sealed class ElfLibrary(byte[] image)
{
    private readonly Dictionary<ulong, ulong> _dynamic = Dynamic(image);

    /// <summary>A version that the library needs.</summary>
    internal sealed record Need(string Name, int Index, int FlagsAt);

    /// <summary>The versions that the library needs, of all its neighbors.</summary>
    public List<Need> Needs()
    {
        List<Need> needs = [];
        ulong library = Dynamic(0x6ffffffe);
        for (ulong n = 0; n < Dynamic(0x6fffffff); n++)
        {
            ulong entry = library + Number(library + 8, 4);
            for (ulong count = Number(library + 2, 2); count > 0; count--)
            {
                needs.Add(new Need(Text(Dynamic(5) + Number(entry + 8, 4)), (int)Number(entry + 6, 2), (int)FileOffset(entry + 4)));
                entry += Number(entry + 12, 4);
            }
            library += Number(library + 12, 4);
        }
        return needs;
    }

    /// <summary>Where the relocations of functions (DT_JMPREL) lie in the file, 24 bytes each.</summary>
    public IEnumerable<int> FunctionRelocations() => Relocations(23, 2);

    /// <summary>The version that a relocation looks up.</summary>
    public int VersionOf(int relocation) => (int)Number(Dynamic(0x6ffffff0) + 2 * Symbol(relocation), 2) & 0x7fff;

    /// <summary>The first symbol of a version.</summary>
    public uint SymbolOf(int version)
    {
        uint symbol = 1;
        while (((int)Number(Dynamic(0x6ffffff0) + 2 * symbol, 2) & 0x7fff) != version) symbol++;
        return symbol;
    }

    /// <summary>The versions that some relocation looks up.</summary>
    public HashSet<int> UsedVersions() => [.. Relocations(23, 2).Concat(Relocations(7, 8)).Where(at => Symbol(at) != 0).Select(VersionOf)];

    private IEnumerable<int> Relocations(ulong table, ulong size)
    {
        int start = (int)FileOffset(Dynamic(table));
        return Enumerable.Range(0, (int)Dynamic(size) / 24).Select(n => start + 24 * n);
    }

    private uint Symbol(int relocation) => BinaryPrimitives.ReadUInt32LittleEndian(image.AsSpan(relocation + 12));

    private ulong Dynamic(ulong tag) => _dynamic[tag];

    private string Text(ulong address)
    {
        ReadOnlySpan<byte> rest = image.AsSpan((int)FileOffset(address));
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private ulong Number(ulong address, int bytes) => At(image, FileOffset(address), bytes);

    // Addresses in memory to places in the file, by the segments that are loaded.
    private ulong FileOffset(ulong address)
    {
        foreach (ulong header in Headers(image, type: 1))
            if (address >= At(image, header + 16, 8) && address < At(image, header + 16, 8) + At(image, header + 32, 8))
                return address - At(image, header + 16, 8) + At(image, header + 8, 8);
        throw new ArgumentOutOfRangeException(nameof(address), address, "not in the file");
    }

    private static Dictionary<ulong, ulong> Dynamic(byte[] image)
    {
        ulong header = Headers(image, type: 2).Single();
        Dictionary<ulong, ulong> table = [];
        for (ulong at = At(image, header + 8, 8); At(image, at, 8) != 0; at += 16) table[At(image, at, 8)] = At(image, at + 8, 8);
        return table;
    }

    private static IEnumerable<ulong> Headers(byte[] image, ulong type) =>
        Enumerable.Range(0, (int)At(image, 0x38, 2)).Select(n => At(image, 0x20, 8) + 56 * (ulong)n).Where(at => At(image, at, 4) == type);

    private static ulong At(byte[] image, ulong offset, int bytes)
    {
        Span<byte> number = stackalloc byte[8];
        number.Clear();
        image.AsSpan((int)offset, bytes).CopyTo(number);
        return BinaryPrimitives.ReadUInt64LittleEndian(number);
    }
}
