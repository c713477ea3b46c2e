using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Reps.Analyzers.Flow;

/// <summary>The values of variables at one place of a body.</summary>
internal sealed class FlowState
{
    private static readonly KeyComparer s_keys = new();
    private readonly Dictionary<object, FlowValue> _values;

    public FlowState() => _values = new(s_keys);

    private FlowState(FlowState other) => _values = new(other._values, s_keys);

    public FlowValue? this[object key]
    {
        get => _values.TryGetValue(key, out FlowValue? value) ? value : null;
        set
        {
            _values[key] = value!;
            if (key is ISymbol variable) ForgetRanks(variable);
        }
    }

    public FlowState Copy() => new(this);

    /// <summary>Forgets what fields hold that any method may assign.</summary>
    public void ForgetFields()
    {
        foreach (object key in new List<object>(_values.Keys))
            if (key is IFieldSymbol { IsReadOnly: false })
                _values[key] = FlowValue.Unknown;
    }

    // The number of axes of what a variable held before.
    private void ForgetRanks(ISymbol variable)
    {
        foreach (object key in new List<object>(_values.Keys))
            if (_values[key] is RankValue rank && SymbolEqualityComparer.Default.Equals(rank.Holder.Variable, variable))
                _values[key] = FlowValue.Unknown;
    }

    /// <summary>Forgets what arrays and lists hold: one of them was written, and any other may be the same.</summary>
    public void ForgetSequences()
    {
        foreach (object key in new List<object>(_values.Keys))
            if (_values[key] is SequenceValue or SizesValue)
                _values[key] = FlowValue.Unknown;
    }

    /// <summary>Takes another way to the same place into account.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Merge(FlowState other)
    {
        bool changed = false;
        foreach (object key in new List<object>(_values.Keys))
        {
            FlowValue joined = Joined(_values[key], other[key] ?? Declared(key));
            if (joined.Equals(_values[key])) continue;
            _values[key] = joined;
            changed = true;
        }
        foreach (object key in other._values.Keys)
            if (!_values.ContainsKey(key))
            {
                _values[key] = Joined(other._values[key], Declared(key));
                changed = true;
            }
        return changed;
    }

    private static FlowValue Joined(FlowValue left, FlowValue? right) => right is null ? FlowValue.Unknown : FlowValue.Join(left, right);

    // A parameter that was not assigned yet is what it is declared as.
    private static FlowValue? Declared(object key) => key is IParameterSymbol parameter ? Declarations.Of(parameter) : null;

    private sealed class KeyComparer : IEqualityComparer<object>
    {
        bool IEqualityComparer<object>.Equals(object? x, object? y) =>
            x is ISymbol left && y is ISymbol right ? SymbolEqualityComparer.Default.Equals(left, right) : Equals(x, y);

        int IEqualityComparer<object>.GetHashCode(object obj) => obj is ISymbol symbol
            ? SymbolEqualityComparer.Default.GetHashCode(symbol)
            : obj.GetHashCode();
    }
}
