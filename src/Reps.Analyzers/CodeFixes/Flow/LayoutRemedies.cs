using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Components outside, channels inside.</summary>
internal static class LayoutRemedies
{
    /// <summary>Sizes [channels, components] as [components, channels], transposed to what was meant.</summary>
    public static string? ExchangeSizes(FlowSite site, EditSheet sheet)
    {
        if (site.Tensor is not { Axes.Count: > 0 } tensor) return null;
        if (tensor.Axes[tensor.Axes.Count - 1] is not IrrepsAxis { Irreps: { Count: 1 } irreps }) return null;
        if (site.Invocation?.ArgumentList is not ArgumentListSyntax list) return null;
        List<ExpressionSyntax> written = [.. list.Arguments.Select(static argument => argument.Expression)];
        if (written.Count < 2) return null;
        if (written.Any(static expression => expression is CollectionExpressionSyntax or ArrayCreationExpressionSyntax)) return null;
        (ExpressionSyntax channels, ExpressionSyntax components) = (written[written.Count - 2], written[written.Count - 1]);
        if (Code.Integer(site, channels) != irreps[0].Mul || Code.Integer(site, components) != irreps[0].Irrep.Dim) return null;
        sheet.Replace(TextSpan.FromBounds(channels.SpanStart, list.Span.End), $"{components}, {channels}).transpose(-1, -2)");
        return "Reshape to [components, channels] and transpose";
    }
}
