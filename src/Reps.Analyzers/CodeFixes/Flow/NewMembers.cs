using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Writes fields and types that fixes need. What is there already is used again.</summary>
internal static class NewMembers
{
    /// <summary>A field of the type around an operation.</summary>
    /// <param name="site">The operation.</param>
    /// <param name="sheet">Where it is written.</param>
    /// <param name="type">Its type.</param>
    /// <param name="stem">Its name, without prefix.</param>
    /// <param name="value">What it holds.</param>
    /// <param name="isShared">Whether all uses may share one field: it has no state. Others are fields of objects only, where they are trained.</param>
    /// <returns>The name of the field; null where there can be none.</returns>
    public static string? Field(FlowSite site, EditSheet sheet, string type, string stem, string value, bool isShared)
    {
        if (Owner(site) is not TypeDeclarationSyntax declaration) return null;
        bool isStatic = IsStatic(site.Expression);
        if (!isStatic && declaration is not ClassDeclarationSyntax) return null;
        if (isStatic && !isShared && !IsStaticMember(site.Expression)) return null;
        if (isShared && Existing(site, sheet, type, value) is string known) return known;
        string text = Start(site, type);
        string name = Unused((isStatic ? "s_" : "_") + stem, declaration, sheet);
        string line = EndOfLine(sheet.Root);
        string indent = Indent(declaration);
        string field = text + name + " = " + value + ";";
        sheet.Declare(new(declaration, text, name, value));
        if (declaration.Members.OfType<FieldDeclarationSyntax>().LastOrDefault() is FieldDeclarationSyntax last)
            sheet.Insert(last.Span.End, line + line + indent + field);
        else sheet.Insert(declaration.Members[0].FullSpan.Start, indent + field + line + line);
        return name;
    }

    /// <summary>A type at the end of the namespace that the operation is in.</summary>
    /// <param name="site">The operation.</param>
    /// <param name="sheet">Where it is written.</param>
    /// <param name="name">The name that it should have.</param>
    /// <param name="text">The declaration, of the name that it gets.</param>
    /// <returns>The name.</returns>
    public static string Type(FlowSite site, EditSheet sheet, string name, Func<string, string> text)
    {
        SyntaxNode outermost = site.Expression.Ancestors().OfType<BaseTypeDeclarationSyntax>().Last();
        SyntaxNode container = outermost.Parent!;
        string wanted = text(name);
        IEnumerable<string> there = container.ChildNodes().OfType<BaseTypeDeclarationSyntax>().Select(static type => type.ToString());
        if (there.Contains(wanted) || sheet.Inserted(container).Any(inserted => inserted.Trim() == wanted)) return name;
        string unused = Unused(name, container, sheet);
        BaseTypeDeclarationSyntax last = container.ChildNodes().OfType<BaseTypeDeclarationSyntax>().Last();
        string line = EndOfLine(sheet.Root);
        sheet.Insert(last.Span.End, line + line + Leading(last) + text(unused));
        return unused;
    }

    private static bool IsStatic(SyntaxNode node) =>
        IsStaticMember(node)
        || node.Ancestors().Any(static n => n is LocalFunctionStatementSyntax f && f.Modifiers.Any(SyntaxKind.StaticKeyword))
        || node.Ancestors().Any(static n => n is AnonymousFunctionExpressionSyntax f && f.Modifiers.Any(SyntaxKind.StaticKeyword));

    // In an initializer of a field there is no object yet.
    private static bool IsStaticMember(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is MemberDeclarationSyntax member
        && (member.Modifiers.Any(SyntaxKind.StaticKeyword) || member is BaseFieldDeclarationSyntax);

    /// <summary>A field of the type around an operation that holds a value already; null where there is none.</summary>
    public static string? Existing(FlowSite site, EditSheet sheet, string type, string value)
    {
        if (Owner(site) is not TypeDeclarationSyntax declaration) return null;
        string start = Start(site, type);
        foreach (FieldDeclarationSyntax field in declaration.Members.OfType<FieldDeclarationSyntax>())
            if (field.ToString().StartsWith(start, StringComparison.Ordinal) && field.Declaration.Variables is { Count: 1 } variables)
                if (variables[0].Initializer?.Value.ToString() == value)
                    return variables[0].Identifier.ValueText;
        return sheet.Fields(declaration).FirstOrDefault(field => field.Start == start && field.Value == value)?.Name;
    }

    private static TypeDeclarationSyntax? Owner(FlowSite site) =>
        site.Expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration and not InterfaceDeclarationSyntax ? declaration : null;

    private static string Start(FlowSite site, string type) => $"private {(IsStatic(site.Expression) ? "static " : "")}readonly {type} ";

    // Not mentioned in a type or namespace, nor in what is inserted there.
    private static string Unused(string name, SyntaxNode scope, EditSheet sheet)
    {
        HashSet<string> used = [.. scope.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText)];
        string candidate = name;
        for (int n = 2; used.Contains(candidate) || sheet.Inserted(scope).Any(text => Mentions(text, candidate)); n++)
            candidate = name + n.ToString(CultureInfo.InvariantCulture);
        return candidate;
    }

    private static bool Mentions(string text, string name) => text.Split(' ', ';', '(', ')', '<', '>', ',').Contains(name);

    private static string Indent(TypeDeclarationSyntax declaration) => Leading(declaration) + "    ";

    /// <summary>The white space in front of the line where a declaration begins.</summary>
    public static string Leading(SyntaxNode node)
    {
        string text = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return text.Substring(0, text.Length - text.TrimStart().Length);
    }

    /// <summary>The ends of lines of a file.</summary>
    public static string EndOfLine(SyntaxNode root) =>
        root.SyntaxTree.GetText().ToString().IndexOf("\r\n", StringComparison.Ordinal) >= 0 ? "\r\n" : "\n";
}
