using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using Reps.Kernels.Simd;

namespace Reps.Kernels.Rowwise;

/// <summary>The operands of a tile of rows as lines, and the work on one group.</summary>
internal unsafe struct RowwiseTile<T, S, V>
    where T : unmanaged, INumberBase<T>
    where S : struct, ILanes<V, T>
    where V : struct
{
    /// <summary>How many bytes of components are kept between forming and mixing them: they stay in the first-level cache.</summary>
    public const int ChunkBytes = 32 * 1024;

    public int Line;
    public T* Left;
    public T* Right;
    public T* Output;

    /// <summary>Lines for weights of each row; null where one vector of weights serves all rows.</summary>
    public T* WeightLines;
    public T* SharedWeights;
    public T* GradOutput;
    public T* GradLeft;
    public T* GradRight;

    /// <summary>Lines for the gradient of each row's weights, or one vector for each shared weight, whose lanes are summed later.</summary>
    public T* GradWeights;

    public T* Products;
    public T* Components;
    public T* GradComponents;
    public int ChunkCapacity;

    /// <summary>How many pairs of channels are kept at a time, for so many components of a group.</summary>
    public static int PairsInChunk(int components, int line) => Math.Max(1, ChunkBytes / (components * line * sizeof(T)));

    /// <summary>Adds a group's paths to the output.</summary>
    public void Forward(ref readonly RowwiseGroup group, T* coefficients)
    {
        int components = group.Header->ComponentCount;
        int capacity = PairsInChunk(components, Line);
        int pairs = group.PairCount;
        ChannelPair pair = ChannelPair.First(in group);
        for (int start = 0; start < pairs; start += capacity)
        {
            int count = Math.Min(capacity, pairs - start);
            ChannelPair first = pair;
            for (int n = 0; n < count; n++, pair.Next(in group)) Form(in group, pair, coefficients, Components + (nint)n * components * Line, forward: true);
            for (int p = 0; p < group.Header->PathCount; p++)
                if (group.Paths[p].WeightOffset >= 0) Add(in group, ref group.Paths[p], first, count);
        }
    }

    /// <summary>Adds a group's paths to the gradients.</summary>
    public void Backward(ref readonly RowwiseGroup group, T* coefficients)
    {
        int components = group.Header->ComponentCount;
        int capacity = PairsInChunk(components, Line);
        int pairs = group.PairCount;
        ChannelPair pair = ChannelPair.First(in group);
        for (int start = 0; start < pairs; start += capacity)
        {
            int count = Math.Min(capacity, pairs - start);
            ChannelPair first = pair;
            ChannelPair next = pair;
            if (GradWeights is not null)
                for (int n = 0; n < count; n++, next.Next(in group)) Form(in group, next, coefficients, Components + (nint)n * components * Line, forward: false);
            for (int p = 0; p < group.Header->PathCount; p++)
            {
                if (GradWeights is not null && group.Paths[p].WeightOffset >= 0) AddWeights(in group, ref group.Paths[p], first, count);
                if (GradLeft is not null || GradRight is not null) GradientOfComponents(in group, ref group.Paths[p], first, count);
            }
            if (GradLeft is not null || GradRight is not null)
                for (int n = 0; n < count; n++, pair.Next(in group)) GradientOfFactors(in group, pair, coefficients, GradComponents + (nint)n * components * Line);
            else pair = next;
        }
    }

    // t[τ] = Σ c x y for one pair of channels. Without a weight, in the forward direction, it goes straight to the output.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Form(ref readonly RowwiseGroup group, ChannelPair pair, T* coefficients, T* components, bool forward)
    {
        RowwiseGroup.GroupHeader* header = group.Header;
        LaneLoops<T, S, V>.Products(
            Left + (nint)(header->LeftOffset + pair.U) * Line,
            (nint)header->LeftChannels * Line,
            Right + (nint)(header->RightOffset + pair.V) * Line,
            (nint)header->RightChannels * Line,
            group.Products,
            header->ProductCount,
            Products,
            Line
        );
        coefficients += header->CoefficientStart;
        int* counts = group.ComponentCounts;
        int* products = group.ProductOfEntry;
        for (int p = 0; p < header->PathCount; p++)
        {
            ref RowwisePath path = ref group.Paths[p];
            bool direct = forward && path.WeightOffset < 0;
            T* target = direct ? Output + ((nint)path.OutOffset + pair.Channel(path.OutIndex)) * Line : components + (nint)path.FirstComponent * Line;
            nint step = (direct ? path.OutChannels : 1) * (nint)Line;
            LaneLoops<T, S, V>.Sparse(Products, Line, counts, path.OutComponents, products, null, coefficients, target, step, Line, direct);
            counts += path.OutComponents;
            products += path.EntryCount;
            coefficients += path.EntryCount;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Add(ref readonly RowwiseGroup group, ref RowwisePath path, ChannelPair pair, int count)
    {
        nint step = (nint)group.Header->ComponentCount * Line;
        nint outStep = (nint)path.OutChannels * Line;
        T* t = Components + (nint)path.FirstComponent * Line;
        T* output = Output + (nint)path.OutOffset * Line;
        if (path.Mixed > 0 && WeightLines is null)
        {
            T* w = SharedWeights + path.WeightOffset + (nint)pair.Channel(path.WeightIndex) * path.Mixed;
            for (int k = 0; k < path.OutComponents; k++)
                LaneLoops<T, S, V>.Matrix(w, 1, path.Mixed, path.Mixed, count, t + (nint)k * Line, step, output + k * outStep, Line, Line, true);
            return;
        }
        for (int n = 0; n < count; n++, t += step, pair.Next(in group))
            for (int k = 0; k < path.OutComponents; k++)
            {
                T* source = t + (nint)k * Line;
                T* target = output + k * outStep + (nint)pair.Channel(path.OutIndex) * Line;
                if (WeightLines is null) LaneLoops<T, S, V>.ScaleAdd(SharedWeights[path.WeightOffset + pair.Channel(path.WeightIndex)], source, target, Line);
                else if (path.Mixed == 0)
                    LaneLoops<T, S, V>.MultiplyAdd(WeightLines + (nint)(path.WeightOffset + pair.Channel(path.WeightIndex)) * Line, source, target, Line);
                else
                {
                    T* w = WeightLines + (path.WeightOffset + (nint)pair.Channel(path.WeightIndex) * path.Mixed) * Line;
                    for (int m = 0; m < path.Mixed; m++) LaneLoops<T, S, V>.MultiplyAdd(w + (nint)m * Line, source, target + (nint)m * Line, Line);
                }
            }
    }

    // gradComponents[τ] = Σ w g of one path.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void GradientOfComponents(ref readonly RowwiseGroup group, ref RowwisePath path, ChannelPair pair, int count)
    {
        nint step = (nint)group.Header->ComponentCount * Line;
        nint outStep = (nint)path.OutChannels * Line;
        T* t = GradComponents + (nint)path.FirstComponent * Line;
        T* grad = GradOutput + (nint)path.OutOffset * Line;
        if (path.Mixed > 0 && WeightLines is null)
        {
            T* w = SharedWeights + path.WeightOffset + (nint)pair.Channel(path.WeightIndex) * path.Mixed;
            for (int k = 0; k < path.OutComponents; k++)
                LaneLoops<T, S, V>.Matrix(w, path.Mixed, 1, count, path.Mixed, grad + k * outStep, Line, t + (nint)k * Line, step, Line, false);
            return;
        }
        for (int n = 0; n < count; n++, t += step, pair.Next(in group))
            for (int k = 0; k < path.OutComponents; k++)
            {
                T* target = t + (nint)k * Line;
                T* source = grad + k * outStep + (nint)pair.Channel(path.OutIndex) * Line;
                if (path.WeightOffset < 0) LaneLoops<T, S, V>.Scale(T.One, source, target, Line);
                else if (WeightLines is null) LaneLoops<T, S, V>.Scale(SharedWeights[path.WeightOffset + pair.Channel(path.WeightIndex)], source, target, Line);
                else if (path.Mixed == 0)
                    LaneLoops<T, S, V>.Multiply(WeightLines + (nint)(path.WeightOffset + pair.Channel(path.WeightIndex)) * Line, source, target, Line);
                else
                {
                    T* w = WeightLines + (path.WeightOffset + (nint)pair.Channel(path.WeightIndex) * path.Mixed) * Line;
                    LaneLoops<T, S, V>.Multiply(w, source, target, Line);
                    for (int m = 1; m < path.Mixed; m++) LaneLoops<T, S, V>.MultiplyAdd(w + (nint)m * Line, source + (nint)m * Line, target, Line);
                }
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void AddWeights(ref readonly RowwiseGroup group, ref RowwisePath path, ChannelPair pair, int count)
    {
        nint step = (nint)group.Header->ComponentCount * Line;
        nint outStep = (nint)path.OutChannels * Line;
        T* t = Components + (nint)path.FirstComponent * Line;
        T* grad = GradOutput + (nint)path.OutOffset * Line;
        int mixed = Math.Max(1, path.Mixed);
        if (WeightLines is null && path.Mixed > 0)
        {
            T* sums = GradWeights + (path.WeightOffset + (nint)pair.Channel(path.WeightIndex) * mixed) * S.Count;
            LaneShape shape = new()
            {
                Rows = count,
                Columns = mixed,
                Inner = path.OutComponents,
                LeftRow = step,
                LeftInner = Line,
                RightInner = outStep,
                RightColumn = Line,
                TargetRow = (nint)mixed * S.Count,
                TargetColumn = S.Count,
            };
            LaneProduct<T, S, V>.Sum(in shape, t, grad, sums, Line);
            return;
        }
        int each = WeightLines is null ? S.Count : Line;
        for (int n = 0; n < count; n++, t += step, pair.Next(in group))
        {
            T* target = GradWeights + (path.WeightOffset + (nint)pair.Channel(path.WeightIndex) * mixed) * each;
            T* source = grad + (nint)pair.Channel(path.OutIndex) * Line;
            for (int k = 0; k < path.OutComponents; k++)
                if (WeightLines is null)
                    S.Store(LaneLoops<T, S, V>.Dot(t + (nint)k * Line, source + k * outStep, Line, S.Load(ref *target, 0)), ref *target, 0);
                else
                    for (int m = 0; m < mixed; m++)
                        LaneLoops<T, S, V>.MultiplyAdd(t + (nint)k * Line, source + k * outStep + (nint)m * Line, target + (nint)m * Line, Line);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void GradientOfFactors(ref readonly RowwiseGroup group, ChannelPair pair, T* coefficients, T* components)
    {
        RowwiseGroup.GroupHeader* header = group.Header;
        LaneLoops<T, S, V>.Sparse(
            components,
            Line,
            group.ProductCounts,
            header->ProductCount,
            group.ComponentOfEntry,
            group.CoefficientOfEntry,
            coefficients + header->CoefficientStart,
            Products,
            Line,
            Line,
            false
        );
        nint left = (nint)(header->LeftOffset + pair.U) * Line;
        nint right = (nint)(header->RightOffset + pair.V) * Line;
        nint xStep = (nint)header->LeftChannels * Line;
        nint yStep = (nint)header->RightChannels * Line;
        if (GradLeft is not null)
            LaneLoops<T, S, V>.AddLeft(Products, Right + right, yStep, group.Products, header->ProductCount, GradLeft + left, xStep, Line);
        if (GradRight is not null)
            LaneLoops<T, S, V>.AddRight(Products, Left + left, xStep, group.Products, header->ProductCount, GradRight + right, yStep, Line);
    }
}
