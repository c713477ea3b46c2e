using System;
using System.IO;
using System.Text;

namespace Potential.Files;

/// <summary>Replaces files as a whole: whoever reads, or comes back after a crash, finds the old content or the new.</summary>
public static class WholeFile
{
    /// <summary>Writes bytes to a temporary file, waits until the disk has them, and renames it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        // One name for each file: what a kill leaves behind is overwritten the next time.
        string temporary = path + ".tmp";
        using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Writes text as UTF-8.</summary>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));
}
