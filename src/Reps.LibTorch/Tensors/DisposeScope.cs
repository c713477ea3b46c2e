using System;
using System.Collections.Generic;
using System.Linq;

namespace TorchSharp;

/// <summary>
/// Disposes at its end every tensor that was made on this thread since its beginning, but for those that were moved out or detached.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private HashSet<IDisposable> _disposables = new(ReferenceEqualityComparer.Instance);
    private bool _disposed;

    internal DisposeScope(DisposeScopeManager manager) => (_manager, OuterScope) = (manager, manager.Current);

    internal DisposeScope? OuterScope { get; set; }

    /// <summary>The number of objects that the scope holds.</summary>
    public int DisposablesCount => Open._disposables.Count;

    /// <summary>What the scope holds now.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. Open._disposables];

    private DisposeScope Open
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return this;
        }
    }

    /// <summary>Whether the object will be disposed with the scope.</summary>
    public bool Contains(IDisposable disposable) => _disposables.Contains(disposable);

    /// <summary>Adds objects, taking them from the scopes that hold them: they will be disposed with this one.</summary>
    /// <returns>The same objects.</returns>
    /// <exception cref="InvalidOperationException">One of them is no tensor.</exception>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        List<IDisposable> attached = [];
        foreach (IDisposable disposable in disposables)
        {
            if (Open.Take(disposable)) _manager.Tensors.AttachedToScopeCount++;
            attached.Add(disposable);
        }
        return attached;
    }

    /// <summary>Moves objects that this scope holds to another one; without one they are detached.</summary>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        if (scope is null)
        {
            Detach(disposables);
            return;
        }
        foreach (IDisposable disposable in disposables)
            if (Open._disposables.Contains(disposable)) scope.Take(disposable);
    }

    /// <summary>Takes objects out of the scope: from now on their owner disposes them.</summary>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (IDisposable disposable in disposables)
        {
            if (!Open._disposables.Remove(disposable)) continue;
            _manager.Tensors.DetachedFromScopeCount++;
            ((torch.Tensor)disposable).OwningDisposeScope = null;
        }
    }

    /// <summary>Disposes everything in the scope now but for some objects, and leaves it open.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        HashSet<IDisposable> kept = new(inKeep.Where(Open._disposables.Contains), ReferenceEqualityComparer.Instance);
        // What is disposed asks to be removed: from another set, so that this one can be gone through.
        (HashSet<IDisposable> all, _disposables) = (_disposables, kept);
        foreach (IDisposable disposable in all)
            if (!kept.Contains(disposable)) disposable.Dispose();
    }

    /// <summary>Forgets an object that has been disposed elsewhere.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        Open._disposables.Remove(disposable);
        if (disposable is torch.Tensor tensor) tensor.OwningDisposeScope = null;
    }

    /// <summary>Disposes what the scope holds, and closes it.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        DisposeEverything();
        _manager.Close(this);
        _disposed = true;
    }

    internal void Add(torch.Tensor tensor) => _disposables.Add(tensor);

    /// <summary>Removes a tensor that goes its own way; the scope may be closed already.</summary>
    internal void Forget(torch.Tensor tensor)
    {
        _disposables.Remove(tensor);
        tensor.OwningDisposeScope = null;
    }

    // Whether it is new to the scope.
    private bool Take(IDisposable disposable)
    {
        if (disposable is not torch.Tensor tensor)
            throw new InvalidOperationException($"A dispose scope holds tensors, and this is a {disposable?.GetType().Name ?? "null"}.");
        if (tensor.OwningDisposeScope == this) return false;
        tensor.OwningDisposeScope?._disposables.Remove(tensor);
        tensor.OwningDisposeScope = this;
        return _disposables.Add(tensor);
    }
}
