using System.Collections.Generic;
using System.Globalization;

namespace Reps;

/// <summary>Reads a direct sum: terms with '+' between them.</summary>
internal sealed class SumReader(string text, int from, Group group, SignatureErrors errors)
{
    private readonly RepairedText _source = new(text, from, errors);
    private readonly List<MulIrrep> _entries = [];
    private long _dim;
    private bool _isTooLarge;

    /// <summary>Reads the text from a place to its end; the result counts only if no error was reported.</summary>
    public Irreps Read()
    {
        int terms = 0;
        TermSplitter splitter = new(_source, group, errors);
        foreach (Piece section in new PlusSplitter(_source, errors).Split())
        {
            foreach (Piece piece in section.Text is null ? [section] : splitter.Split(section))
            {
                if (++terms > Budget.MaxTerms)
                {
                    int start = Ascii.SkipSpaces(text, _source.End(piece.From));
                    string limit = Text(Budget.MaxTerms);
                    errors.Add("REPS1008", start, text.Length, "Found more than " + limit + " terms; expected at most that many.", null);
                    return new(group, _entries);
                }

                if (piece.Text is string written) ReadTerm(piece, written);
            }
        }

        return new(group, _entries);
    }

    private void ReadTerm(Piece piece, string written)
    {
        (int first, int end) = Ascii.Trim(written, 0, written.Length);
        int offset = piece.From + first;
        List<Finding> findings = [];
        TermReader.Term? read = TermReader.Read(written.Substring(first, end - first), group, findings);
        foreach ((string code, int findingFrom, int findingTo, string why, string? meant) in findings)
            errors.Add(code, _source.Start(offset + findingFrom), _source.End(offset + findingTo), why, meant);
        if (read is not TermReader.Term term) return;

        if (_dim + term.Dim <= Budget.MaxDim)
        {
            _dim += term.Dim;
            _entries.Add(new(term.Mul, term.Irrep));
        }
        else if (errors.AnyWithin(_source.End(piece.From), _source.Start(piece.To)))
        {
            // Correcting this term would make the representation too large: leave it to the author.
            errors.DropSuggestions(_source.End(piece.From), _source.Start(piece.To));
        }
        else if (!_isTooLarge)
        {
            _isTooLarge = true;
            string message = "Found the dimension " + Text(_dim + term.Dim) + " up to here; expected at most " + Text(Budget.MaxDim) + ".";
            errors.Add("REPS1008", _source.Start(offset), _source.End(piece.From + end), message, null);
        }
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
