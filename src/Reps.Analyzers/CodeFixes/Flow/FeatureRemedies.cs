using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Local features of another representation type.</summary>
internal static class FeatureRemedies
{
    /// <summary>The type with the inferred representation in place of that of a local, of which only members are used: so that nothing else need change.</summary>
    public static string? Retype(FlowSite site, EditSheet sheet)
    {
        if (site.HasInner || site.Mismatch is not { Symbol: null, Declared: not null, Actual: TensorValue actual }) return null;
        if (Flat.Of(actual) is not { IsLast: true, Irreps: Irreps irreps }) return null;
        if (site.Expression.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax creation } }) return null;
        if (creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } variable }) return null;
        if (declaration.Variables.Count != 1 || declaration.Parent is not LocalDeclarationStatementSyntax { Parent: BlockSyntax block }) return null;
        IEnumerable<IdentifierNameSyntax> uses = block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == variable.Identifier.ValueText);
        if (!uses.All(static use => use.Parent is MemberAccessExpressionSyntax member && member.Expression == use)) return null;
        List<TypeSyntax> written = [];
        foreach (TypeSyntax type in new[] { declaration.Type, (creation as ObjectCreationExpressionSyntax)?.Type }.OfType<TypeSyntax>().Where(static t => !t.IsVar))
        {
            if (type is not GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } arguments }) return null;
            written.Add(arguments[0]);
        }
        string name = LinearRemedies.Representation(site, sheet, irreps);
        foreach (TypeSyntax argument in written) sheet.Replace(argument, name);
        return $"Make it a feature of {Describe.Irreps(irreps)}";
    }
}
