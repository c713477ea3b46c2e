using System;
using System.IO;

namespace Reps;

/// <summary>Replaces a file as a whole: a reader, or a crash, sees the old content or the new, never a half-written file.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Lets <paramref name="write"/> fill a temporary file beside <paramref name="path"/>, then renames it over the path.
    /// </summary>
    /// <exception cref="IOException">The folder is missing or the disk refuses; what was at the path is untouched.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path);
        // Same folder, so the rename stays on one volume; a short name, so it fits wherever the target's own name fits.
        string temporary = Path.Combine(Path.GetDirectoryName(target) ?? target, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
