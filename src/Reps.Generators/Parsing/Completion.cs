using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Generators.Emission;

namespace Reps.Generators.Parsing;

/// <summary>Why a type cannot be completed by another part.</summary>
internal enum CompletionProblem
{
    /// <summary>The type itself is not partial.</summary>
    NotPartial,

    /// <summary>A containing type is not partial.</summary>
    ContainerNotPartial,

    /// <summary>The type or a containing type is generic.</summary>
    Generic,

    /// <summary>The type is visible in its own file only.</summary>
    FileLocal,

    /// <summary>A ref struct or static class: it can neither be a type argument nor implement the interface.</summary>
    Unsupported,

    /// <summary>A member, or the type itself, has a name that the generated part uses.</summary>
    NameTaken,
}

/// <summary>Decides whether a type can be completed. The generator writes nothing for one that cannot; the analyzer says why.</summary>
internal static class Completion
{
    /// <summary>The first problem found, with the symbol it is about, or null.</summary>
    public static (CompletionProblem Problem, ISymbol Symbol)? Check(INamedTypeSymbol type, IEnumerable<string> memberNames, CancellationToken cancellationToken)
    {
        foreach ((CompletionProblem, ISymbol) problem in Problems(type, memberNames, cancellationToken)) return problem;
        return null;
    }

    /// <summary>Every problem, with the symbol it is about.</summary>
    public static IEnumerable<(CompletionProblem Problem, ISymbol Symbol)> Problems(
        INamedTypeSymbol type,
        IEnumerable<string> memberNames,
        CancellationToken cancellationToken
    )
    {
        if (!IsPartial(type, cancellationToken)) yield return (CompletionProblem.NotPartial, type);
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            if (t.IsFileLocal) yield return (CompletionProblem.FileLocal, t);
            if (t.TypeParameters.Length > 0) yield return (CompletionProblem.Generic, t);
            if (!ReferenceEquals(t, type) && !IsPartial(t, cancellationToken)) yield return (CompletionProblem.ContainerNotPartial, t);
        }
        if (type.IsRefLikeType || type.IsStatic) yield return (CompletionProblem.Unsupported, type);
        foreach (string name in memberNames)
        {
            if (type.Name == name) yield return (CompletionProblem.NameTaken, type);
            ISymbol? member = type.GetMembers(name).FirstOrDefault(m => !m.IsImplicitlyDeclared && !IsGenerated(m) && !IsOtherOverload(m));
            if (member is not null) yield return (CompletionProblem.NameTaken, member);
        }
    }

    /// <summary>Whether a part of the type says partial.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                return true;
        return false;
    }
    // Analyzers, and compilations that reference the project instead of its assembly, see the members that were generated before.
    private static bool IsGenerated(ISymbol member) =>
        member.Locations.All(location => location.SourceTree is SyntaxTree tree && GeneratedFiles.IsOurs(tree.FilePath));

    // Users may add overloads of Forward and Backward, but none from spans and features alone: those are the layer's own.
    private static bool IsOtherOverload(ISymbol member) =>
        member is IMethodSymbol method
        && LayerEmitter.OverloadedNames.Contains(member.Name)
        && (method.Parameters.Length == 0 || method.Parameters.Any(static parameter => !IsOfLayer(parameter.Type)));

    private static bool IsOfLayer(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            or INamedTypeSymbol { Name: "RepArray", ContainingNamespace: { Name: "Reps", ContainingNamespace.IsGlobalNamespace: true } };
}
