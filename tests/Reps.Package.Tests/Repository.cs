using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace Reps.Package.Tests;

/// <summary>The repository that is being tested, as its own build describes it.</summary>
internal static class Repository
{
    private static readonly string[] s_files =
    [
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Packages.props",
        "global.json",
        ".editorconfig",
        "README.md",
        "LICENSE",
    ];

    private static readonly string[] s_folders = ["eng", "src"];

    private static readonly string[] s_outputs = ["bin", "obj"];

    /// <summary>The version of the packages.</summary>
    public static string Version => Metadata("PackageVersion");

    /// <summary>Debug or Release, as these tests were built.</summary>
    public static string Configuration => Metadata("Configuration");

    /// <summary>The folder that the packages of others were restored to.</summary>
    public static string PackageFolder => Metadata("NuGetPackageRoot");

    /// <summary>A path in the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Metadata("RepositoryRoot"), .. parts]);

    /// <summary>The version of somebody else's package that the repository uses.</summary>
    public static string VersionOf(string package) =>
        XDocument
            .Load(PathOf("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(element => element.Attribute("Include")!.Value == package)
            .Attribute("Version")!
            .Value;

    /// <summary>
    /// Copies the files that packages are made of into a folder that does not exist yet, without a single build output, as in a fresh clone.
    /// </summary>
    public static void CopyTo(string target)
    {
        Directory.CreateDirectory(target);
        foreach (string file in s_files) File.Copy(PathOf(file), Path.Combine(target, file));
        foreach (string folder in s_folders) Copy(new DirectoryInfo(PathOf(folder)), Path.Combine(target, folder));
    }

    private static void Copy(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (FileInfo file in source.EnumerateFiles()) file.CopyTo(Path.Combine(target, file.Name));
        foreach (DirectoryInfo folder in source.EnumerateDirectories().Where(folder => !s_outputs.Contains(folder.Name)))
            Copy(folder, Path.Combine(target, folder.Name));
    }

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException($"The test project does not say its {key}.");
}
