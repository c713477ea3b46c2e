using System.Collections.Generic;
using System.Linq;

namespace Reps.Layers.Checkpoints.PyTorch;

/// <summary>The values that a pickle has made and not yet used, with the marks where lists of them begin.</summary>
internal sealed class PickleStack
{
    private readonly List<object?> _values = [];
    private readonly Stack<int> _marks = [];

    /// <summary>How many values there are, in front of all marks and behind them.</summary>
    public int Count => _values.Count;

    /// <summary>The text nearest to the top: where a dictionary is made, the key of the value being made.</summary>
    public string? NearestText => (string?)_values.FindLast(value => value is string);

    private int Floor => _marks.TryPeek(out int mark) ? mark : 0;

    public void Push(object? value) => _values.Add(value);

    public void Mark() => _marks.Push(_values.Count);

    public object? Peek() => _values.Count > Floor ? _values[^1] : throw new PickleException("takes a value where there is none");

    public object? Pop()
    {
        object? value = Peek();
        _values.RemoveAt(_values.Count - 1);
        return value;
    }

    /// <summary>The value on top, which must be of one kind.</summary>
    public T Pop<T>(string expected) =>
        Pop() is T value ? value : throw new PickleException($"has another value in the place of {expected}");

    /// <summary>The topmost values, the lowest first.</summary>
    public object?[] Pop(int count)
    {
        if (_values.Count - count < Floor) throw new PickleException("takes a value where there is none");
        return PopFrom(_values.Count - count);
    }

    /// <summary>The values behind the last mark, which goes as well.</summary>
    public object?[] PopMarked() =>
        PopFrom(_marks.TryPop(out int mark) ? mark : throw new PickleException("ends a list that it has not begun"));

    private object?[] PopFrom(int start)
    {
        object?[] values = [.. _values.Skip(start)];
        _values.RemoveRange(start, values.Length);
        return values;
    }
}
