using System.Numerics;
using Reps.Algebra;

namespace Reps.Kernels.Diagrams;

/// <summary>The work of steps: from tensors to halves at the inputs, and the transposed work at the outputs.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class HalfLoops<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Makes all halves of a tensor.</summary>
    /// <param name="side">The side.</param>
    /// <param name="row">A row of the batch.</param>
    /// <param name="one">The number one.</param>
    /// <param name="halves">Receives the halves of the row.</param>
    public static void Contract(in DiagramSide side, T* row, T* one, T* halves)
    {
        for (int s = 0; s < side.StepCount; s++) Work(in side, s, row, one, halves, expand: false);
    }

    /// <summary>Adds all halves to the tensor that they are parts of; the halves are overwritten by sums.</summary>
    /// <param name="side">The side.</param>
    /// <param name="row">A row of the batch.</param>
    /// <param name="one">A number that receives what is added to the number one.</param>
    /// <param name="halves">The halves of the row.</param>
    public static void Expand(in DiagramSide side, T* row, T* one, T* halves)
    {
        for (int s = side.StepCount - 1; s >= 0; s--) Work(in side, s, row, one, halves, expand: true);
    }

    /// <summary>Where a step's result is.</summary>
    public static T* Result(in DiagramSide side, int step, T* row, T* one, T* halves) =>
        side.Step(step).Operation != HalfOperation.Whole ? halves + side.Offset(step) : side.IsOne(step) ? one : row + side.Offset(step);

    private static void Work(in DiagramSide side, int s, T* row, T* one, T* halves, bool expand)
    {
        ref DiagramStep step = ref side.Step(s);
        if (step.Operation == HalfOperation.Whole) return;
        T* own = halves + side.Offset(s);
        T* parent = step.Parent >= 0 ? Result(in side, step.Parent, row, one, halves) : side.IsOne(s) ? one : row + side.TermOffset(step.Term);
        nint channels = side.Channels(s);
        long* sizes = stackalloc long[Diagram.MaxVertices];
        int axes = side.ParentAxes(s, sizes, out long choices);
        if (!expand) Runs.Clear(own, (nint)side.Positions(s) * channels);
        switch (step.Operation)
        {
            case HalfOperation.Sum:
            {
                int closed = step.Closed[0];
                Sum(own, parent, (nint)(choices * Product(sizes, 0, closed)), (nint)sizes[closed], (nint)Product(sizes, closed + 1, axes) * channels, expand);
                break;
            }
            case HalfOperation.Trace or HalfOperation.SymplecticTrace:
            {
                (int a, int b) = (step.Closed[0], step.Closed[1]);
                Trace(
                    own, parent, (nint)(choices * Product(sizes, 0, a)), (nint)sizes[a], (nint)Product(sizes, a + 1, b), (nint)Product(sizes, b + 1, axes) * channels,
                    step.Operation == HalfOperation.SymplecticTrace, expand);
                break;
            }
            default:
                Selection(in side, s, own, parent, sizes, axes, (nint)choices, channels, expand);
                break;
        }
    }

    private static void Sum(T* own, T* parent, nint outer, nint size, nint inner, bool expand)
    {
        for (nint o = 0; o < outer; o++, own += inner)
        for (nint j = 0; j < size; j++, parent += inner)
            if (expand) Runs.Add(parent, own, inner);
            else Runs.Add(own, parent, inner);
    }

    // The parent is [outer, size, middle, size, inner], what remains [outer, middle, inner].
    private static void Trace(T* own, T* parent, nint outer, nint size, nint middle, nint inner, bool symplectic, bool expand)
    {
        for (nint o = 0; o < outer; o++)
        for (nint j = 0; j < size; j++)
        for (nint m = 0; m < middle; m++)
        {
            T* part = own + (o * middle + m) * inner;
            T* whole = parent + (((o * size + j) * middle + m) * size + (symplectic ? j ^ 1 : j)) * inner;
            T* target = expand ? whole : part, source = expand ? part : whole;
            if (symplectic && (j & 1) != 0) Runs.Subtract(target, source, inner);
            else Runs.Add(target, source, inner);
        }
    }

    // Diagonals and alternations: along the axes of the result, the places of the parent lie at strides.
    private static void Selection(in DiagramSide side, int s, T* own, T* parent, long* sizes, int axes, nint choices, nint channels, bool expand)
    {
        ref DiagramStep step = ref side.Step(s);
        nint* strides = stackalloc nint[Diagram.MaxVertices];
        nint stride = channels;
        for (int axis = axes - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= (nint)sizes[axis];
        }
        nint* steps = stackalloc nint[Diagram.MaxVertices];
        nint* counts = stackalloc nint[Diagram.MaxVertices];
        nint* digits = stackalloc nint[Diagram.MaxVertices];
        nint positions = 1;
        for (int axis = 0; axis < step.AxisCount; axis++)
        {
            steps[axis] = 0;
            for (int bit = 0; bit < axes; bit++)
                if ((step.Parents(axis) >> bit & 1) != 0)
                    steps[axis] += strides[bit];
            counts[axis] = side.Size(s, axis);
            digits[axis] = 0;
            positions *= counts[axis];
        }
        bool alternation = step.Operation == HalfOperation.Alternation;
        int length = 1 + step.ClosedCount;
        for (nint outer = 0; outer < choices; outer++, parent += stride)
        for (int choice = 0; choice < step.Choices; choice++)
        {
            nint place = 0;
            for (nint p = 0; p < positions; p++, own += channels)
            {
                if (alternation)
                {
                    int* entry = side.List(in step) + (long)choice * step.Entries * length;
                    for (int e = 0; e < step.Entries; e++, entry += length)
                    {
                        nint at = place;
                        for (int c = 0; c < step.ClosedCount; c++) at += entry[1 + c] * strides[step.Closed[c]];
                        T* target = expand ? parent + at : own, source = expand ? own : parent + at;
                        if (entry[0] < 0) Runs.Subtract(target, source, channels);
                        else Runs.Add(target, source, channels);
                    }
                }
                else if (expand) Runs.Add(parent + place, own, channels);
                else Runs.Copy(own, parent + place, channels);
                for (int axis = step.AxisCount - 1; axis >= 0; axis--)
                {
                    place += steps[axis];
                    if (++digits[axis] < counts[axis]) break;
                    place -= counts[axis] * steps[axis];
                    digits[axis] = 0;
                }
            }
        }
    }

    private static long Product(long* sizes, int start, int end)
    {
        long product = 1;
        for (int axis = start; axis < end; axis++) product *= sizes[axis];
        return product;
    }
}
