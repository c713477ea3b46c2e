using System;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What stands at one place between the brackets of an indexed tensor.</summary>
    public struct TensorIndex
    {
        internal enum Kind
        {
            None,
            Single,
            Null,
            Ellipsis,
            Bool,
            Tensor,
            Slice,
        }

        internal Kind Meaning { get; private init; }

        internal long? Start { get; private init; }

        internal long? Stop { get; private init; }

        internal long? Step { get; private init; }

        internal Tensor? Indices { get; private init; }

        /// <summary>As many full dimensions as are not spoken of otherwise.</summary>
        public static TensorIndex Ellipsis = new() { Meaning = Kind.Ellipsis };

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex None = new() { Meaning = Kind.None };

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex Null = new() { Meaning = Kind.Null };

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon = Slice();

        /// <summary>A range; the end is excluded, and negative numbers count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { Meaning = Kind.Slice, Start = start, Stop = stop, Step = step };

        /// <summary>A range; the end is excluded, and negative numbers count from the end.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end, null);

        /// <summary>A range.</summary>
        public static TensorIndex Slice(Range range) =>
            Slice(From(range.Start), range.End is { IsFromEnd: true, Value: 0 } ? null : From(range.End), null);

        /// <summary>A new dimension of size 1, or of size 0 for false.</summary>
        public static TensorIndex Bool(bool value) => new() { Meaning = Kind.Bool, Start = value ? 1 : 0 };

        /// <summary>One index, which takes the dimension away.</summary>
        public static TensorIndex Single(long? index) => new() { Meaning = Kind.Single, Start = index };

        /// <summary>Indices, or a mask.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new() { Meaning = Kind.Tensor, Indices = tensor };

        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>Exists for the choice between overloads; it cannot be called.</summary>
        public static implicit operator Tensor(TensorIndex value) => throw new InvalidOperationException("A TensorIndex is no tensor.");

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Index index) => Single(From(index));

        private static long From(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
