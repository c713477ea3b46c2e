using System;

namespace TorchSharp;

/// <summary>The open dispose scopes of each thread.</summary>
public static class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScope? s_current;

    internal static DisposeScope? Current => s_current;

    internal static DisposeScope Open() => s_current = new DisposeScope(s_current);

    internal static void Close(DisposeScope scope)
    {
        // Scopes that were opened inside and not closed end with it.
        for (DisposeScope? open = s_current; open is not null; open = open.OuterScope)
            if (open == scope)
            {
                s_current = scope.OuterScope;
                return;
            }
    }

    internal static DisposeScope? Register(torch.Tensor tensor)
    {
        s_current?.Attach(tensor);
        return s_current;
    }
}

public static partial class torch
{
    /// <summary>Opens a scope: see <see cref="DisposeScope"/>.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Open();

    /// <summary>Runs a function in a scope of its own; its result moves out.</summary>
    public static T WrappedTensorDisposeScope<T>(Func<T> expr)
        where T : IDisposable
    {
        using DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(expr());
    }
}
