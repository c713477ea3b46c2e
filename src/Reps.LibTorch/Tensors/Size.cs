using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The size of each dimension of a tensor.</summary>
    public struct Size : IEnumerable<long>
    {
        /// <summary>The size of a single number.</summary>
        public static Size Empty = new(Array.Empty<long>());

        public Size(long[] shape) => Shape = shape;

        public Size(IEnumerable<long> shape) => Shape = shape.ToArray();

        public Size(int[] shape) => Shape = Array.ConvertAll(shape, s => (long)s);

        public Size(long size) => Shape = [size];

        public Size((long, long) size) => Shape = [size.Item1, size.Item2];

        public Size((long, long, long) size) => Shape = [size.Item1, size.Item2, size.Item3];

        public Size((long, long, long, long) size) => Shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size((long, long, long, long, long) size) => Shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        public Size((long, long, long, long, long, long) size) =>
            Shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        public Size(int size)
            : this((long)size) { }

        public Size((int, int) size)
            : this(((long, long))size) { }

        public Size((int, int, int) size)
            : this(((long, long, long))size) { }

        public Size((int, int, int, int) size)
            : this(((long, long, long, long))size) { }

        public Size((int, int, int, int, int) size)
            : this(((long, long, long, long, long))size) { }

        public Size((int, int, int, int, int, int) size)
            : this(((long, long, long, long, long, long))size) { }

        /// <summary>The sizes, as an array.</summary>
        public long[] Shape { get; }

        public bool IsEmpty => Shape.Length == 0;

        /// <summary>Whether it is the size of a single number.</summary>
        public bool IsScalar => IsEmpty;

        /// <summary>The number of dimensions.</summary>
        public int Length => Shape.Length;

        public long this[int idx] => Shape[idx];

        public long this[long idx] => Shape[idx];

        public static implicit operator Size(long size) => new(size);

        public static implicit operator Size((long, long) size) => new(size);

        public static implicit operator Size((long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        public static implicit operator Size(long[] size) => new(size);

        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);

        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Shape, .. right]);

        public static bool operator ==(Size left, Size right) => left.Equals(right);

        public static bool operator !=(Size left, Size right) => !left.Equals(right);

        public override bool Equals(object? obj) => obj is Size other && Shape.AsSpan().SequenceEqual(other.Shape);

        public override int GetHashCode()
        {
            HashCode hash = default;
            foreach (long size in Shape) hash.Add(size);
            return hash.ToHashCode();
        }

        /// <summary>The dimensions from <paramref name="first"/> to before <paramref name="next"/>; negative numbers count from the end.</summary>
        public Size Slice(int first, int next)
        {
            if (next < 0) next += Length;
            if (first < 0) first += Length;
            return next <= first ? Empty : new Size(Shape[first..next]);
        }

        /// <summary>The number of elements.</summary>
        public long numel()
        {
            long count = 1;
            foreach (long size in Shape) count *= size;
            return count;
        }

        public IEnumerable<long> Take(int i) => Shape.Take(i);

        public IEnumerator<long> GetEnumerator() => Shape.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
