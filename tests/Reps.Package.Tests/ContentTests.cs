using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;

namespace Reps.Package.Tests;

/// <summary>What is in the packages, file by file.</summary>
[Collection(PackagesCollection.Name)]
public sealed class ContentTests(Packages packages)
{
    // The packaging format's own bookkeeping.
    private static readonly string[] s_envelope = ["_rels/", "package/", "[Content_Types].xml"];

    [Fact]
    public void RuntimeHoldsTheLibraryAndItsCompilerPlugins() =>
        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "Reps.Runtime.nuspec",
                "analyzers/dotnet/cs/Reps.Analyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/Reps.Analyzers.dll",
                "analyzers/dotnet/cs/Reps.Generators.dll",
                "buildTransitive/Reps.Runtime.targets",
                "lib/net10.0/Reps.Runtime.dll",
                "lib/net10.0/Reps.Runtime.xml",
            ],
            Files("Reps.Runtime")
        );

    [Fact]
    public void LayersHoldTheLibraryAndTheTaskThatUsersCompile() =>
        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "Reps.Layers.nuspec",
                "buildTransitive/Reps.Layers.targets",
                "buildTransitive/WeakenUnusedVersions.cs",
                "lib/net10.0/Reps.Layers.dll",
                "lib/net10.0/Reps.Layers.xml",
            ],
            Files("Reps.Layers")
        );

    [Fact]
    public void ToolHoldsWhatAuditsProjects()
    {
        string[] files = Files("Reps.Cli");
        Assert.Contains("README.md", files);
        Assert.Contains("LICENSE", files);
        Assert.Contains("tools/net10.0/any/reps.dll", files);
        Assert.Contains("tools/net10.0/any/Reps.Runtime.dll", files);
        Assert.Contains("tools/net10.0/any/Reps.Analyzers.dll", files);
        Assert.Contains("tools/net10.0/any/Reps.Generators.dll", files);
        // The process that evaluates project files comes with the workspace.
        Assert.Contains(files, file => file.StartsWith("tools/net10.0/any/BuildHost-netcore/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Reps.Runtime")]
    [InlineData("Reps.Cli")]
    public void PackageDependsOnNothing(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.PathOf(package));
        using Stream stream = archive.GetEntry($"{package}.nuspec")!.Open();
        XElement[] elements = [.. XDocument.Load(stream).Descendants()];
        Assert.DoesNotContain(elements, element => element.Name.LocalName == "dependency");
        Assert.Equal("MIT", elements.Single(element => element.Name.LocalName == "license").Value);
        Assert.Equal("README.md", elements.Single(element => element.Name.LocalName == "readme").Value);
    }

    private string[] Files(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(packages.PathOf(package));
        return
        [
            .. archive
                .Entries.Select(entry => entry.FullName)
                .Where(name => !s_envelope.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }
}
