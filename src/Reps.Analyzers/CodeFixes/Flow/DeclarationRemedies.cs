using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Annotations that say what is inferred.</summary>
internal static class DeclarationRemedies
{
    /// <summary>What is inferred, in place of what is declared: of a result; of a parameter, field or property, where all its values agree.</summary>
    public static string? Redeclare(FlowSite site, EditSheet sheet)
    {
        if (site.HasInner || site.Mismatch is not { Symbol: ISymbol symbol, Actual: TensorValue actual }) return null;
        TensorValue? inferred = symbol is IMethodSymbol ? actual : Inference.Of(symbol, site.Compilation, site.CancellationToken);
        if (inferred is null || Inference.Text(inferred) is not string text) return null;
        if (Literal(symbol, site) is not LiteralExpressionSyntax literal) return null;
        sheet.Replace(TextSpan.FromBounds(literal.SpanStart + 1, literal.Span.End - 1), text);
        return $"Declare it as '{text}'";
    }

    private static LiteralExpressionSyntax? Literal(ISymbol symbol, FlowSite site)
    {
        AttributeData? attribute = symbol is IMethodSymbol method
            ? Declarations.Signature(method.AssociatedSymbol is IPropertySymbol property ? property.GetAttributes() : method.GetReturnTypeAttributes())
            : Declarations.Signature(symbol.GetAttributes());
        return attribute?.ApplicationSyntaxReference is SyntaxReference reference
            && reference.SyntaxTree == site.Root.SyntaxTree
            && reference.GetSyntax(site.CancellationToken) is AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
            && arguments[0].Expression is LiteralExpressionSyntax literal
            && literal.Token.Text.StartsWith("\"", System.StringComparison.Ordinal)
                ? literal
                : null;
    }
}
