using System;
using System.IO;
using System.Linq;

namespace Reps.Tests.Samples.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("potential-").FullName;

    public string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>All files with their bytes, to see whether anything has changed.</summary>
    public (string Name, string Content)[] Snapshot() =>
    [
        .. Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Where(file => System.IO.Path.GetFileName(file) != ".lock").Order(StringComparer.Ordinal)
            .Select(file => (file[Path.Length..], Convert.ToBase64String(File.ReadAllBytes(file)))),
    ];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
