using System;

namespace TorchSharp;

/// <summary>The open dispose scopes of each thread, and their statistics.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? s_ofThread;

    private readonly ThreadDisposeScopeStatistics _statistics = new();

    /// <summary>What this thread has made and disposed.</summary>
    public static ThreadDisposeScopeStatistics Statistics => OfThread._statistics;

    internal static DisposeScopeManager OfThread => s_ofThread ??= new DisposeScopeManager();

    internal DisposeScope? Current { get; private set; }

    internal LifetimeStatistics Tensors => _statistics.TensorStatistics;

    internal DisposeScope Open() => Current = new DisposeScope(this);

    /// <summary>Takes a scope out of the chain; those that were opened inside it stay open.</summary>
    internal void Close(DisposeScope scope)
    {
        if (Current == scope)
        {
            Current = scope.OuterScope;
            return;
        }
        for (DisposeScope? inner = Current; inner is not null; inner = inner.OuterScope)
            if (inner.OuterScope == scope)
            {
                inner.OuterScope = scope.OuterScope;
                return;
            }
    }

    internal DisposeScope? Register(torch.Tensor tensor)
    {
        if (Current is null)
        {
            Tensors.CreatedOutsideScopeCount++;
            return null;
        }
        Tensors.CreatedInScopeCount++;
        Current.Add(tensor);
        return Current;
    }

    internal void Disposing(torch.Tensor tensor)
    {
        if (tensor.OwningDisposeScope is null) Tensors.DisposedOutsideScopeCount++;
        else Tensors.DisposedInScopeCount++;
    }
}

public static partial class torch
{
    /// <summary>The innermost open scope of this thread.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.OfThread.Current;

    /// <summary>Opens a scope: see <see cref="DisposeScope"/>.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.OfThread.Open();

    /// <summary>Runs a function in a scope of its own; its result moves out.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using DisposeScope scope = NewDisposeScope();
        return scope.MoveToOuter(expr());
    }
}
