using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reps.Analyzers.Flow;

/// <summary>Finds what fields hold from their initializers and constructors: modules and parameters, mostly.</summary>
internal static class FieldValues
{
    private const int MaxAssignments = 8;

    private static readonly ConditionalWeakTable<SyntaxNode, ILookup<string, AssignmentExpressionSyntax>> s_assignments = new();

    /// <summary>The value that every assignment of the field gives; unknown where they differ, or one of them is outside a constructor.</summary>
    public static FlowValue Find(FlowCompilation compilation, IFieldSymbol field, CancellationToken cancellationToken)
    {
        if (field.DeclaredAccessibility != Accessibility.Private && !field.IsReadOnly) return FlowValue.Unknown;
        List<ExpressionSyntax> sources = [];
        if (Initializer(field, cancellationToken) is ExpressionSyntax initializer) sources.Add(initializer);
        foreach (SyntaxReference reference in field.ContainingType.DeclaringSyntaxReferences)
        foreach (AssignmentExpressionSyntax assignment in Assignments(reference.GetSyntax(cancellationToken), field.Name))
        {
            // Of an assignment to several at once, the parts are not told apart.
            if (
                assignment.Left is TupleExpressionSyntax
                    || assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not ConstructorDeclarationSyntax
            )
                return FlowValue.Unknown;
            sources.Add(assignment.Right);
        }
        if (sources.Count is 0 or > MaxAssignments) return FlowValue.Unknown;
        FlowValue? value = null;
        foreach (ExpressionSyntax source in sources)
        {
            if (compilation.Operation(source, cancellationToken) is not IOperation operation) return FlowValue.Unknown;
            FlowValue found = new Evaluator(
                new FlowScope(compilation, new FlowReporter(), cancellationToken),
                new FlowState()
            ).Evaluate(operation);
            value = value is null ? found : FlowValue.Join(value, found);
        }
        return value!;
    }

    private static ExpressionSyntax? Initializer(IFieldSymbol field, CancellationToken cancellationToken)
    {
        if (field.AssociatedSymbol is IPropertySymbol { DeclaringSyntaxReferences: { Length: 1 } property })
            return (property[0].GetSyntax(cancellationToken) as PropertyDeclarationSyntax)?.Initializer?.Value;
        return field.DeclaringSyntaxReferences.Length == 1
            ? (field.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) as VariableDeclaratorSyntax)?.Initializer?.Value
            : null;
    }

    // A type is searched once for all its fields; trees outlive compilations, so that an edit elsewhere searches nothing again.
    private static IEnumerable<AssignmentExpressionSyntax> Assignments(SyntaxNode type, string name) =>
        s_assignments.GetValue(
            type,
            static node =>
                node.DescendantNodes()
                    .OfType<AssignmentExpressionSyntax>()
                    .SelectMany(Named)
                    .ToLookup(static pair => pair.Name, static pair => pair.Assignment)
        )[name];

    private static IEnumerable<(string Name, AssignmentExpressionSyntax Assignment)> Named(AssignmentExpressionSyntax assignment) =>
        assignment.Left is TupleExpressionSyntax tuple
            ? tuple.Arguments.Select(argument => (Name(argument.Expression), assignment))
            : [(Name(assignment.Left), assignment)];

    private static string Name(ExpressionSyntax target) =>
        target switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member.Name.Identifier.ValueText,
            _ => "",
        };
}
