using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Reps.Algebra;

namespace Reps.Analyzers.Flow;

/// <summary>What is known about the value of an expression. Values are compared by what they hold.</summary>
internal abstract record FlowValue
{
    /// <summary>Nothing is known: nothing is reported about it.</summary>
    public static FlowValue Unknown { get; } = new UnknownValue();

    /// <summary>
    /// Nothing is known, because what made it was reported. Where another way leads to the same place, what holds there is what counts: so a
    /// loop does not hide its own mistake.
    /// </summary>
    public static FlowValue Reported { get; } = new ReportedValue();

    /// <summary>What holds on both of two ways to the same place.</summary>
    public static FlowValue Join(FlowValue left, FlowValue right)
    {
        if (left.Equals(right)) return left;
        if (left is ReportedValue) return right;
        if (right is ReportedValue) return left;
        if (left is ZeroValue && right is TensorValue) return right;
        if (right is ZeroValue && left is TensorValue) return left;
        if (left is NumbersValue || right is NumbersValue) return Join(NumbersValue.AsConstant(left), NumbersValue.AsConstant(right));
        return (left, right) switch
        {
            (TensorValue a, TensorValue b) => (FlowValue?)TensorValue.Common(a, b) ?? Unknown,
            (NumberValue, NumberValue) => new NumberValue(null),
            (ModuleValue a, ModuleValue b) => (FlowValue?)ModuleValue.Common(a, b) ?? Unknown,
            _ => Unknown,
        };
    }
}

/// <summary>Nothing is known.</summary>
internal sealed record UnknownValue : FlowValue;

/// <summary>Nothing is known, and that was reported.</summary>
internal sealed record ReportedValue : FlowValue;

/// <summary>A tensor of zeros: the same for every representation.</summary>
internal sealed record ZeroValue : FlowValue;

/// <summary>A number of the language that no feature went into.</summary>
/// <param name="Value">It, where it is a constant.</param>
internal sealed record NumberValue(double? Value) : FlowValue
{
    /// <summary>It as an integer, where it is one.</summary>
    public long? Integer => Value is double value && value == System.Math.Floor(value) && System.Math.Abs(value) < 1e15 ? (long)value : null;
}

/// <summary>An array, list or tuple whose elements are known.</summary>
/// <param name="Items">The elements.</param>
internal sealed record SequenceValue(EquatableArray<FlowValue> Items) : FlowValue;

/// <summary>A tensor of one axis whose numbers are written down: indices, mostly.</summary>
/// <param name="Items">The numbers.</param>
internal sealed record NumbersValue(EquatableArray<double> Items) : FlowValue
{
    /// <summary>It as a constant; unknown where a number is zero, since such a constant may vanish just where it must.</summary>
    public FlowValue Constant =>
        Items.Count > 0 && Items.All(static number => number != 0) ? TensorValue.Of([new FreeAxis(Items.Count)], false, isFixed: true) : Unknown;

    /// <summary>A value with such tensors as constants, also in lists.</summary>
    public static FlowValue AsConstant(FlowValue value) =>
        value switch
        {
            NumbersValue numbers => numbers.Constant,
            SequenceValue { Items: EquatableArray<FlowValue> items } when items.Any(static item => item is NumbersValue) =>
                new SequenceValue(new(items.Select(AsConstant))),
            _ => value,
        };

    /// <summary>The first and the last of numbers that follow each other; null for others.</summary>
    public (long First, long Last)? Run =>
        Items.Count > 0 && Items.Select(static (number, n) => number - n).Distinct().Count() == 1 && new NumberValue(Items[0]).Integer is long first
            ? (first, first + Items.Count - 1)
            : null;
}

/// <summary>A tensor of which nothing is known but that it is the same number along its last axes: indices of rows, one for all components.</summary>
/// <param name="Axes">These axes.</param>
internal sealed record RepeatedValue(EquatableArray<FreeAxis> Axes) : FlowValue
{
    /// <summary>Whether it is one for all entries of an axis that is the last but so many.</summary>
    public bool Covers(int back, long? length) => back <= Axes.Count && Axes[Axes.Count - back].Count is long known && known == length;
}

/// <summary>The lengths of a tensor's axes, all or all but the last ones.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="Dropped">How many of the last ones are left out.</param>
internal sealed record ShapeValue(TensorValue Tensor, int Dropped = 0) : FlowValue
{
    /// <summary>The axes that are known, of those that are not left out.</summary>
    public IEnumerable<Axis> Axes => Tensor.Axes.Take(Tensor.Axes.Count - Dropped);

    /// <summary>Their lengths.</summary>
    public IEnumerable<FlowValue> Lengths => Axes.Select(static axis => new NumberValue(axis.Length));

