using System;
using System.Collections.Generic;
using System.IO;

namespace Reps;

/// <summary>
/// Reads XYZ files: per frame an atom count, a comment line and one line per atom. In the extended form the comment holds
/// key=value entries, of which these are understood: Lattice (nine numbers, the three cell vectors in turn, or three lengths of
/// a rectangular cell), pbc, energy, and Properties, which names the columns. Of the columns species or Z, pos and forces are
/// read; others are counted and passed over. Without Properties the columns are symbol, x, y, z. An atomic number may stand for
/// a symbol. Units: Angstrom and eV. Numbers do not depend on the culture.
/// </summary>
public static class ExtendedXyz
{
    /// <summary>Reads the frames of a file one after another as they are asked for; the file is open meanwhile.</summary>
    /// <param name="path">A UTF-8 text file.</param>
    /// <param name="options">The defaults when null.</param>
    /// <exception cref="XyzException">While enumerating: the content is wrong.</exception>
    /// <exception cref="IOException">While enumerating: the file cannot be opened or read.</exception>
    public static IEnumerable<XyzFrame> Read(string path, XyzReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Frames(() => new StreamReader(path), path, options ?? XyzReadOptions.Default, owned: true);
    }

    /// <summary>Reads the frames of a text one after another as they are asked for; the reader stays open. Enumerate once.</summary>
    /// <param name="reader">Holds the text.</param>
    /// <param name="name">Names the text in errors.</param>
    /// <param name="options">The defaults when null.</param>
    /// <exception cref="XyzException">While enumerating: the content is wrong.</exception>
    public static IEnumerable<XyzFrame> Read(TextReader reader, string name = "text", XyzReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Frames(() => reader, name, options ?? XyzReadOptions.Default, owned: false);
    }

    /// <summary>Reads all frames of a text.</summary>
    /// <param name="text">The content of an XYZ file.</param>
    /// <param name="options">The defaults when null.</param>
    /// <exception cref="XyzException">The content is wrong.</exception>
    public static IReadOnlyList<XyzFrame> Parse(string text, XyzReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Read(new StringReader(text), "text", options)];
    }

    private static IEnumerable<XyzFrame> Frames(Func<TextReader> open, string name, XyzReadOptions options, bool owned)
    {
        TextReader reader = open();
        try
        {
            XyzFrameReader frames = new(new XyzLineReader(reader, name), options);
            while (frames.Read() is XyzFrame frame)
                yield return frame;
        }
        finally
        {
            if (owned)
                reader.Dispose();
        }
    }
}
