using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reps.Analyzers.Flow;

/// <summary>Loops that run over numbers one after the other, all of them: no part of the body is skipped.</summary>
internal static class ElementLoops
{
    /// <summary>The loop whose variable a local is; null where it is none, or may run otherwise.</summary>
    public static ForStatementSyntax? Of(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.Length != 1) return null;
        if (local.DeclaringSyntaxReferences[0].GetSyntax() is not VariableDeclaratorSyntax { Parent.Parent: ForStatementSyntax loop }) return null;
        if (loop.Incrementors.Count != 1 || !Increments(loop.Incrementors[0], local.Name)) return null;
        bool changed = loop.Statement.DescendantNodes().Any(node => Changes(node, local.Name));
        return changed || Leaves(loop.Statement) ? null : loop;
    }

    /// <summary>The end of a loop from its condition <c>n &lt; end</c>.</summary>
    public static ExpressionSyntax? End(ForStatementSyntax loop, string name) =>
        loop.Condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression, Left: IdentifierNameSyntax left } condition
            && left.Identifier.ValueText == name
            ? condition.Right
            : null;

    /// <summary>The first number of a loop.</summary>
    public static ExpressionSyntax? Start(ForStatementSyntax loop, string name) =>
        loop.Declaration?.Variables.FirstOrDefault(variable => variable.Identifier.ValueText == name)?.Initializer?.Value;

    /// <summary>Whether a loop may be left, or a part of it skipped.</summary>
    public static bool Leaves(StatementSyntax body) =>
        body.DescendantNodesAndSelf()
            .Any(static node =>
                node is BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax or ReturnStatementSyntax or YieldStatementSyntax);

    /// <summary>The condition under which a statement of a loop is executed; null where it always is.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="loop">The loop; null for the body of the method.</param>
    /// <param name="isKnown">Whether that is all that decides about it.</param>
    public static IfStatementSyntax? Condition(SyntaxNode statement, SyntaxNode? loop, out bool isKnown)
    {
        IfStatementSyntax? condition = null;
        isKnown = true;
        if (loop is null) return null;
        for (SyntaxNode? node = statement; node is not null && node != loop; node = node.Parent)
        {
            if (node is IfStatementSyntax { Else: null } found && condition is null) condition = found;
            else if (node is not (ExpressionStatementSyntax or BlockSyntax or ForStatementSyntax or ForEachStatementSyntax or AssignmentExpressionSyntax))
                isKnown = false;
        }
        return condition;
    }

    private static bool Increments(ExpressionSyntax expression, string name) =>
        expression switch
        {
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression, Operand: IdentifierNameSyntax operand } =>
                operand.Identifier.ValueText == name,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression, Operand: IdentifierNameSyntax operand } =>
                operand.Identifier.ValueText == name,
            _ => false,
        };

    private static bool Changes(SyntaxNode node, string name) =>
        node switch
        {
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left.Identifier.ValueText == name,
            PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } => operand.Identifier.ValueText == name,
            PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } prefix =>
                operand.Identifier.ValueText == name
                    && prefix.RawKind is (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression,
            ArgumentSyntax { Expression: IdentifierNameSyntax argument } by =>
                argument.Identifier.ValueText == name && !by.RefOrOutKeyword.IsKind(SyntaxKind.None),
            _ => false,
        };
}
