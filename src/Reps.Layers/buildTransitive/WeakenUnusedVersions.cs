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
/// no relocation uses is never looked up, so the demand has no purpose; the flag VER_FLG_WEAK tells the loader to ignore it. A version that
/// is weak and present changes nothing. See "Symbol Versioning" in the Linux Standard Base, and do_lookup and _dl_check_map_versions in glibc.
/// Files that are no 64-bit little-endian ELF file, or that have no section headers, are copied as they are.
/// </remarks>
public sealed class WeakenUnusedVersions : Task
{
    private const uint RelocationsWithAddends = 4;
    private const uint Relocations = 9;
    private const uint VersionsOfSymbols = 0x6fffffff;
    private const uint NeededVersions = 0x6ffffffe;
    private const byte WeakFlag = 2;

    // The highest bit of a version hides it from other libraries.
    private const int VersionMask = 0x7fff;

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
            Write();
        }
        catch (InvalidDataException failure)
        {
            Error($"{failure.Message}. Delete its package from NuGet's folder and restore again");
        }
        catch (Exception failure) when (failure is IOException || failure is UnauthorizedAccessException || failure is ArgumentException)
        {
            Error(failure.Message.TrimEnd('.'));
        }
        return !Log.HasLoggedErrors;
    }

    private void Error(string cause) =>
        Log.LogError(
            "Reps.Layers cannot copy {0} to {1}: {2}. To use the file as it is, set the property RepsWeakenLibTorchSharp to false.",
            Source,
            Destination,
            cause
        );

    // The output folder may hold a hard link to the last copy, so the file is replaced and not overwritten. It appears under its name when it
    // is whole: a build that is ended on the way leaves nothing that the next one takes for up to date.
    private void Write()
    {
        string target = Path.GetFullPath(Destination);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string partial = target + ".partial";
        File.WriteAllBytes(partial, _image);
        File.Delete(target);
        File.Move(partial, target);
    }

    // As on every platform that TorchSharp has a library for.
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
                    if (!used.Contains(UInt16(entry + 6) & VersionMask))
                        _image[entry + 4] |= WeakFlag;
    }

    // The sections that are read here. Others may lie about their size: that of zeros (.bss) is not in the file.
    private List<Section> Sections()
    {
        List<Section> sections = new List<Section>();
        ulong start = UInt64(0x28);
        for (uint n = 0; n < UInt16(0x3c); n++)
        {
            int at = Place(start + n * (ulong)UInt16(0x3a), 64);
            uint type = UInt32(at + 4);
            if (type != RelocationsWithAddends && type != Relocations && type != VersionsOfSymbols && type != NeededVersions) continue;
            ulong length = UInt64(at + 0x20);
            sections.Add(new Section(type, Place(UInt64(at + 0x18), length), (int)length, UInt32(at + 0x2c)));
        }
        return sections;
    }

    private HashSet<int> UsedVersions(List<Section> sections, Section versions)
    {
        HashSet<int> used = new HashSet<int>();
        foreach (Section section in sections)
        {
            if (section.Type != RelocationsWithAddends && section.Type != Relocations) continue;
            int size = section.Type == RelocationsWithAddends ? 24 : 16;
            for (int at = section.Start; at + size <= section.End; at += size)
            {
                ulong symbol = UInt64(at + 8) >> 32;
                if (symbol != 0) used.Add(UInt16(Within(versions, 2 * symbol, 2)) & VersionMask);
            }
        }
        return used;
    }

    // A file has a list of needed libraries, and each of these a list of versions. Offsets count from the entry that holds them, and only
    // forward: a damaged file has no cycle.
    private IEnumerable<int> NeededEntries(Section section)
    {
        ulong library = 0;
        for (uint n = 0; n < section.Information; n++)
        {
            int at = Within(section, library, 16);
            ulong entry = library + UInt32(at + 8);
            int count = UInt16(at + 2);
            for (int v = 0; v < count; v++)
            {
                int entryAt = Within(section, entry, 16);
                yield return entryAt;
                entry += Next(entryAt + 12, v == count - 1);
            }
            library += Next(at + 12, n == section.Information - 1);
        }
    }

    private ulong Next(int at, bool last)
    {
        uint step = UInt32(at);
        return step > 0 || last ? step : throw Damaged();
    }

    private int Within(Section section, ulong offset, ulong length) =>
        offset <= (ulong)section.Length && length <= (ulong)section.Length - offset ? section.Start + (int)offset : throw Damaged();

    private int Place(ulong offset, ulong length) =>
        offset <= (ulong)_image.Length && length <= (ulong)_image.Length - offset ? (int)offset : throw Damaged();

    private ushort UInt16(int at) => (ushort)Number(at, 2);

    private uint UInt32(int at) => (uint)Number(at, 4);

    private ulong UInt64(int at) => Number(at, 8);

    private ulong Number(int at, int bytes)
    {
        if (at < 0 || at > _image.Length - bytes) throw Damaged();
        ulong number = 0;
        for (int n = bytes - 1; n >= 0; n--) number = number << 8 | _image[at + n];
        return number;
    }

    private static InvalidDataException Damaged() => new InvalidDataException("the file is damaged: it is not a whole ELF library");

    private sealed class Section
    {
        public Section(uint type, int start, int length, uint information)
        {
            Type = type;
            Start = start;
            Length = length;
            Information = information;
        }

        public uint Type { get; }
        public int Start { get; }
        public int Length { get; }
        public int End => Start + Length;
        public uint Information { get; }
    }
}
