using System;
using System.Collections.Generic;

namespace Reps;

/// <summary>The atoms of a frame as their lines are read. Grows with the lines: an announced count alone reserves almost nothing.</summary>
internal sealed class XyzAtoms
{
    private const int InitialCapacity = 1024;
    private const string Separators = " \t\f\v";

    private readonly XyzColumns _columns;
    private readonly XyzLineReader _lines;
    private readonly Range[] _words;

    public XyzAtoms(XyzColumns columns, int count, XyzLineReader lines)
    {
        _columns = columns;
        _lines = lines;
        // One more than allowed, to notice an extra column.
        _words = new Range[columns.Total + 1];
        int capacity = Math.Min(count, InitialCapacity);
        AtomicNumbers = new List<int>(capacity);
        Positions = new List<double>(3 * capacity);
        Forces = new List<double>(columns.Forces < 0 ? 0 : 3 * capacity);
    }

    public List<int> AtomicNumbers { get; }

    public List<double> Positions { get; }

    public List<double> Forces { get; }

    /// <summary>Reads an atom's line.</summary>
    /// <param name="line">The line that the reader is at.</param>
    /// <param name="suspicion">Another explanation for a line that is no atom's, for the error.</param>
    /// <exception cref="XyzException">The line has the wrong columns, or one of them the wrong content.</exception>
    public void Add(string line, string suspicion)
    {
        ReadOnlySpan<char> text = line;
        int found = text.SplitAny(_words, Separators, StringSplitOptions.RemoveEmptyEntries);
        if (found != _columns.Total)
        {
            string remedy = ReferenceEquals(_columns, XyzColumns.Plain)
                ? "Name the columns with Properties if they are not symbol, x, y, z"
                : "Correct the line or Properties";
            throw _lines.Fault($"{_columns.Total} columns",
                found == 0 ? "an empty line" : $"{CountWords(line)}: {Excerpt.Of(line)}", remedy + suspicion);
        }
        AtomicNumbers.Add(ReadElement(text));
        for (int i = 0; i < 3; i++)
            Positions.Add(ReadReal(text, _columns.Position + i, "a position in Angstrom"));
        for (int i = 0; i < 3 && _columns.Forces >= 0; i++)
            Forces.Add(ReadReal(text, _columns.Forces + i, "a force in eV/Angstrom"));
    }

    private int ReadElement(ReadOnlySpan<char> line)
    {
        int number = 0;
        if (_columns.Species >= 0)
        {
            ReadOnlySpan<char> word = line[_words[_columns.Species]];
            if (!ChemicalElements.TryGetAtomicNumber(word, out number) && !TryReadNumber(word, out number))
            {
                string symbol = word.ToString();
                string remedy = char.IsAsciiDigit(symbol[0])
                    ? $"Atomic numbers run from 1 to {ChemicalElements.Count}"
                    : $"Did you mean '{ChemicalElements.Nearest(symbol)}'? Labels and other cases are not understood";
                throw _lines.Fault("a chemical element", Excerpt.Of(symbol), remedy);
            }
        }
        if (_columns.AtomicNumber < 0)
            return number;
        ReadOnlySpan<char> digits = line[_words[_columns.AtomicNumber]];
        if (!TryReadNumber(digits, out int z))
        {
            throw _lines.Fault($"an atomic number from 1 to {ChemicalElements.Count}", Excerpt.Of(digits.ToString()),
                "Correct the column Z");
        }
        if (number != 0 && number != z)
        {
            throw _lines.Fault($"the atomic number {number} of {ChemicalElements.Symbol(number)}", $"{z}",
                "The columns species and Z must agree");
        }
        return z;
    }

    private double ReadReal(ReadOnlySpan<char> line, int column, string expected)
    {
        ReadOnlySpan<char> word = line[_words[column]];
        return XyzNumbers.TryReadReal(word, out double value)
            ? value
            : throw _lines.Fault($"{expected}, a finite number, in column {column + 1}", Excerpt.Of(word.ToString()), "Correct the line");
    }

    private static bool TryReadNumber(ReadOnlySpan<char> word, out int number)
    {
        bool valid = XyzNumbers.TryReadCount(word, out long value) && value is >= 1 and <= ChemicalElements.Count;
        number = valid ? (int)value : 0;
        return valid;
    }

    private static int CountWords(string line) => line.Split(Separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries).Length;
}
