using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>Recognises the types of TorchSharp by name: the analyzers do not reference it.</summary>
internal static class TorchTypes
{
    /// <summary>Whether a type is a tensor or a parameter of a module.</summary>
    public static bool IsTensor(ITypeSymbol? type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
            if (t is { Name: "Tensor", ContainingType: { Name: "torch", ContainingNamespace: { Name: "TorchSharp" } space } } && IsTop(space))
                return true;
        return false;
    }

    private static bool IsTop(INamespaceSymbol space) => space.ContainingNamespace is { IsGlobalNamespace: true };

    /// <summary>Whether a type is a parameter of a module.</summary>
    public static bool IsParameter(ITypeSymbol? type) => type is { Name: "Parameter" } && IsTensor(type);

    /// <summary>Whether a type is declared by TorchSharp.</summary>
    public static bool IsOfTorch(ITypeSymbol? type)
    {
        INamespaceSymbol? space = type?.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space is { Name: "TorchSharp" };
    }

    /// <summary>Whether a type is a class of modules: it derives from <c>torch.nn.Module</c>.</summary>
    public static bool IsModule(ITypeSymbol? type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
            if (t is { Name: "Module", ContainingType: { Name: "nn", ContainingType.Name: "torch" } })
                return true;
        return false;
    }

    /// <summary>Whether a type is a number of the language.</summary>
    public static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;
}
