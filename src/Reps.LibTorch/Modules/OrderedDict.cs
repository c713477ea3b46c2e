using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace TorchSharp.Utils;

/// <summary>A dictionary that remembers the order in which its keys came.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
    where TKey : notnull
{
    private readonly List<(TKey, TValue)> _entries = [];
    private readonly Dictionary<TKey, TValue> _values = [];

    public int Count => _entries.Count;

    public bool IsReadOnly => false;

    public ICollection<TKey> Keys => [.. _entries.Select(entry => entry.Item1)];

    public ICollection<TValue> Values => [.. _entries.Select(entry => entry.Item2)];

    public (TKey, TValue) this[int index]
    {
        get => _entries[index];
        set
        {
            TKey before = _entries[index].Item1;
            if (!Equal(before, value.Item1))
            {
                _values.Add(value.Item1, value.Item2);
                _values.Remove(before);
            }
            _values[value.Item1] = value.Item2;
            _entries[index] = value;
        }
    }

    public TValue this[TKey key]
    {
        get => _values[key];
        set
        {
            bool known = _values.ContainsKey(key);
            _values[key] = value;
            if (known) _entries[Position(key)] = (key, value);
            else _entries.Add((key, value));
        }
    }

    public void clear() => Clear();

    public IEnumerator<(TKey, TValue)> items() => GetEnumerator();

    public IEnumerable<TKey> keys() => Keys;

    public IEnumerable<TValue> values() => Values;

    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    public void Add(TKey key, TValue value)
    {
        _values.Add(key, value);
        _entries.Add((key, value));
    }

    public void Insert(int index, (TKey, TValue) item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)_entries.Count, nameof(index));
        _values.Add(item.Item1, item.Item2);
        _entries.Insert(index, item);
    }

    public bool Contains((TKey, TValue) item) => _entries.Contains(item);

    public bool Contains(KeyValuePair<TKey, TValue> item) => ((ICollection<KeyValuePair<TKey, TValue>>)_values).Contains(item);

    public bool ContainsKey(TKey key) => _values.ContainsKey(key);

    public int IndexOf((TKey, TValue) item) => _entries.IndexOf(item);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    public bool Remove(TKey key)
    {
        if (!_values.Remove(key)) return false;
        _entries.RemoveAt(Position(key));
        return true;
    }

    public bool Remove((TKey, TValue) item)
    {
        if (!_entries.Remove(item)) return false;
        _values.Remove(item.Item1);
        return true;
    }

    public bool Remove(KeyValuePair<TKey, TValue> item) => Contains(item) && Remove(item.Key);

    public void RemoveAt(int index)
    {
        TKey key = _entries[index].Item1;
        _entries.RemoveAt(index);
        _values.Remove(key);
    }

    public void Clear()
    {
        _entries.Clear();
        _values.Clear();
    }

    public void CopyTo((TKey, TValue)[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach ((TKey key, TValue value) in _entries) array[arrayIndex++] = new(key, value);
    }

    public IEnumerator<(TKey, TValue)> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() =>
        _entries.Select(entry => new KeyValuePair<TKey, TValue>(entry.Item1, entry.Item2)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Equal(TKey a, TKey b) => EqualityComparer<TKey>.Default.Equals(a, b);

    private int Position(TKey key) => _entries.FindIndex(entry => Equal(entry.Item1, key));
}
