using System;
using System.IO;
using System.Text;

namespace Reps;

/// <summary>
/// Reads lines and counts them. Unlike <see cref="TextReader.ReadLine"/> it refuses a line that has no end, so that a large
/// binary file given by mistake costs an error and not the memory.
/// </summary>
internal sealed class XyzLineReader(TextReader reader, string file)
{
    private const int MaxLineLength = 1 << 20;

    private readonly char[] _buffer = new char[1 << 14];
    private int _start;
    private int _end;
    private bool _afterCarriageReturn;

    /// <summary>Names the text in errors.</summary>
    public string File => file;

    /// <summary>The number of the line last read, from 1; one past the last once the text has ended.</summary>
    public int LineNumber { get; private set; }

    /// <summary>The next line without its end (LF, CR LF or CR); null at the end of the text.</summary>
    /// <exception cref="XyzException">The line exceeds 1,048,576 characters.</exception>
    public string? Read()
    {
        LineNumber++;
        StringBuilder? collected = null;
        while (Fill())
        {
            ReadOnlySpan<char> rest = _buffer.AsSpan(_start, _end - _start);
            int length = rest.IndexOfAny('\n', '\r');
            ReadOnlySpan<char> piece = length < 0 ? rest : rest[..length];
            if ((collected?.Length ?? 0) + piece.Length > MaxLineLength)
                throw Fault($"lines of at most {MaxLineLength} characters", "a longer one", "Check that this is an XYZ text file");
            _start += piece.Length;
            if (length >= 0)
            {
                _afterCarriageReturn = rest[length] == '\r';
                _start++;
                return collected is null ? piece.ToString() : collected.Append(piece).ToString();
            }
            (collected ??= new StringBuilder()).Append(piece);
        }
        return collected?.ToString();
    }

    /// <summary>An error at the line last read.</summary>
    public XyzException Fault(string expected, string found, string remedy) => new(file, LineNumber, expected, found, remedy);

    // Makes the buffer non-empty, stepping over the LF of a CR LF; false at the end of the text.
    private bool Fill()
    {
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = reader.Read(_buffer, 0, _buffer.Length);
                if (_end == 0)
                    return false;
            }
            if (!_afterCarriageReturn)
                return true;
            _afterCarriageReturn = false;
            if (_buffer[_start] == '\n')
                _start++;
        }
    }
}
