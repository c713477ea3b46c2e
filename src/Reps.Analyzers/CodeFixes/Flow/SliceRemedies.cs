using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;
using Reps.Generators.Emission;
using Reps.Generators.Parsing;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Slices of whole segments.</summary>
internal static class SliceRemedies
{
    /// <summary>The generated slice of the segment, where the tensor is one of a representation type.</summary>
    public static string? Named(FlowSite site, EditSheet sheet)
    {
        if (Cover(site) is not { Segments: 1 } cover || site.Argument(0) is not ExpressionSyntax input) return null;
        if (RepresentationOf(site, input) is not INamedTypeSymbol rep) return null;
        if (cover.Irreps != Declarations.IrrepsOf(rep)) return null;
        string slice = RepEmitter.Slices(cover.Irreps).First(s => s.Start == cover.Start).Name;
        string index = site.Name("TorchSharp.torch.TensorIndex");
        string name = rep.ToMinimalDisplayString(site.Model, site.Expression.SpanStart);
        sheet.Put(site.Expression, $"{Code.Receiver(input)}[{index}.Ellipsis, {index}.Slice({name}.{slice})]");
        return $"Take the whole segment, {name}.{slice}";
    }

    /// <summary>All segments that the slice meets.</summary>
    public static string? Widen(FlowSite site, EditSheet sheet)
    {
        if (Cover(site) is not { } cover || site.Argument(0) is not ExpressionSyntax input) return null;
        sheet.Put(site.Expression, Code.Narrow(Code.Receiver(input), cover.Start, cover.Stop - cover.Start));
        return "Take whole segments";
    }

    /// <summary>The sizes of the segments, where it is cut into as many parts.</summary>
    public static string? SplitBySegments(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not { Name: "split" or "split_with_sizes" } call) return null;
        if (site.Argument(1) is not CollectionExpressionSyntax sizes) return null;
        if (site.Tensor is not TensorValue tensor || Code.Axis(call, tensor) is not int axis) return null;
        if (tensor.Axes[axis] is not IrrepsAxis { Irreps: Irreps irreps }) return null;
        if (sizes.Elements.Count != irreps.Count) return null;
        sheet.Replace(sizes, $"[{string.Join(", ", irreps.Select(static entry => Code.Number(entry.Dim) + "L"))}]");
        return "Split at the segments";
    }

    // The segments that a slice of the last axis meets.
    private static (Irreps Irreps, long Start, long Stop, int Segments)? Cover(FlowSite site)
    {
        if (site.Tensor is not { Axes.Count: > 0 } tensor) return null;
        if (tensor.Axes[tensor.Axes.Count - 1] is not IrrepsAxis { Irreps: Irreps irreps }) return null;
        if (Range(site, tensor, irreps.Dim) is not (long start, long stop)) return null;
        (long offset, long first, long last, int segments) = (0, -1, 0, 0);
        foreach (MulIrrep entry in irreps)
        {
            if (offset < stop && offset + entry.Dim > start)
            {
                if (first < 0) first = offset;
                (last, segments) = (offset + entry.Dim, segments + 1);
            }
            offset += entry.Dim;
        }
        return first < 0 ? null : (irreps, first, last, segments);
    }

    private static (long Start, long Stop)? Range(FlowSite site, TensorValue tensor, long dim)
    {
        TensorCall call = site.Call!;
        if (call.Name == "[]") return Indexed(site, dim);
        if (Code.Axis(call, tensor) != tensor.Axes.Count - 1) return null;
        (long? start, long? stop) = call.Name switch
        {
            "narrow" => (Integer("start"), Integer("start") + Integer("length")),
            "slice" => (Integer("start"), Integer("finish") ?? Integer("end")),
            "select" => (Integer("index"), Integer("index") is -1 ? dim : Integer("index") + 1),
            _ => (null, null),
        };
        return Bounds(start, stop, dim);
        long? Integer(string name) => (call.Find(name) as NumberValue)?.Integer;
    }

    // Behind dots, so that the last index is that of the last axis.
    private static (long Start, long Stop)? Indexed(FlowSite site, long dim)
    {
        if (site.Expression is not ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 2 } indices }) return null;
        if (indices[0].Expression.ToString() is not ("TensorIndex.Ellipsis" or "torch.TensorIndex.Ellipsis")) return null;
        if (Code.Integer(site, indices[1].Expression) is long single) return Bounds(single, single == -1 ? dim : single + 1, dim);
        if (indices[1].Expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax slice, ArgumentList.Arguments: { } bounds })
            return null;
        if (slice.Name.Identifier.ValueText != "Slice") return null;
        if (bounds.Count is 0 or > 2 || bounds.Any(static bound => bound.NameColon is not null)) return null;
        return Bounds(Code.Integer(site, bounds[0].Expression), bounds.Count == 1 ? dim : Code.Integer(site, bounds[1].Expression), dim);
    }

    private static (long Start, long Stop)? Bounds(long? start, long? stop, long dim)
    {
        if (start is not long first || stop is not long last) return null;
        if (first < 0) first += dim;
        if (last < 0) last += dim;
        return first >= 0 && last > first && last <= dim ? (first, last) : null;
    }

    // Of feature.Tensor, or of a variable that is annotated with a type.
    private static INamedTypeSymbol? RepresentationOf(FlowSite site, ExpressionSyntax input)
    {
        if (input is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Tensor", Expression: ExpressionSyntax feature })
            return site.Model.GetTypeInfo(feature, site.CancellationToken).Type is INamedTypeSymbol type && Declarations.IsFeature(type)
                ? type.TypeArguments[0] as INamedTypeSymbol
                : null;
        return site.Model.GetSymbolInfo(input, site.CancellationToken).Symbol is ISymbol symbol && AttributeReader.Find(symbol, Names.RepOf) is AttributeData attribute
            ? attribute.AttributeClass!.TypeArguments[0] as INamedTypeSymbol
            : null;
    }
}
