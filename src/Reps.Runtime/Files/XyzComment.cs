using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;

namespace Reps;

/// <summary>
/// The comment line of an extended XYZ frame as a list of entries: key=value, where either may be in quotes and a value in
/// braces or brackets; a key alone stands for true. A line without any key=value is plain text and has no entries.
/// </summary>
internal sealed partial class XyzComment
{
    private readonly XyzLineReader _lines;
    private readonly string _text;
    private readonly Dictionary<string, string> _entries = new(StringComparer.Ordinal);
    private int _position;

    private XyzComment(XyzLineReader lines, string text)
    {
        _lines = lines;
        _text = text;
    }

    /// <summary>Reads the line that <paramref name="lines"/> is at.</summary>
    /// <exception cref="XyzException">A quote or bracket stays open, a key or value is missing, or a key has two values.</exception>
    public static Dictionary<string, string> Parse(XyzLineReader lines, string text)
    {
        XyzComment comment = new(lines, text);
        if (Assignment().IsMatch(text))
            comment.ReadEntries();
        return comment._entries;
    }

    // Free text such as "== water ==" is no list of entries; one name=value makes it one.
    [GeneratedRegex("""(?:^|[\s"'])[A-Za-z_][A-Za-z0-9_\-.]*["']?\s*=\s*(?:[^\s=]|$)""", RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();

    private void ReadEntries()
    {
        for (SkipSpaces(); _position < _text.Length; SkipSpaces())
        {
            string key = ReadToken(isKey: true);
            if (key.Length == 0)
                throw Fault("a key before '='", "none", "Write entries as key=value");
            SkipSpaces();
            string value = "T";
            bool hasValue = _position < _text.Length && _text[_position] == '=';
            if (hasValue)
            {
                _position++;
                SkipSpaces();
                if (_position == _text.Length)
                    throw Fault($"a value for {Excerpt.Of(key)}", "the end of the line", "Give it one, or quote an empty text");
                value = ReadToken(isKey: false);
            }
            // A word that free text repeats is harmless; two values are not.
            if (!_entries.TryAdd(key, value) && hasValue)
                throw Fault($"one value for {Excerpt.Of(key)}", "two", "Remove one of them");
        }
    }

    private string ReadToken(bool isKey)
    {
        int start = _position;
        char first = _text[start];
        if (first is '"' or '\'')
            return ReadQuoted(first);
        if (!isKey && first is '{' or '[')
            return ReadBracketed(first, first == '{' ? '}' : ']');
        while (_position < _text.Length && !char.IsWhiteSpace(_text[_position]) && !(isKey && _text[_position] == '='))
            _position++;
        return _text[start.._position];
    }

    private string ReadQuoted(char quote)
    {
        int start = _position++;
        StringBuilder value = new();
        for (; _position < _text.Length; _position++)
        {
            char c = _text[_position];
            if (c == quote)
            {
                _position++;
                RequireSeparator(start);
                return value.ToString();
            }
            bool escapes = c == '\\' && _position + 1 < _text.Length && (_text[_position + 1] == quote || _text[_position + 1] == '\\');
            value.Append(escapes ? _text[++_position] : c);
        }
        throw Unbalanced(start, quote);
    }

    private string ReadBracketed(char open, char close)
    {
        int start = _position;
        int depth = 0;
        for (; _position < _text.Length; _position++)
        {
            depth += _text[_position] == open ? 1 : _text[_position] == close ? -1 : 0;
            if (depth > 0)
                continue;
            _position++;
            RequireSeparator(start);
            return _text[(start + 1)..(_position - 1)];
        }
        throw Unbalanced(start, close);
    }

    private void RequireSeparator(int start)
    {
        if (_position < _text.Length && !char.IsWhiteSpace(_text[_position]) && _text[_position] != '=')
        {
            throw Fault("a space after a quoted or bracketed text", Excerpt.Of(_text[start..Math.Min(_text.Length, _position + 8)]),
                "Quote the whole value, and write quotes inside it as \\\"");
        }
    }

    private XyzException Unbalanced(int start, char close) =>
        Fault($"a closing {close} for the text that starts at column {start + 1}", "the end of the line", "Close it");

    private void SkipSpaces()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
            _position++;
    }

    private XyzException Fault(string expected, string found, string remedy) => _lines.Fault(expected, found, remedy);
}
