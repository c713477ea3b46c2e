using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

/// <summary>A list of modules with names, which a derived class calls one after the other.</summary>
public abstract class Sequential<T, TResult> : torch.nn.Module<T, TResult>
{
    internal Sequential()
        : base(nameof(Sequential)) { }

    protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
        : this()
    {
        foreach ((string key, torch.nn.Module module) in modules) Add(key, module);
    }

    protected Sequential(params torch.nn.Module[] modules)
        : this()
    {
        foreach (torch.nn.Module module in modules) Add(module);
    }

    public int Count => _internal_submodules.Count;

    [IndexerName("SequentialItems")]
    public torch.nn.Module this[int index] => _internal_submodules[index].Item2;

    [IndexerName("SequentialItems")]
    public Sequential<T, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T, TResult> append(string name, torch.nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T, TResult> append(torch.nn.Module module)
    {
        Add(module);
        return this;
    }

    protected internal void Add(string name, torch.nn.Module sm) => register_module(name, sm);

    protected internal void Add(torch.nn.Module module) => Add(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Only the derived class can make one of its kind.</summary>
    protected virtual Sequential<T, TResult> Slice(int start, int end) => throw new NotImplementedException("This class of modules has no slices.");
}

/// <summary>A list of modules with names, which a derived class calls one after the other.</summary>
public abstract class Sequential<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>
{
    internal Sequential()
        : base(nameof(Sequential)) { }

    protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
        : this()
    {
        foreach ((string key, torch.nn.Module module) in modules) Add(key, module);
    }

    protected Sequential(params torch.nn.Module[] modules)
        : this()
    {
        foreach (torch.nn.Module module in modules) Add(module);
    }

    public int Count => _internal_submodules.Count;

    [IndexerName("SequentialItems")]
    public torch.nn.Module this[int index] => _internal_submodules[index].Item2;

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, TResult> append(string name, torch.nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, TResult> append(torch.nn.Module module)
    {
        Add(module);
        return this;
    }

    protected internal void Add(string name, torch.nn.Module sm) => register_module(name, sm);

    protected internal void Add(torch.nn.Module module) => Add(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Only the derived class can make one of its kind.</summary>
    protected virtual Sequential<T1, T2, TResult> Slice(int start, int end) => throw new NotImplementedException("This class of modules has no slices.");
}

/// <summary>A list of modules with names, which a derived class calls one after the other.</summary>
public abstract class Sequential<T1, T2, T3, TResult> : torch.nn.Module<T1, T2, T3, TResult>
{
    internal Sequential()
        : base(nameof(Sequential)) { }

    protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
        : this()
    {
        foreach ((string key, torch.nn.Module module) in modules) Add(key, module);
    }

    protected Sequential(params torch.nn.Module[] modules)
        : this()
    {
        foreach (torch.nn.Module module in modules) Add(module);
    }

    public int Count => _internal_submodules.Count;

    [IndexerName("SequentialItems")]
    public torch.nn.Module this[int index] => _internal_submodules[index].Item2;

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, TResult> append(string name, torch.nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, TResult> append(torch.nn.Module module)
    {
        Add(module);
        return this;
    }

    protected internal void Add(string name, torch.nn.Module sm) => register_module(name, sm);

    protected internal void Add(torch.nn.Module module) => Add(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Only the derived class can make one of its kind.</summary>
    protected virtual Sequential<T1, T2, T3, TResult> Slice(int start, int end) => throw new NotImplementedException("This class of modules has no slices.");
}

/// <summary>A list of modules with names, which a derived class calls one after the other.</summary>
public abstract class Sequential<T1, T2, T3, T4, TResult> : torch.nn.Module<T1, T2, T3, T4, TResult>
{
    internal Sequential()
        : base(nameof(Sequential)) { }

    protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
        : this()
    {
        foreach ((string key, torch.nn.Module module) in modules) Add(key, module);
    }

    protected Sequential(params torch.nn.Module[] modules)
        : this()
    {
        foreach (torch.nn.Module module in modules) Add(module);
    }

    public int Count => _internal_submodules.Count;

    [IndexerName("SequentialItems")]
    public torch.nn.Module this[int index] => _internal_submodules[index].Item2;

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, T4, TResult> append(string name, torch.nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, TResult> append(torch.nn.Module module)
    {
        Add(module);
        return this;
    }

    protected internal void Add(string name, torch.nn.Module sm) => register_module(name, sm);

    protected internal void Add(torch.nn.Module module) => Add(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Only the derived class can make one of its kind.</summary>
    protected virtual Sequential<T1, T2, T3, T4, TResult> Slice(int start, int end) => throw new NotImplementedException("This class of modules has no slices.");
}

/// <summary>A list of modules with names, which a derived class calls one after the other.</summary>
public abstract class Sequential<T1, T2, T3, T4, T5, TResult> : torch.nn.Module<T1, T2, T3, T4, T5, TResult>
{
    internal Sequential()
        : base(nameof(Sequential)) { }

    protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
        : this()
    {
        foreach ((string key, torch.nn.Module module) in modules) Add(key, module);
    }

    protected Sequential(params torch.nn.Module[] modules)
        : this()
    {
        foreach (torch.nn.Module module in modules) Add(module);
    }

    public int Count => _internal_submodules.Count;

    [IndexerName("SequentialItems")]
    public torch.nn.Module this[int index] => _internal_submodules[index].Item2;

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, T4, T5, TResult> append(string name, torch.nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, T5, TResult> append(torch.nn.Module module)
    {
        Add(module);
        return this;
    }

    protected internal void Add(string name, torch.nn.Module sm) => register_module(name, sm);

    protected internal void Add(torch.nn.Module module) => Add(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Only the derived class can make one of its kind.</summary>
    protected virtual Sequential<T1, T2, T3, T4, T5, TResult> Slice(int start, int end) => throw new NotImplementedException("This class of modules has no slices.");
}

/// <summary>A list of modules with names, which a derived class calls one after the other.</summary>
public abstract class Sequential<T1, T2, T3, T4, T5, T6, TResult> : torch.nn.Module<T1, T2, T3, T4, T5, T6, TResult>
{
    internal Sequential()
        : base(nameof(Sequential)) { }

    protected Sequential(params (string name, torch.nn.Module submodule)[] modules)
        : this()
    {
        foreach ((string key, torch.nn.Module module) in modules) Add(key, module);
    }

    protected Sequential(params torch.nn.Module[] modules)
        : this()
    {
        foreach (torch.nn.Module module in modules) Add(module);
    }

    public int Count => _internal_submodules.Count;

    [IndexerName("SequentialItems")]
    public torch.nn.Module this[int index] => _internal_submodules[index].Item2;

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential<T1, T2, T3, T4, T5, T6, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(string name, torch.nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public Sequential<T1, T2, T3, T4, T5, T6, TResult> append(torch.nn.Module module)
    {
        Add(module);
        return this;
    }

    protected internal void Add(string name, torch.nn.Module sm) => register_module(name, sm);

    protected internal void Add(torch.nn.Module module) => Add(Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Only the derived class can make one of its kind.</summary>
    protected virtual Sequential<T1, T2, T3, T4, T5, T6, TResult> Slice(int start, int end) => throw new NotImplementedException("This class of modules has no slices.");
}
