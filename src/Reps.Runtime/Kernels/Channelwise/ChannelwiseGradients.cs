using System;
using System.Numerics;
using Reps.Kernels.Execution;

namespace Reps.Kernels.Channelwise;

/// <summary>What the gradients of one row are computed from and where they go.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct ChannelwiseGradients<T>
    where T : unmanaged, INumberBase<T>
{
    public T* X;
    public T* Weights;
    public T* Grad;

    /// <summary>The folded coefficients, and the same in the order of the transposed kernels.</summary>
    public T* Folded;
    public T* Transposed;

    /// <summary>The gradient by the operand with channels, or null.</summary>
    public T* GradX;

    /// <summary>The gradient by the weights, or null.</summary>
    public T* GradWeights;

    /// <summary>The gradient by the small operand, or null.</summary>
    public T* GradScalar;

    /// <summary>One vector for each pair of a path, and one for each value of the small operand.</summary>
    public T* Products;
    public T* Vectors;

    /// <summary>Weights of one for paths without, and places for gradients that nobody asked for.</summary>
    public T* Ones;
    public T* UnusedWeights;
    public T* UnusedLane;

    /// <summary>Takes a thread's working memory.</summary>
    public static ChannelwiseGradients<T> Create(ref readonly ChannelwiseTables<T> tables, int lanes)
    {
        int pairs = Scratch.Aligned<T>(tables.PairCount);
        int channels = Scratch.Aligned<T>(tables.MaxChannels);
        int products = lanes * tables.MaxPairs;
        int vectors = lanes * tables.ScalarSize;
        ChannelwiseGradients<T> row = new();
        row.Folded = Scratch.Rent<T>(2L * pairs + 2 * channels + products + vectors + tables.MaxLaneSegment);
        row.Transposed = row.Folded + pairs;
        row.Ones = row.Transposed + pairs;
        row.UnusedWeights = row.Ones + channels;
        row.Products = row.UnusedWeights + channels;
        row.Vectors = row.Products + products;
        row.UnusedLane = row.Vectors + vectors;
        new Span<T>(row.Ones, channels).Fill(T.One);
        return row;
    }
}
