using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Invariants in place of components: norms, and absolute values of pseudoscalars.</summary>
internal static class NormRemedies
{
    private static readonly HashSet<string> s_reductions = ["sum", "mean", "amax", "amin", "max", "min", "prod", "std", "norm", "nansum", "nanmean"];

    /// <summary>The Euclidean norm over the axis that is reduced, or over the components that a norm leaves out.</summary>
    public static string? NormForReduction(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not TensorCall call || site.Tensor is not TensorValue tensor || !site.IsMethod) return null;
        if (!s_reductions.Contains(call.Name)) return null;
        if (Components(tensor) is not int components || call.Axes(tensor) is not List<int> axes) return null;
        // Over all axes, if over all; else over the one with the components.
        bool all = axes.Count == 0;
        if (!all && !(axes.Count == 1 && (axes[0] == components || call.Name == "norm"))) return null;
        bool keep = call.Find("keepdim", "keepDimension") is NumberValue { Value: 1 };
        if (call.Has("type") || (!all && call.Name is "max" or "min")) return null;
        string arguments = all ? "" : Dim(tensor, components) + (keep ? ", keepdim: true" : "");
        sheet.Put(site.Expression, $"{Code.Receiver(site.Argument(0)!)}.norm({arguments})");
        return "Take the norm over the components";
    }

    /// <summary>Absolute values of pseudoscalars.</summary>
    public static string? AbsoluteValues(FlowSite site, EditSheet sheet)
    {
        // What a module inside another gets is not what is written.
        if (site.Call?.Module is not null && ModuleField.Of(site) is null) return null;
        if (site.Tensor is not TensorValue tensor || Actions.Kind(tensor) != ActionKind.Signed) return null;
        if (site.Argument(0) is not ExpressionSyntax input) return null;
        sheet.Put(input, Code.Receiver(input) + ".abs()");
        return "Take absolute values, which are invariant";
    }

    /// <summary>Irreps times the softmax of their norms.</summary>
    public static string? SoftmaxOfNorms(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not { Name: "softmax", Module: null } call || site.Tensor is not TensorValue tensor) return null;
        if (Flat.Of(tensor) is not { Irreps.Count: 1 } flat) return null;
        if (site.Argument(0) is not ExpressionSyntax input || site.Argument("dim") is null || !Code.IsRepeatable(input)) return null;
        if (Code.Axis(call, tensor) != tensor.Axes.Count - 1) return null;
        if (Components(tensor) is not int components || (flat.IsLast ? 1 : flat.Sizes.Count) > 2) return null;
        if ((flat.IsLast ? flat.Split(site, input) : Code.Receiver(input)) is not string split) return null;
        if (!flat.IsLast && components != tensor.Axes.Count - 2) return null;
        string weighed = $"{split} * {split}.norm(-2, keepdim: true).softmax(-1)";
        sheet.Put(site.Expression, flat.IsLast ? $"({weighed}).flatten(-2)" : weighed);
        return "Weigh the irreps by the softmax of their norms";
    }

    /// <summary>The norms of the irreps, of which the operation then finds the largest. Sorted components have no such counterpart.</summary>
    public static string? NormsForComponents(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not { Name: "argmax" or "argmin" or "argsort" or "topk" } call) return null;
        if (site.Tensor is not TensorValue tensor || Flat.Of(tensor) is not { IsLast: true, Irreps: { Count: 1 } irreps } flat) return null;
        if (irreps[0].Irrep.TwoJ == 0 || irreps[0].Mul == 1) return null;
        if (site.Argument(0) is not ExpressionSyntax input || Code.Axis(call, tensor) != tensor.Axes.Count - 1) return null;
        string? norms = flat.Split(site, input) is string split ? split + ".norm(-2)" : null;
        if (norms is null && site.HasLayers)
        {
            string type = site.Name("Reps.Layers.Norm");
            if (NewMembers.Field(site, sheet, type, "norms", $"{type}.Create({Code.Quoted(irreps)})", isShared: true) is string module)
                norms = $"{module}.call({input})";
        }
        if (norms is null) return null;
        sheet.Put(input, norms);
        return "Compare the norms of the irreps";
    }

    /// <summary>Norms, or absolute values of pseudoscalars, on both sides of a comparison.</summary>
    public static string? CompareNorms(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not TensorCall call) return null;
        string? title = null;
        for (int n = 0; n < 2 && n < call.Arguments.Count; n++)
        {
            if (call.At(n) is not TensorValue tensor || Actions.IsInvariant(tensor) || tensor.Weight != 0) continue;
            if (site.Argument(n) is not ExpressionSyntax side) return null;
            bool isNumber = TorchTypes.IsNumber(site.Model.GetTypeInfo(side, site.CancellationToken).Type);
            if (Actions.Kind(tensor) == ActionKind.Signed)
            {
                sheet.Put(side, isNumber ? $"{site.Name("System.Math")}.Abs({side})" : Code.Receiver(side) + ".abs()");
                title ??= "Compare absolute values";
            }
            else if (Components(tensor) is int components && !isNumber)
            {
                sheet.Put(side, $"{Code.Receiver(side)}.norm({Dim(tensor, components)}, keepdim: true)");
                title = "Compare norms";
            }
            else return null;
        }
        return title;
    }

    /// <summary>An axis as it is counted from the last.</summary>
    public static string Dim(TensorValue tensor, int axis) => Code.Number(axis - tensor.Axes.Count);

    /// <summary>The one axis on which components mix.</summary>
    public static int? Components(TensorValue tensor)
    {
        List<int> mixing = [.. Enumerable.Range(0, tensor.Axes.Count).Where(n => Actions.IsMixing(tensor.Axes[n]))];
        return mixing.Count == 1 && tensor.Axes.All(static axis => axis is IrrepsAxis or FreeAxis or NodeAxis) ? mixing[0] : null;
    }
}
