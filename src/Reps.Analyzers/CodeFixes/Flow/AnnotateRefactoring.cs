using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>
/// Annotates a tensor with the representation that is inferred: a parameter with what all callers pass, a field or property with what it is
/// always given, a result with what is always returned. Locals need none: they are followed.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(AnnotateRefactoring)), Shared]
public sealed class AnnotateRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        if (await context.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not SyntaxNode root) return;
        if (Declaration(root.FindToken(context.Span.Start).Parent) is not SyntaxNode declaration) return;
        if (!declaration.Span.Contains(context.Span)) return;
        if (await context.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not SemanticModel model) return;
        if (!FlowCompilation.Concerns(model.Compilation)) return;
        if (model.GetDeclaredSymbol(declaration, cancellationToken) is not ISymbol symbol) return;
        if (!IsRawTensor(symbol)) return;
        if (Inference.Of(symbol, new FlowCompilation(model.Compilation), cancellationToken) is not TensorValue value) return;
        if (Inference.Text(value) is not string text) return;
        string attribute = Code.Name(model, declaration.SpanStart, "Reps.RepAttribute");
        attribute = attribute.Substring(0, attribute.Length - "Attribute".Length) + $"(\"{text}\")";
        EditSheet sheet = new(root);
        Write(sheet, declaration, symbol is IMethodSymbol ? $"[return: {attribute}]" : $"[{attribute}]");
        sheet.Commit();
        string what = symbol is IMethodSymbol ? $"the result of '{symbol.Name}'" : $"'{symbol.Name}'";
        string title = $"Annotate {what} with '{text}'";
        context.RegisterRefactoring(CodeAction.Create(title, token => sheet.Apply(context.Document, token), nameof(AnnotateRefactoring)));
    }

    // A parameter, or a member at its type or name; not from inside of bodies.
    private static SyntaxNode? Declaration(SyntaxNode? node)
    {
        for (SyntaxNode? n = node; n is not null; n = n.Parent)
            switch (n)
            {
                case ParameterSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax:
                    return n;
                case VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax } }:
                    return n;
                case VariableDeclarationSyntax { Variables: { Count: 1 } variables, Parent: FieldDeclarationSyntax }:
                    return variables[0];
                case BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or StatementSyntax or AttributeListSyntax:
                    return null;
            }
        return null;
    }

    private static bool IsRawTensor(ISymbol symbol) =>
        symbol switch
        {
            IParameterSymbol { RefKind: RefKind.None } parameter => TorchTypes.IsTensor(parameter.Type) && Declarations.Of(parameter) is null,
            IFieldSymbol field => TorchTypes.IsTensor(field.Type) && Declarations.Of(field) is null,
            IPropertySymbol property => TorchTypes.IsTensor(property.Type) && Declarations.Of(property) is null,
            IMethodSymbol { IsAsync: false } method => TorchTypes.IsTensor(method.ReturnType) && Declarations.OfResult(method) is null,
            _ => false,
        };

    // Behind the attributes that are there: of a parameter in its line, of members in a line of its own.
    private static void Write(EditSheet sheet, SyntaxNode declaration, string attribute)
    {
        if (declaration is VariableDeclaratorSyntax) declaration = declaration.FirstAncestorOrSelf<FieldDeclarationSyntax>()!;
        SyntaxList<AttributeListSyntax> lists = declaration switch
        {
            ParameterSyntax parameter => parameter.AttributeLists,
            LocalFunctionStatementSyntax function => function.AttributeLists,
            MemberDeclarationSyntax member => member.AttributeLists,
            _ => default,
        };
        SyntaxToken first = lists.Count == 0 ? declaration.GetFirstToken() : lists[lists.Count - 1].GetLastToken().GetNextToken();
        string between = declaration is ParameterSyntax ? " " : NewMembers.EndOfLine(sheet.Root) + NewMembers.Leading(declaration);
        sheet.Insert(first.SpanStart, attribute + between);
    }
}
