using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Differences in place of positions, and all nodes in place of some.</summary>
internal static class PositionRemedies
{
    /// <summary>Subtracts the mean over the rows.</summary>
    public static string? Center(FlowSite site, EditSheet sheet)
    {
        if (site.Mismatch is { } mismatch)
            return mismatch.Declared is { Weight: not 0 } ? null : Center(site, sheet, site.Expression, mismatch.Actual);
        string? title = null;
        for (int n = 0; n < site.Call!.Arguments.Count; n++)
        {
            if (site.Call.At(n) is not TensorValue { Weight: not 0 } tensor) continue;
            if (site.Argument(n) is not ExpressionSyntax input) return null;
            title = Center(site, sheet, input, tensor);
            if (title is null) return null;
        }
        return title;
    }

    /// <summary>Divides a sum of positions by their number.</summary>
    public static string? MeanOfPositions(FlowSite site, EditSheet sheet)
    {
        if (site.Mismatch is not { Declared.Weight: 1, Actual.Weight: double weight } || weight < 2) return null;
        if (weight != System.Math.Floor(weight)) return null;
        sheet.Put(site.Expression, $"{Code.Receiver(site.Expression)} / {Code.Number((long)weight)}");
        return "Take the mean of the positions";
    }

    /// <summary>The mean over all nodes in place of one of them; all in place of some.</summary>
    public static string? AllNodes(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not TensorCall call || site.Tensor is not { IsOpen: false } tensor) return null;
        if (site.Argument(0) is not ExpressionSyntax input) return null;
        int nodes = tensor.Axes.ToList().FindIndex(static axis => axis is NodeAxis);
        if (nodes < 0 || tensor.Axes.Count(static axis => axis is NodeAxis) > 1) return null;
        bool indexed = site.Expression is ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index }
            && Code.Integer(site, index[0].Expression) is not null;
        if (indexed ? nodes == 0 : call.Name == "select" && Code.Axis(call, tensor) == nodes)
        {
            sheet.Put(site.Expression, $"{Code.Receiver(input)}.mean([{NormRemedies.Dim(tensor, nodes)}L])");
            return "Take the mean over the nodes";
        }
        if (call.Name is not ("narrow" or "slice") || Code.Axis(call, tensor) != nodes) return null;
        sheet.Put(site.Expression, Code.InPlaceOf(site.Expression, input, "alias"));
        return "Take all nodes";
    }

    private static string? Center(FlowSite site, EditSheet sheet, ExpressionSyntax input, TensorValue tensor)
    {
        // A sum of positions is no position: more likely a sign is wrong, or a factor.
        if (tensor.Weight != 1 || !Code.IsRepeatable(input) || Rows(tensor) is not int rows) return null;
        string receiver = Code.Receiver(input);
        string difference = $"{receiver} - {receiver}.mean([{Code.Number(rows)}L], keepdim: true)";
        sheet.Put(input, difference);
        return "Subtract the mean of all positions";
    }

    // The axis of the nodes; else the first, where there is one that is no single row.
    private static int? Rows(TensorValue tensor)
    {
        int nodes = tensor.Axes.ToList().FindIndex(static axis => axis is NodeAxis);
        if (tensor.IsOpen) return nodes < 0 ? 0 : nodes - tensor.Axes.Count;
        if (nodes >= 0) return nodes;
        return tensor.Axes.Count > 1 && tensor.Axes[0] is FreeAxis { Count: not 1 } ? 0 : null;
    }
}
