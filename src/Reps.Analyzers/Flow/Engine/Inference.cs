using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>Finds how a parameter, a field, a property or the result of a method transforms from all values that it is given in a compilation.</summary>
internal static class Inference
{
    private const int MaxBodies = 400;

    /// <summary>The value on which all places agree that give the symbol one; null where there is none, or they differ.</summary>
    public static TensorValue? Of(ISymbol symbol, FlowCompilation compilation, CancellationToken cancellationToken)
    {
        // Lambdas and accessors are called in ways that are not seen here.
        if (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.LocalFunction) } }) return null;
        List<FlowValue> values = [];
        FlowScope scope = new(compilation, new FlowReporter(), cancellationToken)
        {
            Observer = (given, value) =>
            {
                if (Equal(given, symbol) || (symbol is IPropertySymbol property && Equal(given, property.GetMethod))) values.Add(value);
            },
        };
        List<(SemanticModel Model, SyntaxNode Body)> bodies = [.. Bodies(symbol, compilation, cancellationToken)];
        if (bodies.Count > MaxBodies) return null;
        foreach ((SemanticModel model, SyntaxNode body) in bodies)
        {
            FlowMember.Run(scope with { Reporter = new FlowReporter(), Budget = new FlowBudget() }, model, body);
        }
        TensorValue? common = null;
        foreach (FlowValue value in values)
        {
            if (value is ZeroValue) continue;
            if (value is not TensorValue { IsFixed: false } tensor || (common is not null && !AreSame(common, tensor))) return null;
            common ??= tensor;
        }
        return common;
    }

    /// <summary>How a value is written as an annotation: the signature of its last axis. Null where one does not say it all.</summary>
    public static string? Text(TensorValue tensor)
    {
        if (tensor.Axes.Count == 0 || tensor.Weight != 0 || tensor.Axes.Take(tensor.Axes.Count - 1).Any(static axis => axis is not FreeAxis))
            return null;
        return tensor.Axes[tensor.Axes.Count - 1] switch
        {
            IrrepsAxis { Irreps: Irreps irreps } => Text(irreps),
            FreeAxis { Count: long count and > 0 } => Describe.Number(count) + (tensor.IsOdd ? "x0o" : "x0e"),
            _ => null,
        };
    }

    /// <summary>A representation as the text of an annotation.</summary>
    public static string Text(Irreps irreps) =>
        (irreps.Group == Group.O3 ? "" : irreps.Group.Name() + ": ") + string.Join(" + ", irreps);

    private static bool AreSame(TensorValue left, TensorValue right) => Text(left) is string text && text == Text(right);

    private static bool Equal(ISymbol left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);

    // Where it is declared, for initializers and what is returned; and, unless it is a method, wherever its name stands.
    private static IEnumerable<(SemanticModel Model, SyntaxNode Body)> Bodies(ISymbol symbol, FlowCompilation compilation, CancellationToken cancellationToken)
    {
        HashSet<SyntaxNode> bodies = [];
        foreach (SyntaxNode declaration in symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)))
        {
            bodies.UnionWith(declaration.DescendantNodesAndSelf().Where(FlowMember.IsBody));
            if (FlowMember.Around(declaration) is SyntaxNode around) bodies.Add(around);
        }
        string? name = (symbol as IParameterSymbol)?.ContainingSymbol.Name ?? (symbol is IMethodSymbol ? null : symbol.Name);
        foreach (SyntaxTree tree in compilation.Trees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (SyntaxToken token in tree.GetRoot(cancellationToken).DescendantTokens())
                if ((token.ValueText == name || (name == "forward" && token.ValueText == "call")) && FlowMember.Around(token.Parent!) is SyntaxNode body)
                    bodies.Add(body);
        }
        return bodies.Select(body => (compilation.Model(body.SyntaxTree), body));
    }
}
