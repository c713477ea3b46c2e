using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>The same irreps in another order.</summary>
internal static class ReorderingRemedies
{
    /// <summary>Brings the second of two tensors that are added into the order of the first.</summary>
    public static string? SecondLikeFirst(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not { Name: "add" or "sub" or "subtract" } call || site.Argument(1) is not ExpressionSyntax second) return null;
        return call.At(1) is TensorValue actual && call.Self is TensorValue wanted ? Reorder(site, sheet, second, actual, wanted) : null;
    }

    /// <summary>Brings a value into the order that is declared.</summary>
    public static string? LikeDeclared(FlowSite site, EditSheet sheet) =>
        site.Mismatch is { Actual: TensorValue actual, Declared: TensorValue declared } ? Reorder(site, sheet, site.Expression, actual, declared) : null;

    private static string? Reorder(FlowSite site, EditSheet sheet, ExpressionSyntax expression, TensorValue actual, TensorValue wanted)
    {
        if (Flat.Of(actual) is not { IsLast: true, Irreps: Irreps from }) return null;
        if (Flat.Of(wanted) is not { IsLast: true, Irreps: Irreps to }) return null;
        if (from.Count != to.Count || from.Distinct().Count() != from.Count || !to.All(from.Contains)) return null;
        List<int> order = [.. to.Select(entry => from.ToList().IndexOf(entry))];
        const string Title = "Join the parts in the other order";
        if (Parts(expression) is { Count: > 1 } parts && parts.Count == from.Count && Lengths(site, parts, from))
        {
            for (int n = 0; n < order.Count; n++) sheet.Replace(parts[n], parts[order[n]].ToString());
            return Title;
        }
        if (!Code.IsRepeatable(expression)) return null;
        string receiver = Code.Receiver(expression);
        sheet.Put(expression, Code.Concatenate(site, order.Select(n => Code.Narrow(receiver, from.Take(n).Sum(static entry => entry.Dim), from[n].Dim))));
        return Title;
    }

    // The tensors of cat([a, b], -1).
    private static List<ExpressionSyntax>? Parts(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } arguments } call
        && (call.Expression as MemberAccessExpressionSyntax)?.Name.ToString() is null or "cat" or "concat"
        && call.Expression is not IdentifierNameSyntax { Identifier.ValueText: not ("cat" or "concat") }
        && arguments[0].Expression is CollectionExpressionSyntax list
        && list.Elements.All(static element => element is ExpressionElementSyntax)
            ? [.. list.Elements.Cast<ExpressionElementSyntax>().Select(static element => element.Expression)]
            : null;

    // Each part is one segment: what is declared of it says so.
    private static bool Lengths(FlowSite site, List<ExpressionSyntax> parts, Irreps irreps) =>
        parts.Select((part, n) => IsSegment(site.Model.GetSymbolInfo(part, site.CancellationToken).Symbol, irreps[n])).All(static same => same);

    private static bool IsSegment(ISymbol? symbol, MulIrrep entry)
    {
        if (symbol is null || Declarations.Of(symbol) is not { Axes.Count: > 0 } tensor) return false;
        if (Flat.Of(tensor) is { IsLast: true } flat) return flat.Irreps.Count == 1 && flat.Irreps[0] == entry;
        return Actions.IsInvariant(tensor) && entry.Irrep.IsScalar && tensor.Axes[tensor.Axes.Count - 1].Length == entry.Mul;
    }
}
