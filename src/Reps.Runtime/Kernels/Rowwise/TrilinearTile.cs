using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Rowwise;

/// <summary>
/// Evaluates trilinear paths for a tile of rows that share their weights. The targets are the gradients of the trilinear form: forward has
/// the output alone, backward those by left, right and weights.
/// </summary>
internal unsafe struct TrilinearTile<T, S, V>
    where T : unmanaged, INumberBase<T>
    where S : struct, ILanes<V, T>
    where V : struct
{
    /// <summary>Lines of left, right and the output's cotangent; an operand that is not read may be null.</summary>
    public Operands Values;

    /// <summary>Lines that gradients by left, right and the output's cotangent are added to, or null.</summary>
    public Operands Targets;

    public T* Weights;

    /// <summary>One vector for each weight, whose lanes are summed later; or null.</summary>
    public T* GradWeights;
    public T* Memory;
    public int MemoryLines;
    public int Line;

    /// <summary>Adds a path to the targets.</summary>
    public readonly void Run(in TrilinearPath path, T* coefficients)
    {
        TrilinearPath.PathHeader* header = path.Header;
        coefficients += header->CoefficientStart;
        int block = path.Mixed.Components * path.Third.Channels;
        int step = Math.Max(1, (MemoryLines - path.Pairs) / (block + path.Pairs));
        bool grad = Targets[header->Mixed] is not null || GradWeights is not null;
        bool fold = grad || Targets[header->Third] is not null;
        bool mix = Targets[header->Folded] is not null || Targets[header->Third] is not null;
        for (int first = 0; first < path.Folded.Channels; first += step)
        {
            int count = Math.Min(step, path.Folded.Channels - first);
            T* folded = Memory;
            T* mixed = folded + (nint)count * path.Pairs * Line;
            T* pairs = mixed + (nint)count * block * Line;
            if (fold) Fold(in path, coefficients, first, count, folded);
            if (mix) Mix(in path, first, count, mixed);
            if (Targets[header->Third] is not null) AddThird(in path, count, folded, mixed);
            if (Targets[header->Folded] is not null) AddFolded(in path, coefficients, first, count, mixed, pairs);
            // The mixed operand is no longer needed, and its gradient takes its place.
            if (grad) GradientOfMixed(in path, first, count, folded, mixed);
        }
    }

    // A[f, m, t] = Σ c · F[f].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Fold(in TrilinearPath path, T* coefficients, int first, int count, T* folded)
    {
        T* source = Values[path.Header->Folded] + ((nint)path.Folded.Offset + first) * Line;
        for (int f = 0; f < count; f++, source += Line, folded += (nint)path.Pairs * Line)
            LaneLoops<T, S, V>.Sparse(
                source,
                (nint)path.Folded.Channels * Line,
                path.FoldCounts,
                path.Pairs,
                path.FoldComponents,
                path.FoldOrder,
                coefficients,
                folded,
                Line,
                Line,
                false
            );
    }

    // P[f, m, t] = Σ w · M[m].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Mix(in TrilinearPath path, int first, int count, T* mixed)
    {
        T* weights = Weights + path.Header->WeightOffset + (nint)first * path.FoldedStride;
        T* source = Values[path.Header->Mixed] + (nint)path.Mixed.Offset * Line;
        for (int f = 0; f < count; f++, weights += path.FoldedStride)
        for (int m = 0; m < path.Mixed.Components; m++, mixed += (nint)path.Third.Channels * Line)
            LaneLoops<T, S, V>.Matrix(
                weights,
                path.ThirdStride,
                path.MixedStride,
                path.Third.Channels,
                path.Mixed.Channels,
                source + (nint)m * path.Mixed.Channels * Line,
                Line,
                mixed,
                Line,
                Line,
                false
            );
    }

    // T[t] += Σ A[f, m, t] P[f, m].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void AddThird(in TrilinearPath path, int count, T* folded, T* mixed)
    {
        nint channels = (nint)path.Third.Channels * Line;
        LaneShape shape = new()
        {
            Rows = path.Third.Components,
            Columns = path.Third.Channels,
            Inner = count * path.Mixed.Components,
            LeftRow = Line,
            LeftInner = (nint)path.Third.Components * Line,
            RightInner = channels,
            RightColumn = Line,
            TargetRow = channels,
            TargetColumn = Line,
        };
        LaneProduct<T, S, V>.Multiply(in shape, folded, mixed, Targets[path.Header->Third] + (nint)path.Third.Offset * Line, Line, true);
    }

    // F[f] += Σ c · Σ P[f, m] T[t].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void AddFolded(in TrilinearPath path, T* coefficients, int first, int count, T* mixed, T* pairs)
    {
        nint channels = (nint)path.Third.Channels * Line;
        LaneShape shape = new()
        {
            Rows = path.Mixed.Components,
            Columns = path.Third.Components,
            Inner = path.Third.Channels,
            LeftRow = channels,
            LeftInner = Line,
            RightInner = Line,
            RightColumn = channels,
            TargetRow = (nint)path.Third.Components * Line,
            TargetColumn = Line,
        };
        T* third = Values[path.Header->Third] + (nint)path.Third.Offset * Line;
        T* target = Targets[path.Header->Folded] + ((nint)path.Folded.Offset + first) * Line;
        for (int f = 0; f < count; f++, mixed += path.Mixed.Components * channels, target += Line)
        {
            LaneProduct<T, S, V>.Multiply(in shape, mixed, third, pairs, Line, false);
            LaneLoops<T, S, V>.Sparse(
                pairs,
                Line,
                path.UnfoldCounts,
                path.Folded.Components,
                path.UnfoldPairs,
                path.UnfoldOrder,
                coefficients,
                target,
                (nint)path.Folded.Channels * Line,
                Line,
                true
            );
        }
    }

    // G[f, m, t] = Σ A[f, m, t] T[t]; then M[m] += Σ w · G, and the weights' gradient += M[m] · G.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void GradientOfMixed(in TrilinearPath path, int first, int count, T* folded, T* gradient)
    {
        nint channels = (nint)path.Third.Channels * Line;
        LaneShape shape = new()
        {
            Rows = path.Mixed.Components,
            Columns = path.Third.Channels,
            Inner = path.Third.Components,
            LeftRow = (nint)path.Third.Components * Line,
            LeftInner = Line,
            RightInner = channels,
            RightColumn = Line,
            TargetRow = channels,
            TargetColumn = Line,
        };
        T* third = Values[path.Header->Third] + (nint)path.Third.Offset * Line;
        for (int f = 0; f < count; f++, folded += (nint)path.Pairs * Line, gradient += path.Mixed.Components * channels)
        {
            LaneProduct<T, S, V>.Multiply(in shape, folded, third, gradient, Line, false);
            nint weights = path.Header->WeightOffset + (nint)(first + f) * path.FoldedStride;
            if (Targets[path.Header->Mixed] is not null) AddMixed(in path, weights, gradient);
            if (GradWeights is not null) AddWeights(in path, weights, gradient);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void AddMixed(in TrilinearPath path, nint weights, T* gradient)
    {
        T* target = Targets[path.Header->Mixed] + (nint)path.Mixed.Offset * Line;
        for (int m = 0; m < path.Mixed.Components; m++)
            LaneLoops<T, S, V>.Matrix(
                Weights + weights,
                path.MixedStride,
                path.ThirdStride,
                path.Mixed.Channels,
                path.Third.Channels,
                gradient + (nint)m * path.Third.Channels * Line,
                Line,
                target + (nint)m * path.Mixed.Channels * Line,
                Line,
                Line,
                true
            );
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void AddWeights(in TrilinearPath path, nint weights, T* gradient)
    {
        LaneShape shape = new()
        {
            Rows = path.Third.Channels,
            Columns = path.Mixed.Channels,
            Inner = path.Mixed.Components,
            LeftRow = Line,
            LeftInner = (nint)path.Third.Channels * Line,
            RightInner = (nint)path.Mixed.Channels * Line,
            RightColumn = Line,
            TargetRow = (nint)path.ThirdStride * S.Count,
            TargetColumn = (nint)path.MixedStride * S.Count,
        };
        LaneProduct<T, S, V>.Sum(in shape, gradient, Values[path.Header->Mixed] + (nint)path.Mixed.Offset * Line, GradWeights + weights * S.Count, Line);
    }

    /// <summary>Something of each operand.</summary>
    public struct Operands
    {
        public T* Left;
        public T* Right;
        public T* Output;

        /// <summary>That of operand 0, 1 or 2.</summary>
        public readonly T* this[int operand] =>
            operand switch
            {
                0 => Left,
                1 => Right,
                _ => Output,
            };
    }
}
