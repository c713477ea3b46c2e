using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Analyzers.Locating;

/// <summary>Where each character of a string stands in the source that writes it, whatever the kind of literal.</summary>
internal sealed class LiteralMap
{
    private readonly List<TextSpan> _characters;
    private readonly int _end;

    private LiteralMap(List<TextSpan> characters, int end)
    {
        _characters = characters;
        _end = end;
    }

    /// <summary>The map of an expression; null when it is no string literal, so that only the whole expression can be shown.</summary>
    public static LiteralMap? Create(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized) expression = parenthesized.Expression;
        if (expression is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal) return null;
        string text = literal.Token.Text;
        LiteralReader reader = new(text, literal.Token.SpanStart);
        switch (literal.Token.Kind())
        {
            case SyntaxKind.StringLiteralToken when text.StartsWith("@", System.StringComparison.Ordinal):
                reader.ReadVerbatim();
                break;
            case SyntaxKind.StringLiteralToken:
                reader.ReadRegular();
                break;
            case SyntaxKind.SingleLineRawStringLiteralToken:
                reader.ReadRaw();
                break;
            case SyntaxKind.MultiLineRawStringLiteralToken:
                reader.ReadRawLines();
                break;
            default:
                return null;
        }
        // The compiler's own reading decides: a literal that is read differently here is malformed, and has a syntax error.
        return reader.Value == literal.Token.ValueText ? new LiteralMap(reader.Characters, reader.End) : null;
    }

    /// <summary>The source of a slice of the string; an empty slice is the empty span before its character.</summary>
    /// <param name="start">The index of its first character.</param>
    /// <param name="length">The number of its characters.</param>
    public TextSpan Map(int start, int length)
    {
        int from = start < _characters.Count ? _characters[start].Start : _end;
        return length == 0 ? new TextSpan(from, 0) : TextSpan.FromBounds(from, _characters[start + length - 1].End);
    }
}
