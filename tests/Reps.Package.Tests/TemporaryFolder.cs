using System;
using System.IO;

namespace Reps.Package.Tests;

/// <summary>
/// A folder outside the repository that shields what is in it from build settings above, and is removed with everything in it.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string NothingInherited = "<Project />\n";

    public TemporaryFolder()
    {
        Root = Directory.CreateTempSubdirectory("reps-package-").FullName;
        Write("Directory.Build.props", NothingInherited);
        Write("Directory.Build.targets", NothingInherited);
        Write("Directory.Packages.props", NothingInherited);
        Write(".editorconfig", "root = true\n");
    }

    /// <summary>The full path.</summary>
    public string Root { get; }

    /// <summary>A path inside.</summary>
    public string this[params string[] parts] => Path.Combine([Root, .. parts]);

    /// <summary>Writes a text file, and the folders to it.</summary>
    public void Write(string path, string text)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
