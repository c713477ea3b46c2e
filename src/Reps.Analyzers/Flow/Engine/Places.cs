using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Reps.Analyzers.Flow;

/// <summary>Where operations are reported: at their names, since an expression may be a long chain of them.</summary>
internal static class Places
{
    /// <summary>The name of a called method or of a property.</summary>
    public static Location Name(IOperation operation)
    {
        SyntaxNode syntax = operation.Syntax;
        if (syntax is InvocationExpressionSyntax invocation) syntax = invocation.Expression;
        return syntax switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.GetLocation(),
            MemberBindingExpressionSyntax member => member.Name.Identifier.GetLocation(),
            GenericNameSyntax generic => generic.Identifier.GetLocation(),
            _ => syntax.GetLocation(),
        };
    }

    /// <summary>The empty place before the closing parenthesis of a call.</summary>
    public static Location? End(IOperation operation) =>
        operation.Syntax is InvocationExpressionSyntax { ArgumentList: ArgumentListSyntax list }
            ? Location.Create(list.SyntaxTree, new TextSpan(list.CloseParenToken.SpanStart, 0))
            : null;

    /// <summary>The sign of an operator.</summary>
    public static Location Operator(IOperation operation) =>
        operation.Syntax switch
        {
            BinaryExpressionSyntax binary => binary.OperatorToken.GetLocation(),
            AssignmentExpressionSyntax assignment => assignment.OperatorToken.GetLocation(),
            PrefixUnaryExpressionSyntax unary => unary.OperatorToken.GetLocation(),
            SyntaxNode other => other.GetLocation(),
        };

    /// <summary>The brackets of an indexed expression.</summary>
    public static Location Brackets(IOperation operation) =>
        operation.Syntax switch
        {
            ElementAccessExpressionSyntax element => element.ArgumentList.GetLocation(),
            ElementBindingExpressionSyntax element => element.ArgumentList.GetLocation(),
            SyntaxNode other => other.GetLocation(),
        };
}
