using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>Reads one frame after another.</summary>
internal sealed class XyzFrameReader(XyzLineReader lines, XyzReadOptions options)
{
    private bool _any;
    private string _previous = "";

    /// <summary>The next frame, or null at the end of the text.</summary>
    /// <exception cref="XyzException">The text is not an XYZ file.</exception>
    public XyzFrame? Read()
    {
        string? line;
        do
            line = lines.Read();
        while (line is not null && string.IsNullOrWhiteSpace(line));
        if (line is null)
            return _any ? null : throw lines.Fault("an atom count", "an empty file", "Check that the file was written completely");
        _any = true;
        int count = ReadCount(line.AsSpan().Trim());
        int start = lines.LineNumber;
        string comment = lines.Read()
            ?? throw lines.Fault("a comment line", "the end of the file", "After the atom count comes a comment line, which may be empty");
        XyzFrame frame = ReadAtoms(count, start, comment);
        _previous = $"; or the frame before, on line {start}, has more atoms than the {count} it announces";
        return frame;
    }

    private int ReadCount(ReadOnlySpan<char> text)
    {
        if (!XyzNumbers.TryReadCount(text, out long count))
        {
            // Digits that overflow are a count too, only an absurd one.
            if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9'))
            {
                throw lines.Fault("an atom count", Excerpt.Of(text.ToString()),
                    "A frame starts with its number of atoms alone on a line" + _previous);
            }
            count = long.MaxValue;
        }
        return count <= options.MaxAtoms ? (int)count : throw lines.Fault($"at most {options.MaxAtoms} atoms", Excerpt.Of(text.ToString()),
            $"Correct the count, or raise {nameof(XyzReadOptions)}.{nameof(XyzReadOptions.MaxAtoms)}");
    }

    private XyzFrame ReadAtoms(int count, int start, string comment)
    {
        Dictionary<string, string> info = XyzComment.Parse(lines, comment);
        XyzHeader header = XyzHeader.Take(info, options, lines);
        XyzAtoms atoms = new(header.Columns, count, lines);
        for (int i = 0; i < count; i++)
        {
            string line = lines.Read() ?? throw lines.Fault($"atom {i + 1} of the {count} announced on line {start}", "the end of the file",
                "Correct the atom count; if it is right, the file is truncated");
            atoms.Add(line, $"; or the frame has fewer atoms than the {count} announced on line {start}");
        }
        return new XyzFrame
        {
            AtomicNumbers = [.. atoms.AtomicNumbers],
            Species = Array.AsReadOnly(atoms.AtomicNumbers.Select(ChemicalElements.Symbol).ToArray()),
            Positions = [.. atoms.Positions],
            Forces = header.Columns.Forces < 0 ? null : [.. atoms.Forces],
            Energy = header.Energy,
            Lattice = header.Lattice,
            Periodic = header.Periodic,
            Info = info.AsReadOnly(),
            Comment = comment,
            LineNumber = start,
        };
    }
}
