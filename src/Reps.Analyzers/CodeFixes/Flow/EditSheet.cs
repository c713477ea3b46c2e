using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>A field that a fix makes.</summary>
/// <param name="Type">The type that it is in.</param>
/// <param name="Start">All that stands before its name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it holds.</param>
internal sealed record NewField(SyntaxNode Type, string Start, string Name, string Value);

/// <summary>The edits of one document by one or several fixes. A fix is taken with all its edits, or not at all.</summary>
internal sealed class EditSheet(SyntaxNode root)
{
    private readonly List<TextChange> _taken = [];
    private readonly List<TextChange> _pending = [];
    private readonly List<NewField> _fields = [];
    private readonly List<NewField> _pendingFields = [];

    /// <summary>The root of the tree that is edited.</summary>
    public SyntaxNode Root => root;

    /// <summary>Says that a field is there from now on.</summary>
    public void Declare(NewField field) => _pendingFields.Add(field);

    /// <summary>The fields that are there from now on in a type.</summary>
    public IEnumerable<NewField> Fields(SyntaxNode type) => _fields.Concat(_pendingFields).Where(field => field.Type == type);

    /// <summary>Puts an expression in place of another, with parentheses where it needs them and without those that it no longer needs.</summary>
    public void Put(ExpressionSyntax old, string text)
    {
        bool isPrimary = Code.IsPrimary(SyntaxFactory.ParseExpression(text));
        if (isPrimary && old.Parent is ParenthesizedExpressionSyntax { Parent: not CastExpressionSyntax } around) Replace(around, text);
        else Replace(old, !isPrimary && Code.IsPrimary(old) && BindsTightly(old.Parent) ? $"({text})" : text);
    }

    private static bool BindsTightly(SyntaxNode? parent) =>
        parent is ExpressionSyntax and not (ParenthesizedExpressionSyntax or AssignmentExpressionSyntax or CollectionExpressionSyntax);

    /// <summary>Puts a text in place of a piece of syntax.</summary>
    public void Replace(SyntaxNode node, string text) => _pending.Add(new(node.Span, text));

    /// <summary>Puts a text in place of another.</summary>
    public void Replace(TextSpan span, string text) => _pending.Add(new(span, text));

    /// <summary>Inserts a text behind what others insert at the same place.</summary>
    public void Insert(int position, string text) => _pending.Add(new(new TextSpan(position, 0), text));

    /// <summary>The texts that are inserted so far inside a piece of syntax.</summary>
    public IEnumerable<string> Inserted(SyntaxNode scope) =>
        _taken.Concat(_pending).Where(change => change.Span.IsEmpty && scope.FullSpan.Contains(change.Span)).Select(static change => change.NewText!);

    /// <summary>Takes the edits since the last time; none of them where one touches what is already edited.</summary>
    /// <returns>Whether they were taken.</returns>
    public bool Commit()
    {
        bool free = _pending.Count > 0
            && _pending.All(edit => edit.Span.IsEmpty || !_taken.Exists(other => other != edit && other.Span.OverlapsWith(edit.Span)));
        if (free) _taken.AddRange(_pending.Where(edit => edit.Span.IsEmpty || !_taken.Contains(edit)));
        if (free) _fields.AddRange(_pendingFields);
        Discard();
        return free;
    }

    /// <summary>Forgets the edits since the last time.</summary>
    public void Discard()
    {
        _pending.Clear();
        _pendingFields.Clear();
    }

    /// <summary>The document with the edits.</summary>
    public async Task<Document> Apply(Document document, CancellationToken cancellationToken)
    {
        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<TextChange> insertions = _taken
            .Where(static change => change.Span.IsEmpty)
            .GroupBy(static change => change.Span)
            .Select(static group => new TextChange(group.Key, string.Concat(group.Select(static change => change.NewText))));
        IEnumerable<TextChange> replacements = _taken.Where(static change => !change.Span.IsEmpty);
        return document.WithText(text.WithChanges(replacements.Concat(insertions).OrderBy(static change => change.Span)));
    }
}
