using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Reps.Analyzers.Flow;

namespace Reps.Analyzers.CodeFixes.Flow;

/// <summary>An operation that is to be repaired: its syntax, and the values that it met.</summary>
/// <param name="Root">The root of the tree.</param>
/// <param name="Model">The model of the tree.</param>
/// <param name="Compilation">For questions about other members.</param>
/// <param name="Expression">The whole operation, or the value that is not what is declared.</param>
/// <param name="Subject">What was found.</param>
/// <param name="CancellationToken">Stops the work.</param>
internal sealed record FlowSite(
    SyntaxNode Root,
    SemanticModel Model,
    FlowCompilation Compilation,
    ExpressionSyntax Expression,
    FlowSubject Subject,
    CancellationToken CancellationToken
)
{
    /// <summary>The operation; null where a value is not what is declared.</summary>
    public TensorCall? Call => (Subject as FlowSubject.Operation)?.Call;

    /// <summary>The mismatch; null where an operation is reported.</summary>
    public FlowSubject.Declaration? Mismatch => Subject as FlowSubject.Declaration;

    /// <summary>The value of the first argument, where it is a tensor.</summary>
    public TensorValue? Tensor => Call?.Tensor;

    /// <summary>The call, where it is written as one.</summary>
    public InvocationExpressionSyntax? Invocation => Expression as InvocationExpressionSyntax;

    /// <summary>Whether the operation is a method of a tensor, so that another takes its place by name.</summary>
    public bool IsMethod =>
        Call is { Module: null }
        && Model.GetSymbolInfo(Expression, CancellationToken).Symbol is IMethodSymbol { IsStatic: false, IsExtensionMethod: false } method
        && TorchTypes.IsTensor(method.ContainingType);

    /// <summary>Whether the operation changes its first argument.</summary>
    public bool IsInPlace =>
        Model.GetSymbolInfo(Expression, CancellationToken).Symbol is IMethodSymbol method && method.Name.EndsWith("_", System.StringComparison.Ordinal);

    public static FlowSite? Of(
        SyntaxNode root,
        SemanticModel model,
        FlowCompilation compilation,
        Location location,
        FlowSubject subject,
        CancellationToken cancellationToken
    )
    {
        ExpressionSyntax? expression = subject is FlowSubject.Operation ? Operation(root, location.SourceSpan) : Value(root, location.SourceSpan);
        return expression is null ? null : new(root, model, compilation, expression, subject, cancellationToken);
    }

    /// <summary>The expression of an argument; null where it is left out.</summary>
    public ExpressionSyntax? Argument(int index) =>
        Call is TensorCall call && index < call.Arguments.Count && !call.Arguments[index].IsDefault
            ? call.Arguments[index].Operation.Syntax as ExpressionSyntax
            : null;

    /// <summary>The expression of an argument by its name; null where it is left out.</summary>
    public ExpressionSyntax? Argument(params string[] names) =>
        Call?.Arguments.FirstOrDefault(a => !a.IsDefault && names.Contains(a.Name))?.Operation.Syntax as ExpressionSyntax;

    /// <summary>How a type is written here; see <see cref="Code.Name"/>.</summary>
    public string Name(string name) => Code.Name(Model, Expression.SpanStart, name);

    /// <summary>Whether something else is reported inside: that comes first, for what is found here may follow from it.</summary>
    public bool HasInner { get; init; }

    /// <summary>Whether modules of the library can be used.</summary>
    public bool HasLayers => Model.Compilation.GetTypeByMetadataName("Reps.Layers.NormActivation") is not null;

    private static ExpressionSyntax? Operation(SyntaxNode root, TextSpan span)
    {
        SyntaxToken token = root.FindToken(span.Start);
        return token.Parent switch
        {
            BinaryExpressionSyntax binary when binary.OperatorToken == token => binary,
            AssignmentExpressionSyntax assignment => assignment,
            BracketedArgumentListSyntax { Parent: ExpressionSyntax element } list when list.Span == span => element,
            SimpleNameSyntax name => Called(name),
            _ => Value(root, span),
        };
    }

    private static ExpressionSyntax? Called(SimpleNameSyntax name)
    {
        ExpressionSyntax node = name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? member : name;
        return node.Parent is InvocationExpressionSyntax invocation && invocation.Expression == node ? invocation : node;
    }

    private static ExpressionSyntax? Value(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: true) as ExpressionSyntax;
}
