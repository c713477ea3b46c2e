using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Reps.Package.Tests;

/// <summary>The build task of Reps.Layers, on TorchSharp's library and on crafted variants of it.</summary>
[Collection(PackagesCollection.Name)]
public sealed class WeakeningTests(Packages packages)
{
    private const string Unused = "GLIBCXX_3.4.32";

    private readonly byte[] _original = File.ReadAllBytes(
        Path.Combine(
            Repository.PackageFolder, "torchsharp", Repository.VersionOf("TorchSharp"), "runtimes", "linux-x64", "native", "libLibTorchSharp.so"
        )
    );

    [Fact]
    public async Task OnlyVersionsThatNoRelocationUsesBecomeWeak()
    {
        ElfLibrary library = new(_original);
        HashSet<int> used = library.UsedVersions();
        ElfLibrary.Need unused = Assert.Single(library.Needs(), need => !used.Contains(need.Index));
        Assert.Equal(Unused, unused.Name);

        // The same library, but one of its functions comes from the version that nothing used.
        byte[] needed = [.. _original];
        int relocation = library.FunctionRelocations().First(at => library.VersionOf(at) > 1);
        BinaryPrimitives.WriteUInt32LittleEndian(needed.AsSpan(relocation + 12), library.SymbolOf(unused.Index));

        // The same library without section headers, as after sstrip.
        byte[] stripped = [.. _original];
        stripped.AsSpan(0x28, 8).Clear();
        stripped.AsSpan(0x3c, 2).Clear();

        byte[] weak = [.. _original];
        weak[unused.FlagsAt] |= 2;
        byte[] narrow = [.. _original];
        narrow[4] = 1;
        byte[] bigEndian = [.. _original];
        bigEndian[5] = 2;
        Dictionary<string, (byte[] Given, byte[] Expected)> cases = new()
        {
            ["original"] = (_original, weak),
            ["needed"] = (needed, needed),
            ["weak-already"] = (weak, weak),
            ["stripped"] = (stripped, stripped),
            ["narrow"] = (narrow, narrow),
            ["big-endian"] = (bigEndian, bigEndian),
            ["text"] = ("not a library"u8.ToArray(), "not a library"u8.ToArray()),
            ["empty"] = ([], []),
            ["header-alone"] = (_original[..40], _original[..40]),
        };
        (Outcome run, string output) = await Weaken("Kinds", cases.ToDictionary(pair => pair.Key, pair => pair.Value.Given));
        run.RequireClean();
        foreach ((string name, (_, byte[] expected)) in cases)
            Assert.True(File.ReadAllBytes(Path.Combine(output, name)).AsSpan().SequenceEqual(expected), name);
    }

    [Fact]
    public async Task DamagedLibrariesAreErrorsThatNameThem()
    {
        ElfLibrary.Need first = new ElfLibrary(_original).Needs()[0];
        int listOfNeeds = first.FlagsAt - 4 - 16;
        Dictionary<string, byte[]> cases = new()
        {
            ["half"] = _original[..(_original.Length / 2)],
            ["without-last-byte"] = _original[..^1],
            ["sections-nowhere"] = With(0x28, 8, ulong.MaxValue - 100),
            ["sections-behind"] = With(0x28, 8, (ulong)_original.Length),
            ["more-sections"] = With(0x3c, 2, 0xffff),
            ["needs-in-a-cycle"] = With(listOfNeeds + 12, 4, 0),
            ["versions-in-a-cycle"] = With(listOfNeeds + 2, 2, 0xffff),
            ["versions-nowhere"] = With(listOfNeeds + 8, 4, 0x7fffffff),
            ["needs-nowhere"] = With(listOfNeeds + 12, 4, 0xfffffff0),
            ["symbol-nowhere"] = With(new ElfLibrary(_original).FunctionRelocations().First() + 12, 4, 0xffffffff),
        };
        (Outcome run, string output) = await Weaken("Damages", cases);
        Assert.Equal(cases.Count, run.Diagnostics.Length);
        foreach (string name in cases.Keys)
        {
            string error = Assert.Single(run.Diagnostics, line => line.Contains(Path.Combine("in", name) + " ", StringComparison.Ordinal));
            Assert.Contains("the file is damaged: it is not a whole ELF library. Delete its package from NuGet's folder and restore again.", error);
            Assert.Contains("RepsWeakenLibTorchSharp", error);
            Assert.False(File.Exists(Path.Combine(output, name)), name);
        }
        Assert.DoesNotContain("MSB4018", run.Output);

        byte[] With(int at, int bytes, ulong value)
        {
            byte[] image = [.. _original];
            byte[] number = new byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(number, value);
            number.AsSpan(0, bytes).CopyTo(image.AsSpan(at));
            return image;
        }
    }

    private async Task<(Outcome Run, string Output)> Weaken(string name, Dictionary<string, byte[]> libraries)
    {
        string project = packages.NewProject("Weaken", name);
        string input = Directory.CreateDirectory(Path.Combine(project, "in")).FullName;
        foreach ((string file, byte[] image) in libraries) File.WriteAllBytes(Path.Combine(input, file), image);
        string targets = Repository.PathOf("src", "Reps.Layers", "buildTransitive", "Reps.Layers.targets");
        return (await DotNet.Build(project, "msbuild", "Weaken.proj", "-t:Weaken", $"-p:Targets={targets}"), Path.Combine(project, "out"));
    }
}
