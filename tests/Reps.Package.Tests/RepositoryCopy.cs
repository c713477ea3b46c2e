using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Reps.Package.Tests;

/// <summary>
/// The files that packages are made of, copied without a single build output: packing starts from nothing, as in a fresh clone, and does
/// not disturb the repository that is being tested.
/// </summary>
internal static class RepositoryCopy
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

    /// <summary>Copies into a folder that does not exist yet.</summary>
    public static void To(string target)
    {
        string root = Metadata("RepositoryRoot");
        Directory.CreateDirectory(target);
        foreach (string file in s_files) File.Copy(Path.Combine(root, file), Path.Combine(target, file));
        foreach (string folder in s_folders) Copy(new DirectoryInfo(Path.Combine(root, folder)), Path.Combine(target, folder));
    }

    private static void Copy(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (FileInfo file in source.EnumerateFiles()) file.CopyTo(Path.Combine(target, file.Name));
        foreach (DirectoryInfo folder in source.EnumerateDirectories().Where(folder => !s_outputs.Contains(folder.Name)))
            Copy(folder, Path.Combine(target, folder.Name));
    }

    private static string Metadata(string key) =>
        typeof(RepositoryCopy).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException($"The test project does not say its {key}.");
}
