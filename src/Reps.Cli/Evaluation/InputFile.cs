using System;
using System.IO;
using System.Text;

namespace Reps.Cli.Evaluation;

/// <summary>Reads a whole text file; errors name it and say what to do.</summary>
internal static class InputFile
{
    private const int MostBytes = 1 << 28;

    /// <summary>The text of a file, or of standard input for "-".</summary>
    /// <exception cref="FormatException">There is no such file, it cannot be read, is too long, or is not UTF-8.</exception>
    public static string Read(string path)
    {
        if (path.Trim().Length == 0) throw new FormatException("plan is ''; expected the path of a JSON file, or - for standard input.");
        if (Directory.Exists(path)) throw new FormatException($"{path} is a directory; expected a JSON file, or - for standard input.");
        try
        {
            using Stream stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes(stream, path)).TrimStart('\uFEFF');
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FormatException($"there is no file {path}; expected the path of a JSON file, or - for standard input.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new FormatException($"{path} may not be read; check its permissions.", exception);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException($"{path} is not UTF-8 text, at byte {exception.Index}; expected a JSON file.", exception);
        }
        catch (IOException exception)
        {
            throw new FormatException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    // Devices and pipes have no length and may have no end.
    private static byte[] Bytes(Stream stream, string path)
    {
        using MemoryStream bytes = new();
        byte[] buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer, 0, buffer.Length)) > 0; )
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > MostBytes)
                throw new FormatException($"{path} is longer than {MostBytes >> 20} MiB; split its rows into several files.");
        }
        return bytes.ToArray();
    }
}
