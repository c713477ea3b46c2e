using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reps.Analyzers.Locating;

/// <summary>The text of a representation attribute and the expression that writes it.</summary>
internal sealed class SignatureText
{
    private readonly ExpressionSyntax? _expression;
    private readonly LiteralMap? _map;
    private readonly Location _whole;

    /// <summary>Finds the text of an attribute in its source.</summary>
    /// <param name="locator">The attribute.</param>
    /// <param name="text">The value of its argument.</param>
    public SignatureText(AttributeLocator locator, string text)
    {
        Text = text;
        _expression = locator.Expression(0, "signature");
        _map = _expression is null ? null : LiteralMap.Create(_expression);
        _whole = locator.Argument(0, "signature");
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The source of a slice of the text; the whole expression where the text is computed or empty.</summary>
    /// <param name="start">The index of its first character.</param>
    /// <param name="length">The number of its characters.</param>
    public Location Locate(int start, int length) =>
        _map is null || Text.Length == 0 ? _whole : Location.Create(_expression!.SyntaxTree, _map.Map(start, length));

    /// <summary>What a code fix needs to know: the text to put in place, if the place is inside a literal.</summary>
    /// <param name="suggestion">The text, or null.</param>
    public ImmutableDictionary<string, string?> Properties(string? suggestion) =>
        _map is null || Text.Length == 0 || suggestion is null
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(SignatureAnalyzer.Suggestion, suggestion);
}
