using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reps.Analyzers.Flow;

/// <summary>Decides quickly whether a body can hold anything that transforms; most bodies of a program cannot.</summary>
internal static class FlowSources
{
    /// <summary>Whether a body mentions a typed feature or an annotated tensor.</summary>
    public static bool Any(ISymbol owner, ImmutableArray<IOperation> blocks, CancellationToken cancellationToken)
    {
        if (owner is IMethodSymbol method && (method.Parameters.Any(IsSource) || Declarations.OfResult(method) is not null)) return true;
        foreach (IOperation block in blocks)
        foreach (IOperation operation in block.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IPropertyReferenceOperation property when IsSource(property.Property):
                case IFieldReferenceOperation field when IsSource(field.Field):
                case IInvocationOperation invocation when Declarations.OfResult(invocation.TargetMethod) is not null
                    || invocation.TargetMethod.Parameters.Any(IsSource):
                case IObjectCreationOperation creation when Declarations.OfType(creation.Type) is not null:
                case ILocalFunctionOperation function when function.Symbol.Parameters.Any(IsSource):
                case IAnonymousFunctionOperation lambda when lambda.Symbol.Parameters.Any(IsSource):
                    return true;
                case IPropertyReferenceOperation { Instance.Type: INamedTypeSymbol type }
                    when Declarations.IsFeature(type) || SpanTypes.IsRepArray(type):
                case IInvocationOperation { Instance.Type: INamedTypeSymbol array } when SpanTypes.IsRepArray(array):
                    return true;
            }
        }
        return false;
    }

    private static bool IsSource(ISymbol symbol) => Declarations.Of(symbol) is not null || Declarations.OfNumbers(symbol) is not null;
}
