using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Analyzers.CodeFixes;

/// <summary>Puts the text that a diagnostic suggests in place of the characters that it names, inside any kind of literal.</summary>
public abstract class SuggestionFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => DocumentEdits.FixAll(Edits);

    /// <inheritdoc/>
    public sealed override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
            if (Suggestion(diagnostic) is string suggestion)
                context.RegisterCodeFix(
                    CodeAction.Create(Title(diagnostic, suggestion), token => DocumentEdits.Apply(context.Document, [diagnostic], Edits, token), GetType().Name),
                    diagnostic
                );
        return Task.CompletedTask;
    }

    /// <summary>What the user is offered.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="suggestion">The text to put in place; empty to remove.</param>
    protected virtual string Title(Diagnostic diagnostic, string suggestion) => suggestion.Length == 0 ? "Remove it" : $"Write '{suggestion}'";

    private IEnumerable<TextChange> Edits(SyntaxNode root, Diagnostic diagnostic)
    {
        if (Suggestion(diagnostic) is not string suggestion) yield break;
        Location place = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
        yield return new TextChange(place.SourceSpan, suggestion);
    }

    private string? Suggestion(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SignatureAnalyzer.Suggestion, out string? text) && text is not null && text.All(IsAllowed) ? text : null;

    /// <summary>Whether a character may be inserted. In a literal nothing may that would need escaping in some kind of literal.</summary>
    /// <param name="c">The character.</param>
    protected virtual bool IsAllowed(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '+' or '-' or '/' or '(' or ')' or ':' or ' ';
}
