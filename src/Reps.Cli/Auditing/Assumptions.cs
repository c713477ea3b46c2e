using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reps.Cli.Auditing;

/// <summary>Finds the places where authors vouch for a symmetry.</summary>
internal static class Assumptions
{
    private const string Attribute = "AssumeEquivariant";
    private const string Method = "Assume";

    /// <summary>All such places of a project, by file and line.</summary>
    public static IReadOnlyList<Assumption> Of(string project, Compilation compilation, CancellationToken cancellationToken)
    {
        List<Assumption> found = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Most files have none; their text says so without a semantic model.
            if (!tree.GetText(cancellationToken).ToString().Contains(Method, StringComparison.Ordinal)) continue;
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot(cancellationToken).DescendantNodes())
                if (Kind(node, model, cancellationToken) is string kind)
                    found.Add(new(project, kind, Reason(node, model, cancellationToken), tree.GetMappedLineSpan(node.Span, cancellationToken)));
        }
        return found;
    }

    private static string? Kind(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node switch
        {
            AttributeSyntax attribute when model.GetTypeInfo(attribute, cancellationToken).Type is { Name: Attribute + "Attribute" } type && IsOurs(type) => Attribute,
            InvocationExpressionSyntax call
                when model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { Name: Method, ContainingType: { Name: "Feature" } type } && IsOurs(type) => Method,
            _ => null,
        };

    private static bool IsOurs(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is "Reps" or "Reps.Layers";

    // The last argument of both.
    private static string Reason(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax? last = node switch
        {
            AttributeSyntax attribute => attribute.ArgumentList?.Arguments.LastOrDefault()?.Expression,
            InvocationExpressionSyntax call => call.ArgumentList.Arguments.LastOrDefault()?.Expression,
            _ => null,
        };
        return last is not null && model.GetConstantValue(last, cancellationToken) is { HasValue: true, Value: string reason } ? reason : "";
    }
}
