using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>Constants and factors that are not the same for all components of an irrep.</summary>
internal static class ConstantRemedies
{
    private const string Title = "Add the constant to the invariants only";

    /// <summary>Adds a constant to the invariants alone; without invariants, to nothing.</summary>
    public static string? ToInvariantsOnly(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not { Name: "add" or "sub" or "subtract" } call) return null;
        if (site.Argument(0) is not ExpressionSyntax left || site.Argument(1) is not ExpressionSyntax right) return null;
        bool first = call.Self is TensorValue { IsFixed: false };
        if (Flat.Of((first ? call.Self : call.At(1)) as TensorValue) is not Flat flat) return null;
        (ExpressionSyntax features, ExpressionSyntax constant) = first ? (left, right) : (right, left);
        bool negative = !first && call.Name != "add";
        if (!flat.Irreps.Any(static entry => entry.Irrep.IsScalar)) return Without(site, sheet, features, negative);
        // The same constant for all is one for each part; others would have to be cut.
        FlowValue value = first ? call.At(1) : call.Self;
        if (site.IsInPlace) return InPlace(site, sheet, flat, features);
        if (!flat.IsLast || !Code.IsRepeatable(features) || value is not (NumberValue or TensorValue { Axes.Count: 0 })) return null;
        if (call.Arguments.Skip(2).Any(static argument => !argument.IsDefault)) return null;
        string receiver = Code.Receiver(features);
        string sign = call.Name == "add" ? "+" : "-";
        string number = constant is BinaryExpressionSyntax ? $"({constant})" : constant.ToString();
        IEnumerable<string> parts = flat.Runs()
            .Select(run => (run.AreInvariant, Text: Code.Narrow(receiver, run.Start, run.Length)))
            .Select(part => !part.AreInvariant ? (negative ? "-" : "") + part.Text : first ? $"{part.Text} {sign} {number}" : $"{number} {sign} {part.Text}");
        string sum = Code.Concatenate(site, parts);
        if (site.Expression is AssignmentExpressionSyntax assignment) sheet.Replace(assignment, $"{assignment.Left} = {sum}");
        else sheet.Put(site.Expression, sum);
        return Title;
    }

    /// <summary>Fills with zeros, which every group element leaves alone.</summary>
    public static string? FillWithZero(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not { Name: "masked_fill" } || site.Argument("value") is not ExpressionSyntax value) return null;
        sheet.Replace(value, "0");
        return "Fill with zeros";
    }

    /// <summary>One factor for each irrep.</summary>
    public static string? FactorPerIrrep(FlowSite site, EditSheet sheet)
    {
        if (site.Call is not { Name: "mul" or "multiply" } call || site.IsInPlace) return null;
        if (site.Expression is AssignmentExpressionSyntax) return null;
        bool first = call.Self is TensorValue { IsFixed: false };
        if (Flat.Of((first ? call.Self : call.At(1)) as TensorValue) is not { IsLast: true, Irreps: Irreps irreps } flat) return null;
        if (!site.HasLayers) return null;
        if (site.Argument(first ? 0 : 1) is not ExpressionSyntax features) return null;
        if (site.Argument(first ? 1 : 0) is not ExpressionSyntax factors) return null;
        if (Size(site, factors, irreps.Dim) is not ExpressionSyntax size) return null;
        sheet.Replace(size, Code.Number(irreps.NumIrreps));
        if (irreps.Count == 1 && flat.Split(site, features) is string segment)
            sheet.Put(site.Expression, $"({segment} * {factors}).flatten(-2)");
        else
        {
            string type = site.Name("Reps.Irreps");
            if (NewMembers.Field(site, sheet, type, "irreps", Code.Irreps(site, irreps), isShared: true) is not string field)
                return null;
            sheet.Put(site.Expression, $"{Code.Receiver(features)} * {site.Name("Reps.Layers.IrrepsLayout")}.Spread({field}, {factors})");
        }
        return "Use one factor for each irrep";
    }

    // A part of a tensor is a view of it.
    private static string? InPlace(FlowSite site, EditSheet sheet, Flat flat, ExpressionSyntax features)
    {
        if (!flat.IsLast || site.Expression.Parent is not ExpressionStatementSyntax) return null;
        List<(long Start, long Length, bool AreInvariant)> invariants = [.. flat.Runs().Where(static run => run.AreInvariant)];
        if (invariants.Count != 1) return null;
        sheet.Replace(features, Code.Narrow(Code.Receiver(features), invariants[0].Start, invariants[0].Length));
        return Title;
    }

    private static string? Without(FlowSite site, EditSheet sheet, ExpressionSyntax features, bool negative)
    {
        if (site.Expression.Parent is ExpressionStatementSyntax statement && (site.IsInPlace || site.Expression is AssignmentExpressionSyntax))
        {
            // With its line, where it has one of its own; comments stay.
            if (statement.Parent is not BlockSyntax) sheet.Replace(statement, "{ }");
            else sheet.Replace(statement.GetLeadingTrivia().Concat(statement.GetTrailingTrivia()).All(IsSpace) ? statement.FullSpan : statement.Span, "");
        }
        else sheet.Put(site.Expression, negative ? "-" + Code.Receiver(features) : Code.InPlaceOf(site.Expression, features, "clone"));
        return "Leave the constant out";
    }

    private static bool IsSpace(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.WhitespaceTrivia) || trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    // The number that says how many factors there are, in the call that makes them for this place alone.
    private static ExpressionSyntax? Size(FlowSite site, ExpressionSyntax factors, int dim)
    {
        if (site.Model.GetSymbolInfo(factors, site.CancellationToken).Symbol is not IFieldSymbol { DeclaringSyntaxReferences: { Length: 1 } references } field)
            return null;
        if (field.DeclaredAccessibility != Accessibility.Private || references[0].SyntaxTree != site.Root.SyntaxTree) return null;
        SyntaxNode variable = references[0].GetSyntax(site.CancellationToken);
        if (ModuleField.Uses(variable, field.Name).Count != 1 || field.ContainingType.DeclaringSyntaxReferences.Length != 1) return null;
        List<LiteralExpressionSyntax> sizes =
        [
            .. variable.DescendantNodes()
                .OfType<LiteralExpressionSyntax>()
                .Where(number => number.Parent is ArgumentSyntax && Code.Integer(site, number) == dim),
        ];
        return sizes.Count == 1 ? sizes[0] : null;
    }
}
