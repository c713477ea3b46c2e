using System;
using System.IO;

namespace Reps.Tests.Cli;

/// <summary>A file that is removed after the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string text)
        : this(new System.Text.UTF8Encoding(false).GetBytes(text)) { }

    public TemporaryFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"reps-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(Path);
}
