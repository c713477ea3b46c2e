using System;
using System.IO;
using Potential.Data;

namespace Potential.Files;

/// <summary>Keeps a second process out of a folder. The system lets go when the process ends, however it ends.</summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    /// <summary>Creates the folder if need be, and takes it.</summary>
    /// <exception cref="DataException">Another process has it, or it cannot be written.</exception>
    public FolderLock(string folder)
    {
        string path = Path.Combine(folder, ".lock");
        try
        {
            Directory.CreateDirectory(folder);
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{folder}: the folder cannot be used: another process trains there, or it cannot be written. {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
