using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Analyzers.CodeFixes;

/// <summary>Makes a type partial (REPS1101, REPS1102).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.TypeNotPartial.Id, Rules.ContainerNotPartial.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => DocumentEdits.FixAll(Edits);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(
            CodeAction.Create("Make the type partial", token => DocumentEdits.Apply(context.Document, context.Diagnostics, Edits, token), nameof(MakePartialFix)),
            context.Diagnostics
        );
        return Task.CompletedTask;
    }

    // The modifier stands immediately before struct, class, record or interface.
    private static IEnumerable<TextChange> Edits(SyntaxNode root, Diagnostic diagnostic)
    {
        TypeDeclarationSyntax? declaration = root.FindToken(diagnostic.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (declaration is not null && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            yield return new TextChange(new TextSpan(declaration.Keyword.SpanStart, 0), "partial ");
    }
}
