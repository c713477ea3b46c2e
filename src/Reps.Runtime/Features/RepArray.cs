using System;
using System.Numerics;

namespace Reps;

/// <summary>
/// A batch of feature vectors of one representation in managed memory: shape [rows, dim], and inside each segment [component, channel].
/// Only what is equivariant has a method; <see cref="Values"/> is the explicit way to the raw numbers.
/// </summary>
/// <typeparam name="TRep">The representation.</typeparam>
/// <typeparam name="T">float or double.</typeparam>
public sealed class RepArray<TRep, T>
    where TRep : struct, IRep<TRep>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] _values;

    /// <summary>Takes over an array of values.</summary>
    /// <param name="rows">The number of feature vectors.</param>
    /// <param name="values">rows × dim numbers; the array is not copied.</param>
    /// <exception cref="ArgumentException">The array has another length.</exception>
    public RepArray(int rows, T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (values.Length != (long)rows * TRep.Dim)
            throw new ArgumentException(
                $"{rows} rows of {TRep.Signature} hold {(long)rows * TRep.Dim} values ({TRep.Dim} each), but the array has {values.Length}.",
                nameof(values)
            );
        (Rows, _values) = (rows, values);
    }

    /// <summary>The number of feature vectors.</summary>
    public int Rows { get; }

    /// <summary>The raw numbers, shape [rows, dim]. What is done with them is outside the type's guarantees.</summary>
    public Span<T> Values => _values;

    /// <summary>A batch of zero vectors.</summary>
    /// <param name="rows">The number of feature vectors.</param>
    /// <returns>The new batch.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or more than an array holds.</exception>
    public static RepArray<TRep, T> Zeros(int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if ((long)rows * TRep.Dim > Array.MaxLength)
            throw new ArgumentOutOfRangeException(
                nameof(rows), rows, $"An array holds at most {Array.MaxLength / Math.Max(1, TRep.Dim)} rows of {TRep.Signature} ({TRep.Dim} values each).");
        return new(rows, new T[rows * TRep.Dim]);
    }

    /// <summary>A batch of independent standard normal numbers, so that every component has variance one.</summary>
    /// <param name="rows">The number of feature vectors.</param>
    /// <param name="random">The source of randomness; a fixed seed gives the same numbers.</param>
    /// <returns>The new batch.</returns>
    public static RepArray<TRep, T> Normal(int rows, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        RepArray<TRep, T> result = Zeros(rows);
        for (int n = 0; n < result._values.Length; n++) result._values[n] = T.CreateTruncating(Gaussian.Next(random));
        return result;
    }

    /// <summary>Reads features in e3nn's order, in which the channel is outer and the component inner.</summary>
    /// <param name="rows">The number of feature vectors.</param>
    /// <param name="values">rows × dim numbers in e3nn's order.</param>
    /// <returns>The same features.</returns>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    public static RepArray<TRep, T> FromE3nn(int rows, ReadOnlySpan<T> values)
    {
        RepArray<TRep, T> result = Zeros(rows);
        E3nnLayout.FromE3nn(Rep<TRep>.Irreps, values, result._values);
        return result;
    }

    /// <summary>The features in e3nn's order.</summary>
    /// <returns>rows × dim numbers, channel outer and component inner.</returns>
    public T[] ToE3nn()
    {
        T[] result = new T[_values.Length];
        E3nnLayout.ToE3nn<T>(Rep<TRep>.Irreps, _values, result);
        return result;
    }

    /// <summary>The numbers of one segment of one row, shape [component, channel].</summary>
    /// <param name="row">The feature vector.</param>
    /// <param name="segment">The index of the segment in the representation.</param>
    /// <returns>A view, not a copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or segment.</exception>
    public Span<T> Segment(int row, int segment)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        ArgumentOutOfRangeException.ThrowIfNegative(segment);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(segment, TRep.Segments.Length);
        RepSegment s = TRep.Segments[segment];
        return _values.AsSpan(row * TRep.Dim + s.Offset, s.Size);
    }

    /// <summary>Acts with a group element on every feature vector.</summary>
    /// <param name="transform">A rotation, with or without inversion.</param>
    /// <returns>The transformed features.</returns>
    public RepArray<TRep, T> Transform(OrthogonalTransform transform)
    {
        RepArray<TRep, T> result = Zeros(Rows);
        RepresentationAction.Apply<T>(Rep<TRep>.Irreps, transform, _values, result._values);
        return result;
    }

    /// <summary>Rotates every feature vector.</summary>
    /// <param name="rotation">The rotation.</param>
    /// <returns>The rotated features.</returns>
    public RepArray<TRep, T> Rotate(Rotation rotation) => Transform(new OrthogonalTransform(rotation, false));

    /// <summary>Applies the inversion x → −x: odd irreps change sign.</summary>
    /// <returns>The inverted features.</returns>
    public RepArray<TRep, T> Invert() => Transform(new OrthogonalTransform(Rotation.Identity, true));

    /// <summary>Adds features of the same representation.</summary>
    /// <param name="left">One batch.</param>
    /// <param name="right">Another with as many rows.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static RepArray<TRep, T> operator +(RepArray<TRep, T> left, RepArray<TRep, T> right) => Combine(left, right, T.One);

    /// <summary>Subtracts features of the same representation.</summary>
    /// <param name="left">One batch.</param>
    /// <param name="right">Another with as many rows.</param>
    /// <returns>The difference.</returns>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static RepArray<TRep, T> operator -(RepArray<TRep, T> left, RepArray<TRep, T> right) => Combine(left, right, -T.One);

    /// <summary>Multiplies every number by an invariant.</summary>
    /// <param name="scale">The factor.</param>
    /// <param name="array">The features.</param>
    /// <returns>The scaled features.</returns>
    public static RepArray<TRep, T> operator *(T scale, RepArray<TRep, T> array)
    {
        ArgumentNullException.ThrowIfNull(array);
        RepArray<TRep, T> result = Zeros(array.Rows);
        for (int n = 0; n < result._values.Length; n++) result._values[n] = scale * array._values[n];
        return result;
    }

    private static RepArray<TRep, T> Combine(RepArray<TRep, T> left, RepArray<TRep, T> right, T sign)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Rows != right.Rows)
            throw new ArgumentException($"The left batch of {TRep.Signature} has {left.Rows} rows and the right {right.Rows}: they are added row by row.");
        RepArray<TRep, T> result = Zeros(left.Rows);
        for (int n = 0; n < result._values.Length; n++) result._values[n] = left._values[n] + sign * right._values[n];
        return result;
    }
}
