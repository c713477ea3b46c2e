using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Dropout and normalization of whole irreps.</summary>
internal static class NormalizationRemedies
{
    /// <summary>Dropout of whole irreps.</summary>
    public static string? Dropout(FlowSite site, EditSheet sheet)
    {
        if (!site.HasLayers || site.IsInPlace || site.Call is not { Name: "dropout" or "Dropout" } call) return null;
        if (Flat.Of(site.Tensor) is not Flat flat) return null;
        if (call.Find("p", "probability") is not (null or NumberValue { Value: not null })) return null;
        if (call.Find("training") is not (null or NumberValue { Value: 1 })) return null;
        if (call.Find("inplace") is NumberValue { Value: 1 }) return null;
        string type = site.Name("Reps.Layers.EquivariantDropout");
        ModuleField? field = ModuleField.Of(site);
        ExpressionSyntax? probability = call.Module is null ? site.Argument("p", "probability") : field?.Argument(site, "p");
        if (probability is not null && !Code.IsMovable(site, probability)) return null;
        string value = $"{type}.Create({Code.Quoted(flat.Irreps)}{(probability is null ? "" : ", " + probability)})";
        return Through(site, sheet, flat, field, type, "dropout", value, isShared: true) ? "Drop whole irreps (EquivariantDropout)" : null;
    }

    /// <summary>Normalization by the lengths of the irreps.</summary>
    public static string? Module(FlowSite site, EditSheet sheet)
    {
        if (!site.HasLayers || Flat.Of(site.Tensor) is not Flat flat) return null;
        string name = site.Call!.Name switch
        {
            "LayerNorm" or "layer_norm" => "EquivariantLayerNorm",
            "BatchNorm1d" => "EquivariantBatchNorm",
            _ => "",
        };
        ModuleField? field = ModuleField.Of(site);
        if (name.Length == 0 || (site.Call.Module is null) != (field is null)) return null;
        // The function has no weights of its own; where weights are given to it, they are per component.
        if (field is null && site.Call.Has("weight", "bias")) return null;
        string type = site.Name("Reps.Layers." + name);
        string options = field is null ? $", new {site.Name("Reps.Layers.LayerNormOptions")} {{ Affine = false }}" : "";
        string value = $"{type}.Create({Code.Quoted(flat.Irreps)}{options})";
        if (field?.Argument(site, "dtype") is ExpressionSyntax dtype) value = Code.To(site, value, dtype);
        return Through(site, sheet, flat, field, type, "norm", value, isShared: field is null) ? $"Normalize the lengths of the irreps ({name})" : null;
    }

    /// <summary>Division by the norm over the components, in place of another axis.</summary>
    public static string? OverComponents(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not { Name: "normalize" } || site.Tensor is not TensorValue tensor) return null;
        if (NormRemedies.Components(tensor) is not int components) return null;
        if (site.Argument("dim") is not ExpressionSyntax dim) return null;
        sheet.Replace(dim, NormRemedies.Dim(tensor, components));
        return "Divide by the norm over the components";
    }

    private static bool Through(FlowSite site, EditSheet sheet, Flat flat, ModuleField? field, string type, string stem, string value, bool isShared)
    {
        if (site.Call!.Module is not null && field is null) return false;
        string? module = field is null
            ? NewMembers.Field(site, sheet, type, stem, value, isShared)
            : field.Replace(site, sheet, type, stem, value, isShared);
        if (module is null || flat.Through(module, site.Argument(0)!) is not string call) return false;
        sheet.Put(site.Expression, call);
        return true;
    }
}