    /// <summary>A part of the lengths.</summary>
    public FlowValue Part(RangeValue range)
    {
        int count = Tensor.Axes.Count - Dropped;
        // Without those in front, which may be unknown.
        if (range is { Start: 0, Stop: null }) return this;
        if (range is { Start: 0, Stop: < 0 and long end } && count + end >= 0) return this with { Dropped = Dropped - (int)end };
        long start = range.Start < 0 ? range.Start + count : range.Start;
        long stop = range.Stop is not long given ? count : given < 0 ? given + count : given;
        bool isKnown = start >= 0 && stop >= start && stop <= count && (!Tensor.IsOpen || (range is { Start: < 0, Stop: null or < 0 }));
        return isKnown ? new SequenceValue(new(Lengths.Skip((int)start).Take((int)(stop - start)))) : Unknown;
    }
}

/// <summary>The lengths of a tensor's axes, of which some may be unknown, and numbers behind them: <c>[.. x.shape[..^1], 3, 4]</c>.</summary>
/// <param name="Front">The lengths.</param>
/// <param name="Rest">The numbers.</param>
internal sealed record SizesValue(ShapeValue Front, EquatableArray<FlowValue> Rest) : FlowValue;

/// <summary>A range of the language with constant ends.</summary>
/// <param name="Start">The first index.</param>
/// <param name="Stop">The index after the last; null for the end.</param>
internal sealed record RangeValue(long Start, long? Stop) : FlowValue;

/// <summary>What stands at one place between the brackets of an indexed tensor.</summary>
/// <param name="Kind">Its meaning.</param>
/// <param name="Start">The index, or the first of a range; null where it is left out or unknown.</param>
/// <param name="Stop">The index after the last.</param>
/// <param name="IsExact">Whether both are known.</param>
/// <param name="Numbers">The indices of a tensor, where they are written down.</param>
/// <param name="Rows">What a tensor of indices counts: the axis that it has itself.</param>
internal sealed record IndexValue(IndexKind Kind, long? Start = null, long? Stop = null, bool IsExact = true, NumbersValue? Numbers = null, Axis? Rows = null) : FlowValue
{
    /// <summary>The rows that a tensor of indices names.</summary>
    public static IndexValue OfTensor(FlowValue indices) =>
        indices is NumbersValue { Run: (long first, long last) }
            ? new(IndexKind.Range, first, last + 1, Numbers: (NumbersValue)indices)
            : new(
                IndexKind.Tensor,
                IsExact: false,
                Numbers: indices as NumbersValue,
                Rows: indices is TensorValue { IsOpen: false, Axes: { Count: 1 } axes } && axes[0] is FreeAxis or NodeAxis ? axes[0] : null
            );
}

/// <summary>The meanings of an index.</summary>
internal enum IndexKind
{
    /// <summary>One entry: the axis goes away.</summary>
    Single,

    /// <summary>A range of entries.</summary>
    Range,

    /// <summary>As many whole axes as are not spoken of.</summary>
    Ellipsis,

    /// <summary>A new axis.</summary>
    NewAxis,

    /// <summary>A tensor of indices, or a mask.</summary>
    Tensor,
}

/// <summary>A torch module of the library, by the function that made it.</summary>
/// <param name="Name">The name of the function: <c>Linear</c>.</param>
/// <param name="Arguments">Its arguments by the names of the parameters.</param>
/// <param name="End">The end of the arguments where it was made.</param>
internal sealed record ModuleValue(string Name, EquatableArray<NamedValue> Arguments, Location? End) : FlowValue
{
    /// <summary>What holds of both of two modules; null if that is nothing.</summary>
    public static ModuleValue? Common(ModuleValue left, ModuleValue right)
    {
        if (left.Name != right.Name || !left.Arguments.Select(static a => a.Name).SequenceEqual(right.Arguments.Select(static a => a.Name))) return null;
        IEnumerable<NamedValue> arguments = left.Arguments.Zip(right.Arguments, static (a, b) => a with { Value = FlowValue.Join(a.Value, b.Value) });
        return new(left.Name, new(arguments), null);
    }

    /// <summary>An argument; null where it is left out.</summary>
    public FlowValue? Find(string name)
    {
        foreach (NamedValue argument in Arguments)
            if (argument.Name == name)
                return argument.Value;
        return null;
    }
}

/// <summary>An argument.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Value">What is passed.</param>
internal sealed record NamedValue(string Name, FlowValue Value);

/// <summary>A text: the formula of an einsum.</summary>
/// <param name="Text">It.</param>
internal sealed record TextValue(string Text) : FlowValue;

/// <summary>Random numbers of a shape: as weights they are constants, elsewhere nothing is said about them.</summary>
/// <param name="Tensor">Constants of that shape.</param>
internal sealed record RandomValue(TensorValue Tensor) : FlowValue;

/// <summary>Numbers in managed memory that hold a representation, row after row.</summary>
/// <param name="Irreps">The representation of a row, or of the part of it.</param>
/// <param name="IsRow">Whether it is one row, and not any number of them.</param>
/// <param name="IsWhole">Whether it holds all components, and not some of them: places in it are counted only then.</param>
internal sealed record SpanValue(Irreps Irreps, bool IsRow, bool IsWhole = true) : FlowValue;
