using System;

namespace Reps.Interpreter;

/// <summary>The inputs of a plan: up to four spans in the order of its operands.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly ref struct PlanArguments<T>
{
    private readonly ReadOnlySpan<T> _first;
    private readonly ReadOnlySpan<T> _second;
    private readonly ReadOnlySpan<T> _third;
    private readonly ReadOnlySpan<T> _fourth;

    /// <summary>Collects the inputs.</summary>
    /// <param name="first">Input 0.</param>
    /// <param name="second">Input 1.</param>
    /// <param name="third">Input 2.</param>
    /// <param name="fourth">Input 3.</param>
    public PlanArguments(ReadOnlySpan<T> first, ReadOnlySpan<T> second = default, ReadOnlySpan<T> third = default, ReadOnlySpan<T> fourth = default)
    {
        _first = first;
        _second = second;
        _third = third;
        _fourth = fourth;
    }

    /// <summary>The input at a position.</summary>
    /// <param name="index">0 to 3.</param>
    public ReadOnlySpan<T> this[int index] =>
        index switch
        {
            0 => _first,
            1 => _second,
            2 => _third,
            3 => _fourth,
            _ => throw new ArgumentOutOfRangeException(nameof(index), index, "A plan is interpreted with at most four inputs."),
        };
}
