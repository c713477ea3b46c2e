using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

/// <summary>Analyzes a member from its syntax, for those that need more than its diagnostics.</summary>
internal static class FlowMember
{
    /// <summary>The smallest piece of syntax around another that has a body of its own; null outside of all.</summary>
    public static SyntaxNode? Around(SyntaxNode node)
    {
        for (SyntaxNode? n = node; n is not null; n = n.Parent)
            if (IsBody(n))
                return n;
        return null;
    }

    /// <summary>Whether a piece of syntax has a body of its own: methods, accessors, initializers.</summary>
    public static bool IsBody(SyntaxNode node) =>
        node switch
        {
            BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => true,
            ArrowExpressionClauseSyntax => node.Parent is BasePropertyDeclarationSyntax,
            EqualsValueClauseSyntax => node.Parent is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax },
            _ => false,
        };

    /// <summary>Runs the analysis of a body.</summary>
    /// <param name="scope">What to work with; graph and method are found here.</param>
    /// <param name="model">The model of its tree.</param>
    /// <param name="body">Syntax for which <see cref="IsBody"/> holds.</param>
    public static void Run(FlowScope scope, SemanticModel model, SyntaxNode body)
    {
        ControlFlowGraph? graph = model.GetOperation(body, scope.CancellationToken) switch
        {
            IMethodBodyOperation operation => ControlFlowGraph.Create(operation, scope.CancellationToken),
            IConstructorBodyOperation operation => ControlFlowGraph.Create(operation, scope.CancellationToken),
            IFieldInitializerOperation operation => ControlFlowGraph.Create(operation, scope.CancellationToken),
            IPropertyInitializerOperation operation => ControlFlowGraph.Create(operation, scope.CancellationToken),
            IBlockOperation { Parent: null } operation => ControlFlowGraph.Create(operation, scope.CancellationToken),
            _ => null,
        };
        if (graph is null) return;
        ISymbol? owner = body switch
        {
            ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } =>
                (model.GetDeclaredSymbol(property, scope.CancellationToken) as IPropertySymbol)?.GetMethod,
            BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => model.GetDeclaredSymbol(body, scope.CancellationToken),
            _ => null,
        };
        if (FlowCompilation.IsAssumed(owner)) return;
        FlowBody.Run(scope with { Graph = graph, Method = owner as IMethodSymbol }, new FlowState());
    }
}
