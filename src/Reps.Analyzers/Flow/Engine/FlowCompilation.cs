using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reps.Generators.Parsing;

namespace Reps.Analyzers.Flow;

/// <summary>What the analyses of all methods of a compilation share.</summary>
internal sealed class FlowCompilation
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<IMethodSymbol, ControlFlowGraph?> _graphs = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IFieldSymbol, FlowValue> _fields = new(SymbolEqualityComparer.Default);

    private readonly ThreadLocal<Search> _search = new(static () => new());

    public FlowCompilation(Compilation compilation) => _compilation = compilation;

    /// <summary>Whether a compilation knows representations at all.</summary>
    public static bool Concerns(Compilation compilation) => compilation.GetTypeByMetadataName(Names.Rep) is not null;

    /// <summary>Whether a method or a type that contains it is believed without being examined.</summary>
    public static bool IsAssumed(ISymbol? symbol)
    {
        for (ISymbol? s = symbol; s is not null and not INamespaceSymbol; s = (s as IMethodSymbol)?.AssociatedSymbol ?? s.ContainingSymbol)
            if (AttributeReader.Find(s, Names.AssumeEquivariant) is not null)
                return true;
        return false;
    }

    /// <summary>The graph of a method of this compilation; null where there is no body to look at.</summary>
    public ControlFlowGraph? Graph(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_graphs.TryGetValue(method, out ControlFlowGraph? known)) return known;
        return _graphs[method] = Create(method, cancellationToken);
    }

    /// <summary>The value that a field has from its initializer or its constructors on.</summary>
    public FlowValue FieldValue(IFieldSymbol field, CancellationToken cancellationToken)
    {
        if (_fields.TryGetValue(field, out FlowValue? known)) return known;
        // Where the field's own value is needed to find it, nothing is known. Other threads, which may ask for it meanwhile, find it themselves.
        Search search = _search.Value!;
        if (!search.Open.Add(field))
        {
            search.IsCyclic = true;
            return FlowValue.Unknown;
        }
        try
        {
            FlowValue found = FieldValues.Find(this, field, cancellationToken);
            // Inside a cycle the value depends on where that was entered.
            if (search.Open.Count == 1 || !search.IsCyclic) _fields[field] = found;
            return found;
        }
        finally
        {
            search.Open.Remove(field);
            if (search.Open.Count == 0) search.IsCyclic = false;
        }
    }

    /// <summary>The operation of a piece of syntax anywhere in the compilation.</summary>
    public IOperation? Operation(SyntaxNode syntax, CancellationToken cancellationToken)
    {
        return _compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? Model(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) : null;
    }

    /// <summary>The trees of the compilation.</summary>
    public IEnumerable<SyntaxTree> Trees => _compilation.SyntaxTrees;

    /// <summary>The model of one of the compilation's trees.</summary>
    public SemanticModel Model(SyntaxTree tree) =>
#pragma warning disable RS1030 // what a field holds and what a called method does is written elsewhere, and looked up only when needed
        _compilation.GetSemanticModel(tree);
#pragma warning restore RS1030

    private ControlFlowGraph? Create(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.IsAbstract || method.IsExtern || method.IsAsync || method.DeclaringSyntaxReferences.Length != 1) return null;
        SyntaxNode syntax = method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        return Operation(syntax, cancellationToken) switch
        {
            IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellationToken),
            _ => null,
        };
    }

    // The fields whose values a thread is looking for, each for the sake of the one before.
    private sealed class Search
    {
        public HashSet<IFieldSymbol> Open { get; } = new(SymbolEqualityComparer.Default);

        public bool IsCyclic { get; set; }
    }
}
