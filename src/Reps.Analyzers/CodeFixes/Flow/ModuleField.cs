using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>The field that holds the module which an operation calls, and what makes the module.</summary>
/// <param name="Name">The expression that names the field.</param>
/// <param name="Type">The type of the field.</param>
/// <param name="Creation">The call that makes the module.</param>
/// <param name="IsOnlyUse">Whether nothing else uses the field.</param>
internal sealed record ModuleField(ExpressionSyntax Name, TypeSyntax Type, InvocationExpressionSyntax Creation, bool IsOnlyUse)
{
    /// <summary>The field of a call <c>field.call(x)</c>; null where the module comes from elsewhere.</summary>
    public static ModuleField? Of(FlowSite site)
    {
        if (site.Invocation?.Expression is not MemberAccessExpressionSyntax { Expression: ExpressionSyntax receiver }) return null;
        if (site.Model.GetSymbolInfo(receiver, site.CancellationToken).Symbol is not IFieldSymbol { DeclaringSyntaxReferences: { Length: 1 } references } field)
            return null;
        if (references[0].SyntaxTree != site.Root.SyntaxTree || field.DeclaredAccessibility != Accessibility.Private) return null;
        if (references[0].GetSyntax(site.CancellationToken) is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } variable)
            return null;
        if (field.ContainingType.DeclaringSyntaxReferences.Length != 1) return null;
        List<SimpleNameSyntax> uses = Uses(variable, field.Name);
        AssignmentExpressionSyntax? assignment = uses.Select(Assigned).FirstOrDefault(static a => a is not null);
        ExpressionSyntax? value = variable.Initializer?.Value ?? assignment?.Right;
        if (value is not InvocationExpressionSyntax creation || (variable.Initializer is not null && assignment is not null)) return null;
        // A module inside another, as in a Sequential, is not what the field holds.
        if (site.Call?.Module?.End?.SourceSpan.Start != creation.ArgumentList.CloseParenToken.SpanStart) return null;
        return new(receiver, declaration.Type, creation, uses.Count == (assignment is null ? 1 : 2));
    }

    /// <summary>The places of a type where the name of one of its fields stands, but for the declaration.</summary>
    public static List<SimpleNameSyntax> Uses(SyntaxNode field, string name) =>
        [.. field.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => n.Identifier.ValueText == name)];

    /// <summary>An argument of the call that makes the module, by the name of its parameter.</summary>
    public ExpressionSyntax? Argument(FlowSite site, string name) => Argument(site, Creation, name);

    /// <summary>An argument of a call, by the name of its parameter; null where it is left out.</summary>
    public static ExpressionSyntax? Argument(FlowSite site, InvocationExpressionSyntax call, string name)
    {
        if (site.Model.GetSymbolInfo(call, site.CancellationToken).Symbol is not IMethodSymbol method) return null;
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        for (int n = 0; n < arguments.Count; n++)
        {
            string? parameter = arguments[n].NameColon?.Name.Identifier.ValueText ?? (n < method.Parameters.Length ? method.Parameters[n].Name : null);
            if (parameter == name) return arguments[n].Expression;
        }
        return null;
    }

    /// <summary>Puts another module in place of this one: in the same field, if nothing else uses it; else in another one.</summary>
    /// <returns>How the module is named.</returns>
    public string? Replace(FlowSite site, EditSheet sheet, string type, string stem, string value, bool isShared)
    {
        bool isThere = isShared && NewMembers.Existing(site, sheet, type, value) is not null;
        if (!IsOnlyUse || isThere) return NewMembers.Field(site, sheet, type, stem, value, isShared);
        sheet.Replace(Type, type);
        sheet.Replace(Creation, value);
        if (Type.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { Parent: SyntaxNode owner } field)
            sheet.Declare(new(owner, $"{field.Modifiers} {type} ", Name.ToString(), value));
        return Name.ToString();
    }

    private static AssignmentExpressionSyntax? Assigned(SimpleNameSyntax name)
    {
        ExpressionSyntax target = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member ? member : name;
        return target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target ? assignment : null;
    }
}
