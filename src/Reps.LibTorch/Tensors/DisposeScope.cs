using System;
using System.Collections.Generic;
using System.Linq;

namespace TorchSharp;

/// <summary>
/// Disposes at its end every tensor that was made on this thread since its beginning, but for those that were moved out or detached.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> _disposables = new(ReferenceEqualityComparer.Instance);
    private bool _disposed;

    internal DisposeScope(DisposeScope? outer) => OuterScope = outer;

    internal DisposeScope? OuterScope { get; }

    /// <summary>The number of objects that the scope holds.</summary>
    public int DisposablesCount
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _disposables.Count;
        }
    }

    /// <summary>What the scope holds now.</summary>
    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return [.. _disposables];
        }
    }

    /// <summary>Adds an object: it will be disposed with the scope.</summary>
    public T Attach<T>(T disposable)
        where T : IDisposable
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (disposable is torch.Tensor tensor)
        {
            if (tensor.IsInvalid) return disposable;
            tensor.OwningDisposeScope?.Forget(tensor);
            tensor.OwningDisposeScope = this;
        }
        _disposables.Add(disposable);
        return disposable;
    }

    /// <summary>Moves an object to the scope around this one; without one it is left to the garbage collector.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(OuterScope, disposable);

    /// <summary>Moves objects to the scope around this one.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Moves objects to the scope around this one.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Moves objects to the scope around this one.</summary>
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <summary>Moves objects to the scope around this one.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables) MoveToOther(OuterScope, disposable);
    }

    /// <summary>Moves an object to another scope.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Detach(disposable);
        scope?.Attach(disposable);
        return disposable;
    }

    /// <summary>Takes an object out of the scope: from now on its owner disposes it.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope?.Forget(tensor);
            tensor.OwningDisposeScope = null;
        }
        else
        {
            _disposables.Remove(disposable);
        }
        return disposable;
    }

    /// <summary>Takes objects out of the scope.</summary>
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    /// <summary>Takes objects out of the scope.</summary>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables) Detach(disposable);
    }

    /// <summary>Disposes everything in the scope now, and leaves it open.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes everything in the scope now but for some objects.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> keep)
    {
        HashSet<IDisposable> kept = new(keep, ReferenceEqualityComparer.Instance);
        foreach (IDisposable disposable in _disposables.ToArray())
            if (!kept.Contains(disposable))
            {
                _disposables.Remove(disposable);
                if (disposable is torch.Tensor tensor) tensor.OwningDisposeScope = null;
                disposable.Dispose();
            }
    }

    /// <summary>Disposes everything in the scope now but for one object.</summary>
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <summary>Whether the object will be disposed with the scope.</summary>
    public bool Contains(IDisposable disposable) => _disposables.Contains(disposable);

    /// <summary>Disposes what the scope holds, and closes it.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        DisposeEverything();
        _disposed = true;
        DisposeScopeManager.Close(this);
    }

    internal void Forget(IDisposable disposable) => _disposables.Remove(disposable);
}
