using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Analyzers.Flow;

/// <summary>The edits that repair operations.</summary>
internal static class Fixes
{
    /// <summary>Another function in place of one that is called as a method of a tensor.</summary>
    public static FlowFix? Rename(TensorCall call, string name) =>
        Invocation(call) is { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax }
            ? new(call.Location, name, $"Use '{name}', which is odd")
            : null;

    /// <summary>Sizes [channels, components] as [components, channels], transposed to what was meant.</summary>
    public static FlowFix? ExchangeSizes(TensorCall call, Axis axis, IReadOnlyList<long?> sizes)
    {
        if (
            axis is not IrrepsAxis { Irreps: { Count: 1 } irreps }
                || sizes.Count < 2
                || Invocation(call)?.ArgumentList is not ArgumentListSyntax list
        )
            return null;
        if (sizes[sizes.Count - 2] != irreps[0].Mul || sizes[sizes.Count - 1] != irreps[0].Irrep.Dim) return null;
        List<ExpressionSyntax> written = [.. list.Arguments.Select(static argument => argument.Expression)];
        if (written.Count < 2 || written.Any(static expression => expression is CollectionExpressionSyntax or ArrayCreationExpressionSyntax))
            return null;
        (ExpressionSyntax channels, ExpressionSyntax components) = (written[written.Count - 2], written[written.Count - 1]);
        TextSpan span = TextSpan.FromBounds(channels.SpanStart, list.Span.End);
        return new(
            Location.Create(list.SyntaxTree, span),
            $"{components}, {channels}).transpose(-1, -2)",
            "Reshape to [components, channels] and transpose"
        );
    }

    /// <summary>A module made without a bias.</summary>
    public static FlowFix? WithoutBias(Location? end) => end is null ? null : new(end, ", hasBias: false", "Make the layer without a bias");

    /// <summary>What is inferred, in place of what is declared.</summary>
    public static FlowFix? Redeclare(TensorValue actual, ISymbol? declaration)
    {
        if (Text(actual) is not string text || declaration is null) return null;
        AttributeData? attribute = declaration is IMethodSymbol method
            ? Declarations.Signature(method.GetReturnTypeAttributes())
            : Declarations.Signature(declaration.GetAttributes());
        if (attribute?.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments })
            return null;
        if (
            arguments[0].Expression is not LiteralExpressionSyntax literal
                || !literal.Token.Text.StartsWith("\"", System.StringComparison.Ordinal)
        )
            return null;
        TextSpan inside = TextSpan.FromBounds(literal.SpanStart + 1, literal.Span.End - 1);
        return new(Location.Create(literal.SyntaxTree, inside), text, $"Declare it as '{text}'");
    }

    private static string? Text(TensorValue tensor)
    {
        if (tensor.Axes.Count == 0 || tensor.Weight != 0 || tensor.Axes.Take(tensor.Axes.Count - 1).Any(static axis => axis is not FreeAxis))
            return null;
        return tensor.Axes[tensor.Axes.Count - 1] switch
        {
            IrrepsAxis { Irreps: Irreps irreps } => irreps.Group == Group.O3
                ? string.Join(" + ", irreps)
                : irreps.Group.Name() + ": " + string.Join(" + ", irreps),
            FreeAxis { Count: long count and > 0 } => Describe.Number(count) + (tensor.IsOdd ? "x0o" : "x0e"),
            _ => null,
        };
    }

    private static InvocationExpressionSyntax? Invocation(TensorCall call) =>
        call.Location.SourceTree?.GetRoot().FindToken(call.Location.SourceSpan.Start).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>();
}
