#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies an ELF library, and marks each symbol version that no relocation uses as weak.
/// </summary>
/// <remarks>
/// A library lists the versions of symbols that it needs, and the loader refuses the library if its neighbor lacks one of them. A version that
/// no relocation uses is never looked up, so the demand has no purpose; the flag VER_FLG_WEAK tells the loader to ignore it. See "Symbol
/// Versioning" in the Linux Standard Base, and do_lookup and _dl_check_map_versions in glibc.
/// </remarks>
public sealed class WeakenUnusedVersions : Task
{
    private const uint Relocations = 4;
    private const uint VersionsOfSymbols = 0x6fffffff;
    private const uint NeededVersions = 0x6ffffffe;
    private const ushort WeakFlag = 2;

    private byte[] _image = new byte[0];

    /// <summary>The library.</summary>
    [Required]
    public string Source { get; set; } = "";

    /// <summary>Where the copy goes.</summary>
    [Required]
    public string Destination { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            _image = File.ReadAllBytes(Source);
            if (IsElf64) Weaken();
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Destination))!);
            // The output folder may hold a hard link to the last copy: replace the file, do not write into it.
            File.Delete(Destination);
            File.WriteAllBytes(Destination, _image);
        }
        catch (Exception failure) when (failure is IOException || failure is UnauthorizedAccessException || failure is ArgumentException)
        {
            Log.LogError("Reps.Layers could not copy {0} to {1}: {2}", Source, Destination, failure.Message);
        }
        return !Log.HasLoggedErrors;
    }

    // 64-bit and little-endian, as on every platform that TorchSharp has a library for.
    private bool IsElf64 =>
        _image.Length >= 64 && _image[0] == 0x7f && _image[1] == 'E' && _image[2] == 'L' && _image[3] == 'F' && _image[4] == 2 && _image[5] == 1;

    private void Weaken()
    {
        List<Section> sections = Sections();
        Section? versions = sections.Find(section => section.Type == VersionsOfSymbols);
        if (versions == null) return;
        HashSet<int> used = UsedVersions(sections, versions);
        foreach (Section section in sections)
            if (section.Type == NeededVersions)
                foreach (int entry in NeededEntries(section))
                    if (!used.Contains(UInt16(entry + 6)))
                        _image[entry + 4] |= (byte)WeakFlag;
    }

    private List<Section> Sections()
    {
        List<Section> sections = new List<Section>();
        int start = Offset(UInt64(0x28));
        int size = UInt16(0x3a);
        for (int n = 0; n < UInt16(0x3c); n++)
        {
            int at = start + n * size;
            sections.Add(new Section(UInt32(at + 4), Offset(UInt64(at + 0x18)), Offset(UInt64(at + 0x20)), (int)UInt32(at + 0x2c)));
        }
        return sections;
    }

    private HashSet<int> UsedVersions(List<Section> sections, Section versions)
    {
        HashSet<int> used = new HashSet<int>();
        foreach (Section section in sections)
        {
            if (section.Type != Relocations) continue;
            for (int at = section.Start; at + 24 <= section.Start + section.Length; at += 24)
            {
                int symbol = Offset(UInt64(at + 8) >> 32);
                if (symbol != 0) used.Add(UInt16(versions.Start + 2 * symbol) & 0x7fff);
            }
        }
        return used;
    }

    // A file has a list of needed libraries, and each of these a list of versions; offsets count from the entry that holds them.
    private IEnumerable<int> NeededEntries(Section section)
    {
        int library = section.Start;
        for (int n = 0; n < section.Information; n++)
        {
            int entry = library + (int)UInt32(library + 8);
            for (int v = 0; v < UInt16(library + 2); v++)
            {
                yield return entry;
                entry += (int)UInt32(entry + 12);
            }
            library += (int)UInt32(library + 12);
        }
    }

    // A damaged file gives an ArgumentException here, never an index out of range further on.
    private int Offset(ulong value) =>
        value <= (ulong)_image.Length ? (int)value : throw new ArgumentException("it is not a whole ELF library");

    private ushort UInt16(int at) => (ushort)Number(at, 2);

    private uint UInt32(int at) => (uint)Number(at, 4);

    private ulong UInt64(int at) => Number(at, 8);

    private ulong Number(int at, int bytes)
    {
        if (at < 0 || at > _image.Length - bytes) throw new ArgumentException("it is not a whole ELF library");
        ulong number = 0;
        for (int n = bytes - 1; n >= 0; n--) number = number << 8 | _image[at + n];
        return number;
    }

    private sealed class Section
    {
        public Section(uint type, int start, int length, int information)
        {
            Type = type;
            Start = start;
            Length = length;
            Information = information;
        }

        public uint Type { get; }
        public int Start { get; }
        public int Length { get; }
        public int Information { get; }
    }
}
