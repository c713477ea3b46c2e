using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Rowwise;

/// <summary>
/// Products of matrices of lines: each lane multiplies matrices of its own. Up to twelve sums are kept in registers, so that seven numbers
/// are read for twelve multiplications.
/// </summary>
internal static unsafe class LaneProduct<T, S, V>
    where T : unmanaged
    where S : struct, ILanes<V, T>
    where V : struct
{
    /// <summary>target[m, n] (+)= Σ over k of left[m, k] · right[k, n].</summary>
    public static void Multiply(in LaneShape shape, T* left, T* right, T* target, int line, bool accumulate) =>
        Blocks(in shape, left, right, target, line / S.Count, S.Count, accumulate);

    /// <summary>sums[m, n] += Σ over k, and over the vectors of a line, of left[m, k] · right[k, n]: a sum is one vector.</summary>
    public static void Sum(in LaneShape shape, T* left, T* right, T* sums, int line) => Blocks(in shape, left, right, sums, line / S.Count, 0, true);

    private static void Blocks(in LaneShape shape, T* left, T* right, T* target, int vectors, nint step, bool accumulate)
    {
        int m = 0;
        for (; m + 3 <= shape.Rows; m += 3) Three(in shape, left + m * shape.LeftRow, right, target + m * shape.TargetRow, vectors, step, accumulate);
        left += m * shape.LeftRow;
        target += m * shape.TargetRow;
        if (shape.Rows - m == 2) Two(in shape, left, right, target, vectors, step, accumulate);
        else if (m < shape.Rows) One(in shape, left, right, target, vectors, step, accumulate);
    }

    private static void Three(in LaneShape shape, T* left, T* right, T* target, int vectors, nint step, bool accumulate)
    {
        int n = 0;
        for (; n + 4 <= shape.Columns; n += 4) ThreeBy4(in shape, left, right + n * shape.RightColumn, target + n * shape.TargetColumn, vectors, step, accumulate);
        for (; n < shape.Columns; n++) ThreeBy1(in shape, left, right + n * shape.RightColumn, target + n * shape.TargetColumn, vectors, step, accumulate);
    }

    private static void Two(in LaneShape shape, T* left, T* right, T* target, int vectors, nint step, bool accumulate)
    {
        int n = 0;
        for (; n + 4 <= shape.Columns; n += 4) TwoBy4(in shape, left, right + n * shape.RightColumn, target + n * shape.TargetColumn, vectors, step, accumulate);
        for (; n < shape.Columns; n++) TwoBy1(in shape, left, right + n * shape.RightColumn, target + n * shape.TargetColumn, vectors, step, accumulate);
    }

    private static void One(in LaneShape shape, T* left, T* right, T* target, int vectors, nint step, bool accumulate)
    {
        int n = 0;
        for (; n + 4 <= shape.Columns; n += 4) OneBy4(in shape, left, right + n * shape.RightColumn, target + n * shape.TargetColumn, vectors, step, accumulate);
        for (; n < shape.Columns; n++) OneBy1(in shape, left, right + n * shape.RightColumn, target + n * shape.TargetColumn, vectors, step, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ThreeBy4(in LaneShape shape, T* left, T* right, T* target, int vectors, nint step, bool accumulate)
    {
        V a0 = S.Zero, a1 = S.Zero, a2 = S.Zero, a3 = S.Zero;
        V b0 = S.Zero, b1 = S.Zero, b2 = S.Zero, b3 = S.Zero;
        V c0 = S.Zero, c1 = S.Zero, c2 = S.Zero, c3 = S.Zero;
        nint leftInner = shape.LeftInner;
        nint rightInner = shape.RightInner;
        nint leftRow = shape.LeftRow;
        nint rightColumn = shape.RightColumn;
        for (int vector = 0; vector < vectors; vector++)
        {
            T* x = left + vector * S.Count;
            T* y = right + vector * S.Count;
            for (nint k = shape.Inner; k > 0; k--)
            {
                V x0 = S.Load(ref *x, 0);
                V x1 = S.Load(ref *x, leftRow);
                V x2 = S.Load(ref *x, 2 * leftRow);
                V f = S.Load(ref *y, 0);
                a0 = S.FusedMultiplyAdd(x0, f, a0);
                b0 = S.FusedMultiplyAdd(x1, f, b0);
                c0 = S.FusedMultiplyAdd(x2, f, c0);
                f = S.Load(ref *y, rightColumn);
                a1 = S.FusedMultiplyAdd(x0, f, a1);
                b1 = S.FusedMultiplyAdd(x1, f, b1);
                c1 = S.FusedMultiplyAdd(x2, f, c1);
                f = S.Load(ref *y, 2 * rightColumn);
                a2 = S.FusedMultiplyAdd(x0, f, a2);
                b2 = S.FusedMultiplyAdd(x1, f, b2);
                c2 = S.FusedMultiplyAdd(x2, f, c2);
                f = S.Load(ref *y, 3 * rightColumn);
                a3 = S.FusedMultiplyAdd(x0, f, a3);
                b3 = S.FusedMultiplyAdd(x1, f, b3);
                c3 = S.FusedMultiplyAdd(x2, f, c3);
                x += leftInner;
                y += rightInner;
            }
            if (step == 0 && vector + 1 < vectors) continue;
            LaneLoops<T, S, V>.Put(a0, target, accumulate);
            LaneLoops<T, S, V>.Put(a1, target + shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(a2, target + 2 * shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(a3, target + 3 * shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(b0, target + shape.TargetRow, accumulate);
            LaneLoops<T, S, V>.Put(b1, target + shape.TargetRow + shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(b2, target + shape.TargetRow + 2 * shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(b3, target + shape.TargetRow + 3 * shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(c0, target + 2 * shape.TargetRow, accumulate);
            LaneLoops<T, S, V>.Put(c1, target + 2 * shape.TargetRow + shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(c2, target + 2 * shape.TargetRow + 2 * shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(c3, target + 2 * shape.TargetRow + 3 * shape.TargetColumn, accumulate);
            target += step;
            a0 = a1 = a2 = a3 = b0 = b1 = b2 = b3 = c0 = c1 = c2 = c3 = S.Zero;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ThreeBy1(in LaneShape shape, T* left, T* right, T* target, int vectors, nint step, bool accumulate)
    {
        V a0 = S.Zero;
        V b0 = S.Zero;
        V c0 = S.Zero;
        nint leftInner = shape.LeftInner;
        nint rightInner = shape.RightInner;
        nint leftRow = shape.LeftRow;
        for (int vector = 0; vector < vectors; vector++)
        {
            T* x = left + vector * S.Count;
            T* y = right + vector * S.Count;
            for (nint k = shape.Inner; k > 0; k--)
            {
                V x0 = S.Load(ref *x, 0);
                V x1 = S.Load(ref *x, leftRow);
                V x2 = S.Load(ref *x, 2 * leftRow);
                V f = S.Load(ref *y, 0);
                a0 = S.FusedMultiplyAdd(x0, f, a0);
                b0 = S.FusedMultiplyAdd(x1, f, b0);
                c0 = S.FusedMultiplyAdd(x2, f, c0);
                x += leftInner;
                y += rightInner;
            }
            if (step == 0 && vector + 1 < vectors) continue;
            LaneLoops<T, S, V>.Put(a0, target, accumulate);
            LaneLoops<T, S, V>.Put(b0, target + shape.TargetRow, accumulate);
            LaneLoops<T, S, V>.Put(c0, target + 2 * shape.TargetRow, accumulate);
            target += step;
            a0 = b0 = c0 = S.Zero;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoBy4(in LaneShape shape, T* left, T* right, T* target, int vectors, nint step, bool accumulate)
    {
        V a0 = S.Zero, a1 = S.Zero, a2 = S.Zero, a3 = S.Zero;
        V b0 = S.Zero, b1 = S.Zero, b2 = S.Zero, b3 = S.Zero;
        nint leftInner = shape.LeftInner;
        nint rightInner = shape.RightInner;
        nint leftRow = shape.LeftRow;
        nint rightColumn = shape.RightColumn;
        for (int vector = 0; vector < vectors; vector++)
        {
            T* x = left + vector * S.Count;
            T* y = right + vector * S.Count;
            for (nint k = shape.Inner; k > 0; k--)
            {
                V x0 = S.Load(ref *x, 0);
                V x1 = S.Load(ref *x, leftRow);
                V f = S.Load(ref *y, 0);
                a0 = S.FusedMultiplyAdd(x0, f, a0);
                b0 = S.FusedMultiplyAdd(x1, f, b0);
                f = S.Load(ref *y, rightColumn);
                a1 = S.FusedMultiplyAdd(x0, f, a1);
                b1 = S.FusedMultiplyAdd(x1, f, b1);
                f = S.Load(ref *y, 2 * rightColumn);
                a2 = S.FusedMultiplyAdd(x0, f, a2);
                b2 = S.FusedMultiplyAdd(x1, f, b2);
                f = S.Load(ref *y, 3 * rightColumn);
                a3 = S.FusedMultiplyAdd(x0, f, a3);
                b3 = S.FusedMultiplyAdd(x1, f, b3);
                x += leftInner;
                y += rightInner;
            }
            if (step == 0 && vector + 1 < vectors) continue;
            LaneLoops<T, S, V>.Put(a0, target, accumulate);
            LaneLoops<T, S, V>.Put(a1, target + shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(a2, target + 2 * shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(a3, target + 3 * shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(b0, target + shape.TargetRow, accumulate);
            LaneLoops<T, S, V>.Put(b1, target + shape.TargetRow + shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(b2, target + shape.TargetRow + 2 * shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(b3, target + shape.TargetRow + 3 * shape.TargetColumn, accumulate);
            target += step;
            a0 = a1 = a2 = a3 = b0 = b1 = b2 = b3 = S.Zero;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoBy1(in LaneShape shape, T* left, T* right, T* target, int vectors, nint step, bool accumulate)
    {
        V a0 = S.Zero;
        V b0 = S.Zero;
        nint leftInner = shape.LeftInner;
        nint rightInner = shape.RightInner;
        nint leftRow = shape.LeftRow;
        for (int vector = 0; vector < vectors; vector++)
        {
            T* x = left + vector * S.Count;
            T* y = right + vector * S.Count;
            for (nint k = shape.Inner; k > 0; k--)
            {
                V x0 = S.Load(ref *x, 0);
                V x1 = S.Load(ref *x, leftRow);
                V f = S.Load(ref *y, 0);
                a0 = S.FusedMultiplyAdd(x0, f, a0);
                b0 = S.FusedMultiplyAdd(x1, f, b0);
                x += leftInner;
                y += rightInner;
            }
            if (step == 0 && vector + 1 < vectors) continue;
            LaneLoops<T, S, V>.Put(a0, target, accumulate);
            LaneLoops<T, S, V>.Put(b0, target + shape.TargetRow, accumulate);
            target += step;
            a0 = b0 = S.Zero;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneBy4(in LaneShape shape, T* left, T* right, T* target, int vectors, nint step, bool accumulate)
    {
        V a0 = S.Zero, a1 = S.Zero, a2 = S.Zero, a3 = S.Zero;
        nint leftInner = shape.LeftInner;
        nint rightInner = shape.RightInner;
        nint rightColumn = shape.RightColumn;
        for (int vector = 0; vector < vectors; vector++)
        {
            T* x = left + vector * S.Count;
            T* y = right + vector * S.Count;
            for (nint k = shape.Inner; k > 0; k--)
            {
                V x0 = S.Load(ref *x, 0);
                V f = S.Load(ref *y, 0);
                a0 = S.FusedMultiplyAdd(x0, f, a0);
                f = S.Load(ref *y, rightColumn);
                a1 = S.FusedMultiplyAdd(x0, f, a1);
                f = S.Load(ref *y, 2 * rightColumn);
                a2 = S.FusedMultiplyAdd(x0, f, a2);
                f = S.Load(ref *y, 3 * rightColumn);
                a3 = S.FusedMultiplyAdd(x0, f, a3);
                x += leftInner;
                y += rightInner;
            }
            if (step == 0 && vector + 1 < vectors) continue;
            LaneLoops<T, S, V>.Put(a0, target, accumulate);
            LaneLoops<T, S, V>.Put(a1, target + shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(a2, target + 2 * shape.TargetColumn, accumulate);
            LaneLoops<T, S, V>.Put(a3, target + 3 * shape.TargetColumn, accumulate);
            target += step;
            a0 = a1 = a2 = a3 = S.Zero;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneBy1(in LaneShape shape, T* left, T* right, T* target, int vectors, nint step, bool accumulate)
    {
        V a0 = S.Zero;
        nint leftInner = shape.LeftInner;
        nint rightInner = shape.RightInner;
        for (int vector = 0; vector < vectors; vector++)
        {
            T* x = left + vector * S.Count;
            T* y = right + vector * S.Count;
            for (nint k = shape.Inner; k > 0; k--)
            {
                V x0 = S.Load(ref *x, 0);
                V f = S.Load(ref *y, 0);
                a0 = S.FusedMultiplyAdd(x0, f, a0);
                x += leftInner;
                y += rightInner;
            }
            if (step == 0 && vector + 1 < vectors) continue;
            LaneLoops<T, S, V>.Put(a0, target, accumulate);
            target += step;
            a0 = S.Zero;
        }
    }
}
