using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;
using Reps.Generators.Parsing;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Linear layers that keep the symmetry.</summary>
internal static class LinearRemedies
{
    /// <summary>A class with <c>[Linear&lt;TInput, TOutput&gt;]</c> in place of torch's module.</summary>
    public static string? EquivariantLinear(FlowSite site, EditSheet sheet)
    {
        if (!site.HasLayers || site.Call is not { Module.Name: "Linear" } || ModuleField.Of(site) is not ModuleField field) return null;
        if (!field.IsOnlyUse) return null;
        if (Flat.Of(site.Tensor) is not { IsLast: true, Irreps: Irreps input }) return null;
        if (site.Argument(0) is not ExpressionSyntax features) return null;
        if (Code.Integer(site, field.Argument(site, "inputSize")) != input.Dim) return null;
        if (Code.Integer(site, field.Argument(site, "outputSize")) is not long size) return null;
        if (Scaled(input, size) is not Irreps output) return null;
        ExpressionSyntax? bias = field.Argument(site, "hasBias");
        if (bias is not (null or LiteralExpressionSyntax)) return null;
        bool biases = bias?.IsKind(SyntaxKind.FalseLiteralExpression) != true && output.Any(static entry => entry.Irrep.IsScalar);
        (string inputType, string outputType) = (Representation(site, sheet, input), Representation(site, sheet, output));
        string linear = site.Name("Reps.LinearAttribute`2").Replace("Attribute", "");
        string name = Pascal(field.Name);
        string owner = site.Expression.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.Identifier.ValueText;
        string type = NewMembers.Type(site, sheet, owner + name, unused => $"[{linear}<{inputType}, {outputType}>] internal sealed partial class {unused};");
        string value = $"new {type}({(biases ? "biases: true" : "")})";
        if (field.Argument(site, "dtype") is ExpressionSyntax dtype) value = Code.To(site, value, dtype);
        if (field.Replace(site, sheet, type, "", value, isShared: false) is not string module) return null;
        sheet.Put(site.Expression, $"{module}.call(new {site.Name("Reps.Layers.Feature`1")}<{inputType}>({features})).Tensor");
        return $"Use a [Linear] layer from {Describe.Irreps(input)} to {Describe.Irreps(output)}";
    }

    /// <summary>A module that is made without a bias; a function that gets none.</summary>
    public static string? WithoutBias(FlowSite site, EditSheet sheet)
    {
        const string Title = "Make the layer without a bias";
        if (site.Call is { Module: null } && site.Argument("bias") is { Parent: ArgumentSyntax { Parent: ArgumentListSyntax list } argument })
        {
            sheet.Replace(list, $"({string.Join(", ", list.Arguments.Where(a => a != argument))})");
            return Title;
        }
        if (site.Call?.Module?.End is not Location end || end.SourceTree != site.Root.SyntaxTree) return null;
        if (site.Root.FindToken(end.SourceSpan.Start).Parent?.Parent is not InvocationExpressionSyntax creation) return null;
        if (ModuleField.Argument(site, creation, "hasBias") is ExpressionSyntax written) sheet.Replace(written, "false");
        else sheet.Replace(end.SourceSpan, ", hasBias: false");
        return Title;
    }

    // As many channels of each irrep for the output as the sizes say; null where they do not come out even.
    private static Irreps? Scaled(Irreps input, long size)
    {
        List<MulIrrep> entries = [];
        foreach (MulIrrep entry in input)
        {
            long mul = entry.Mul * size;
            if (mul % input.Dim != 0 || mul == 0 || mul / input.Dim > int.MaxValue) return null;
            entries.Add(new((int)(mul / input.Dim), entry.Irrep));
        }
        return Actions.AreFew(entries) ? new(input.Group, entries) : null;
    }

    /// <summary>A representation type of the file with a signature, or a new one.</summary>
    public static string Representation(FlowSite site, EditSheet sheet, Irreps irreps)
    {
        foreach (StructDeclarationSyntax declaration in site.Root.DescendantNodes().OfType<StructDeclarationSyntax>())
            if (
                declaration.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax
                    && site.Model.GetDeclaredSymbol(declaration, site.CancellationToken) is INamedTypeSymbol known
                    && AttributeReader.Find(known, Names.Rep) is not null
                    && Declarations.IrrepsOf(known) == irreps
                    && site.Model.LookupNamespacesAndTypes(site.Expression.SpanStart, name: known.Name).Contains(known, SymbolEqualityComparer.Default)
            )
                return known.Name;
        string attribute = site.Name("Reps.RepAttribute").Replace("Attribute", "");
        string name = "Rep" + new string([.. Inference.Text(irreps).Where(char.IsLetterOrDigit)]);
        return NewMembers.Type(site, sheet, name, unused => $"[{attribute}({Code.Quoted(irreps)})] internal readonly partial struct {unused};");
    }

    private static string Pascal(ExpressionSyntax field)
    {
        string name = (field as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? field.ToString();
        name = name.StartsWith("s_", System.StringComparison.Ordinal) ? name.Substring(2) : name.TrimStart('_');
        return name.Length == 0 ? "Linear" : char.ToUpperInvariant(name[0]) + name.Substring(1);
    }
}
