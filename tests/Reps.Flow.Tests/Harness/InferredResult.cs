using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reps.Analyzers.Flow;

namespace Reps.Tests;

/// <summary>How the result of a program transforms that does not say it: what was repaired may return something else than before.</summary>
internal static class InferredResult
{
    /// <summary>The signature that is inferred for <c>Run</c> of a class; null where it is annotated, or none can be inferred.</summary>
    public static string? Of(FlowCompilation compilation, ClassDeclarationSyntax type)
    {
        MethodDeclarationSyntax run = type.Members.OfType<MethodDeclarationSyntax>().First(method => method.Identifier.ValueText == "Run");
        if (compilation.Model(type.SyntaxTree).GetDeclaredSymbol(run) is not IMethodSymbol method || Declarations.OfResult(method) is not null) return null;
        return Inference.Of(method, compilation, default) is TensorValue result ? Inference.Text(result) : null;
    }
}
