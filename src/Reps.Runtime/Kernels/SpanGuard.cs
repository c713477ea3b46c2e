using System;

namespace Reps.Kernels;

/// <summary>Checks the lengths of the spans that a kernel receives, and that results overlap nothing, before it writes anything.</summary>
public static class SpanGuard
{
    /// <summary>The number of rows in a span.</summary>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="length">Its length.</param>
    /// <param name="dim">The number of values in a row.</param>
    /// <returns>length / dim.</returns>
    /// <exception cref="ArgumentException">The length is not a whole number of rows.</exception>
    public static int Rows(string name, int length, int dim)
    {
        // A representation of dimension zero has empty rows, and no way to say how many.
        if (dim == 0 && length == 0) return 0;
        if (dim == 0 || length % dim != 0)
            throw new ArgumentException($"'{name}' has {length} values, which is not a whole number of rows of {dim}.", name);
        return length / dim;
    }

    /// <summary>Requires one row for each row of the batch.</summary>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="length">Its length.</param>
    /// <param name="rows">The number of rows of the batch.</param>
    /// <param name="dim">The number of values in a row.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public static void Exactly(string name, int length, int rows, int dim)
    {
        if (length != (long)rows * dim)
            throw new ArgumentException($"'{name}' has {length} values, but {rows} rows of {dim} are {(long)rows * dim}.", name);
    }

    /// <summary>Requires one row for each row of the batch, or nothing.</summary>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="length">Its length.</param>
    /// <param name="rows">The number of rows of the batch.</param>
    /// <param name="dim">The number of values in a row.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public static void ExactlyOrEmpty(string name, int length, int rows, int dim)
    {
        if (length != 0) Exactly(name, length, rows, dim);
    }

    /// <summary>The distance between the weights of consecutive rows: 0 when one vector serves all.</summary>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="length">Its length.</param>
    /// <param name="rows">The number of rows of the batch.</param>
    /// <param name="count">The number of weights.</param>
    /// <returns>0 or <paramref name="count"/>.</returns>
    /// <exception cref="ArgumentException">The length is neither that of one weight vector nor of one for each row.</exception>
    public static int WeightStride(string name, int length, int rows, int count)
    {
        if (length == count) return 0;
        if (length == (long)rows * count) return count;
        string each = rows > 1 ? $" (shared by all rows) or {(long)rows * count} (one vector for each of {rows} rows)" : "";
        throw new ArgumentException($"'{name}' has {length} values; expected {count}{each}.", name);
    }

    /// <summary>Requires the gradient of the weights to have the shape of the weights, or nothing.</summary>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="length">Its length.</param>
    /// <param name="weights">The length of the weights.</param>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public static void SameOrEmpty(string name, int length, int weights)
    {
        if (length != 0 && length != weights)
            throw new ArgumentException($"'{name}' has {length} values, but the weights have {weights}: their shapes must be the same.", name);
    }

    /// <summary>Requires a span that is written to share no memory with those that are read, or with other results.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="name">The name of the span that is written.</param>
    /// <param name="written">The span that is written.</param>
    /// <param name="first">A span that is read, or another that is written.</param>
    /// <param name="second">Another one.</param>
    /// <param name="third">Another one.</param>
    /// <param name="fourth">Another one.</param>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void Apart<T>(
        string name,
        Span<T> written,
        ReadOnlySpan<T> first,
        ReadOnlySpan<T> second = default,
        ReadOnlySpan<T> third = default,
        ReadOnlySpan<T> fourth = default
    )
    {
        if (first.Overlaps(written) || second.Overlaps(written) || third.Overlaps(written) || fourth.Overlaps(written))
            throw new ArgumentException($"'{name}' overlaps an input, which would be overwritten while it is read, or another result: pass separate memory.", name);
    }

    /// <summary>Requires n of each space of a diagram layer: what the signature says, or 1 or more where it leaves n open.</summary>
    /// <param name="known">What the signature says; 0 where it leaves n open.</param>
    /// <param name="sizes">n of each space.</param>
    public static void Sizes(ReadOnlySpan<int> known, ReadOnlySpan<int> sizes)
    {
        if (sizes.Length != known.Length)
            throw new ArgumentException($"'sizes' has {sizes.Length} values; the layer has {known.Length} spaces, each with an n.", nameof(sizes));
        for (int s = 0; s < sizes.Length; s++)
            if (sizes[s] < 1 || (known[s] > 0 && sizes[s] != known[s]))
                throw new ArgumentException($"n of space {s} is {sizes[s]}: it must be {(known[s] > 0 ? $"{known[s]}, as the signature says" : "1 or more")}.", nameof(sizes));
    }
}
