using System;

namespace Reps;

/// <summary>Where the columns of interest stand in an atom's line, as the entry Properties=name:type:count:... lays them out.</summary>
/// <param name="Total">How many columns a line has.</param>
/// <param name="Species">The column of element symbols, or -1.</param>
/// <param name="AtomicNumber">The column of atomic numbers, or -1.</param>
/// <param name="Position">The first of three columns.</param>
/// <param name="Forces">The first of three columns, or -1.</param>
internal sealed record XyzColumns(int Total, int Species, int AtomicNumber, int Position, int Forces)
{
    private const int MaxColumns = 10_000;

    private const string Remedy = "Write Properties as name:type:count triples, for example species:S:1:pos:R:3:forces:R:3";

    /// <summary>The layout of a file without Properties: symbol, x, y, z.</summary>
    public static XyzColumns Plain { get; } = new(4, 0, -1, 1, -1);

    /// <summary>Reads the value of Properties.</summary>
    /// <exception cref="XyzException">It is malformed, or lacks pos, or both species and Z.</exception>
    public static XyzColumns Parse(string text, XyzReadOptions options, XyzLineReader lines)
    {
        string[] fields = text.Split(':');
        if (fields.Length % 3 != 0)
            throw lines.Fault("Properties made of triples", $"{fields.Length} fields", Remedy);
        XyzColumns columns = new(0, -1, -1, -1, -1);
        for (int i = 0; i < fields.Length; i += 3)
        {
            string name = fields[i];
            string type = fields[i + 1];
            if (name.Length == 0)
                throw lines.Fault("a name in Properties", "an empty one", Remedy);
            if (type is not ("S" or "R" or "I" or "L"))
                throw lines.Fault($"the type S, R, I or L for column {Excerpt.Of(name)}", Excerpt.Of(type), Remedy);
            bool valid = XyzNumbers.TryReadCount(fields[i + 2], out long width) && width is >= 1 and <= MaxColumns;
            if (!valid || columns.Total + width > MaxColumns)
                throw lines.Fault($"a width from 1 to {MaxColumns} for column {Excerpt.Of(name)}", Excerpt.Of(fields[i + 2]), Remedy);
            XyzColumns next = columns.Add(name, $"{type}:{width}", options, lines);
            columns = next with { Total = columns.Total + (int)width };
        }
        if (columns.Position < 0)
            throw lines.Fault("a column pos:R:3 in Properties", "none", Remedy);
        if (columns.Species < 0 && columns.AtomicNumber < 0)
            throw lines.Fault("a column species:S:1 or Z:I:1 in Properties", "none", Remedy);
        return columns;
    }

    private XyzColumns Add(string name, string form, XyzReadOptions options, XyzLineReader lines)
    {
        if (name == "pos")
            return this with { Position = Place(Position, "R:3") };
        if (name == "species")
            return this with { Species = Place(Species, "S:1") };
        if (name == "Z")
            return this with { AtomicNumber = Place(AtomicNumber, "I:1") };
        if (name.Equals(options.ForcesKey, StringComparison.OrdinalIgnoreCase))
            return this with { Forces = Place(Forces, "R:3") };
        return this;

        int Place(int old, string expected)
        {
            if (old >= 0)
                throw lines.Fault($"one column {Excerpt.Of(name)} in Properties", "two", "Remove one of them");
            return form == expected ? Total : throw lines.Fault($"{name}:{expected} in Properties", Excerpt.Of($"{name}:{form}"), Remedy);
        }
    }
}
