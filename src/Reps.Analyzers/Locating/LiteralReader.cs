using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Analyzers.Locating;

/// <summary>Reads the text of one string literal token as the compiler does, and remembers where each character came from.</summary>
/// <param name="text">The token, quotes included.</param>
/// <param name="origin">Its position in the file.</param>
internal sealed class LiteralReader(string text, int origin)
{
    private readonly StringBuilder _value = new();

    public List<TextSpan> Characters { get; } = [];

    public int End { get; private set; }

    public string Value => _value.ToString();

    public void ReadRegular()
    {
        int at = 1;
        while (at < text.Length - 1) at = text[at] == '\\' ? ReadEscape(at) : Add(text[at], at, 1);
        Finish(at);
    }

    public void ReadVerbatim()
    {
        int at = 2;
        while (at < text.Length - 1) at = Add(text[at], at, text[at] == '"' ? 2 : 1);
        Finish(at);
    }

    public void ReadRaw()
    {
        int quotes = Quotes();
        int at = quotes;
        while (at < text.Length - quotes) at = Add(text[at], at, 1);
        Finish(at);
    }

    // The value starts after the first line break and ends before the last; the closing line's indentation is not part of any line.
    public void ReadRawLines()
    {
        int last = text.Length - Quotes();
        while (last > 0 && !SyntaxFacts.IsNewLine(text[last - 1])) last--;
        string indentation = text.Substring(last, text.Length - Quotes() - last);
        int end = last - LineBreak(last);
        int at = 0;
        while (at < end && !SyntaxFacts.IsNewLine(text[at])) at++;
        at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        while (at <= end)
        {
            int line = at;
            while (at < end && at - line < indentation.Length && text[at] == indentation[at - line]) at++;
            while (at < end && !SyntaxFacts.IsNewLine(text[at])) at = Add(text[at], at, 1);
            if (at >= end) break;
            if (text[at] == '\r' && at + 1 < end && text[at + 1] == '\n') at = Add('\r', at, 1);
            at = Add(text[at], at, 1);
        }
        Finish(end);
    }

    private int ReadEscape(int at)
    {
        char kind = at + 1 < text.Length - 1 ? text[at + 1] : '\0';
        if (kind is not ('u' or 'U' or 'x')) return Add(SimpleEscape(kind), at, 2);
        int most = kind == 'U' ? 8 : 4;
        int code = 0;
        int length = 2;
        for (; length < most + 2 && at + length < text.Length - 1 && HexDigit(text[at + length]) is int digit and >= 0; length++) code = code * 16 + digit;
        if (code is >= 0x10000 and <= 0x10FFFF)
        {
            Add((char)(0xD800 + ((code - 0x10000) >> 10)), at, length);
            return Add((char)(0xDC00 + ((code - 0x10000) & 0x3FF)), at, length);
        }
        return Add((char)code, at, length);
    }

    private static char SimpleEscape(char kind) =>
        kind switch
        {
            '0' => '\0',
            'a' => '\a',
            'b' => '\b',
            'e' => '\u001B',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => kind,
        };

    private static int HexDigit(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= 'a' and <= 'f' => c - 'a' + 10,
            >= 'A' and <= 'F' => c - 'A' + 10,
            _ => -1,
        };

    private int Quotes()
    {
        int quotes = 0;
        while (quotes < text.Length && text[quotes] == '"') quotes++;
        return quotes;
    }

    private int LineBreak(int after) => after > 1 && text[after - 1] == '\n' && text[after - 2] == '\r' ? 2 : after > 0 ? 1 : 0;

    private int Add(char value, int at, int length)
    {
        _value.Append(value);
        Characters.Add(new TextSpan(origin + at, length));
        return at + length;
    }

    private void Finish(int at) => End = origin + at;
}
