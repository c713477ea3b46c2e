using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reps.Analyzers.Locating;

/// <summary>Finds the source of an attribute's parts. Locations are in source files, so that <c>#pragma warning disable</c> works.</summary>
internal sealed class AttributeLocator
{
    private readonly AttributeSyntax? _syntax;
    private readonly Location _fallback;

    /// <summary>Prepares to locate the parts of an attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="owner">The type that carries it, whose name stands in for an attribute without source.</param>
    /// <param name="cancellationToken">Stops reading the source.</param>
    public AttributeLocator(AttributeData attribute, ISymbol owner, CancellationToken cancellationToken)
    {
        _syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        _fallback = owner.Locations.FirstOrDefault() ?? Location.None;
    }

    /// <summary>The whole attribute.</summary>
    public Location Whole => _syntax?.GetLocation() ?? _fallback;

    /// <summary>The name of the type on whose declaration the attribute stands.</summary>
    public Location Owner =>
        _syntax?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BaseTypeDeclarationSyntax declaration
            ? declaration.Identifier.GetLocation()
            : _fallback;

    /// <summary>A type argument; the whole attribute when it is written through an alias.</summary>
    /// <param name="index">The position among the type arguments.</param>
    public Location TypeArgument(int index)
    {
        NameSyntax? name = _syntax?.Name;
        if (name is QualifiedNameSyntax qualified) name = qualified.Right;
        if (name is AliasQualifiedNameSyntax alias) name = alias.Name;
        return name is GenericNameSyntax generic && index < generic.TypeArgumentList.Arguments.Count
            ? generic.TypeArgumentList.Arguments[index].GetLocation()
            : Whole;
    }

    /// <summary>The expression of a constructor argument, by position or by name; null when it is left out.</summary>
    /// <param name="index">The position of the parameter.</param>
    /// <param name="parameter">Its name.</param>
    public ExpressionSyntax? Expression(int index, string parameter)
    {
        List<AttributeArgumentSyntax> arguments = [.. Arguments().Where(argument => argument.NameEquals is null)];
        foreach (AttributeArgumentSyntax argument in arguments)
            if (argument.NameColon?.Name.Identifier.ValueText == parameter)
                return argument.Expression;
        return index < arguments.Count && arguments[index].NameColon is null ? arguments[index].Expression : null;
    }

    /// <summary>The source of a constructor argument; the whole attribute when it is left out.</summary>
    /// <param name="index">The position of the parameter.</param>
    /// <param name="parameter">Its name.</param>
    public Location Argument(int index, string parameter) => Expression(index, parameter)?.GetLocation() ?? Whole;

    /// <summary>The value given to a property; the whole attribute when it is left out.</summary>
    /// <param name="property">The name of the property.</param>
    public Location Property(string property) =>
        Arguments().FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property)?.Expression.GetLocation() ?? Whole;

    private SeparatedSyntaxList<AttributeArgumentSyntax> Arguments() => _syntax?.ArgumentList?.Arguments ?? default;
}
