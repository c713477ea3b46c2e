using System;
using System.Collections.Generic;
using System.Linq;

namespace Reps;

/// <summary>Reads index formulas: <c>term { "=" term }</c> with <c>term := ["-"] letter { letter }</c>, spaces anywhere.</summary>
internal sealed class FormulaReader(string text)
{
    private readonly List<FormulaError> _errors = [];
    private string _first = "";

    public IReadOnlyList<FormulaError> Errors => _errors;

    /// <summary>The indices of the first term, and for each term its sign and its letters.</summary>
    public (string Indices, List<(int Sign, string Letters)> Terms) Read()
    {
        List<(int, string)> terms = [];
        if (text.Length > Budget.MaxTextLength)
        {
            _errors.Add(new(Budget.MaxTextLength, text.Length - Budget.MaxTextLength, $"A formula has at most {Budget.MaxTextLength} characters."));
            return ("", terms);
        }
        int start = 0;
        while (start <= text.Length)
        {
            int end = text.IndexOf('=', start);
            if (end < 0) end = text.Length;
            terms.Add(Term(start, end, isFirst: start == 0));
            start = end + 1;
        }
        return (_first, terms);
    }

    private (int Sign, string Letters) Term(int start, int end, bool isFirst)
    {
        int sign = 1;
        int before = _errors.Count;
        List<int> places = [];
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (c == ' ') continue;
            if (char.IsAsciiLetter(c)) Letter(places, i);
            else if (c != '-') _errors.Add(new(i, 1, $"{Quoting.Quote(text, i, i + 1)} is no index: an index is a letter from a to z or A to Z."));
            else if (isFirst) _errors.Add(new(i, 1, "The first term says what the others equal, so it has no sign: leave out this '-'."));
            else if (places.Count > 0 || sign < 0) _errors.Add(new(i, 1, "A sign stands once, in front of the indices of a term: leave out this '-'."));
            else sign = -1;
        }
        string letters = string.Concat(places.Select(i => text[i]));
        if (letters.Length == 0 && _errors.Count == before)
        {
            bool empty = isFirst && end == text.Length;
            _errors.Add(new(start, end - start, empty ? "The formula is empty: write indices, for example ij=ji." : "This term has no indices."));
        }
        else if (isFirst) First(letters, start, end);
        else if (_errors.Count == before) Compare(letters, places, start, end);
        return (sign, letters);
    }

    private void Letter(List<int> places, int i)
    {
        if (places.Exists(place => text[place] == text[i]))
            _errors.Add(new(i, 1, $"Index '{text[i]}' occurs twice in this term: every index occurs once."));
        else places.Add(i);
    }

    private void First(string letters, int start, int end)
    {
        _first = letters;
        if (letters.Length > IndexFormula.MaxRank)
            _errors.Add(new(start, end - start, $"There are {letters.Length} indices, more than {IndexFormula.MaxRank}."));
    }

    private void Compare(string letters, List<int> places, int start, int end)
    {
        // Without indices to compare with, the first term's own error says enough.
        if (_first.Length == 0) return;
        foreach (int place in places.Where(place => !_first.Contains(text[place], StringComparison.Ordinal)))
            _errors.Add(new(place, 1, $"Index '{text[place]}' is not in the first term: a term permutes the indices {_first}."));
        string missing = string.Concat(_first.Where(c => !letters.Contains(c, StringComparison.Ordinal)));
        string what = missing.Length > 1 ? "indices" : "index";
        if (missing.Length > 0)
            _errors.Add(new(start, end - start, $"This term lacks the {what} {missing}: a term permutes the indices {_first}."));
    }
}
