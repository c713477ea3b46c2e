using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reps.Kernels.Diagrams;

/// <summary>Sums over the orbits through an output list, and the transposed work.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal static unsafe class OrbitLoops<T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Where the values of the input lists lie, each moved by the element of an output list.</summary>
    /// <param name="tables">The program.</param>
    /// <param name="term">The input term.</param>
    /// <param name="list">The output list.</param>
    /// <param name="places">Receives a place within the term for each list.</param>
    public static void Move(in OrbitTables tables, in OrbitTerm term, int list, int* places)
    {
        int* images = tables.Images + (nint)list * tables.ImageCount;
        int* axes = tables.Rest + term.Axes;
        places[0] = 0;
        int count = 1;
        for (int axis = 0; axis < term.AxisCount; axis++)
        {
            (int offset, int n) = (axes[2 * axis], axes[2 * axis + 1]);
            // From the end, so that what is read has not been overwritten.
            for (int place = count - 1; place >= 0; place--)
            {
                int start = places[place] * n;
                for (int point = n - 1; point >= 0; point--) places[place * n + point] = start + images[offset + point];
            }
            count *= n;
        }
        for (int place = 0; place < count; place++) places[place] *= term.Channels;
    }

    /// <summary>Sums the inputs of every orbit of a block, for some rows of the batch. Rows do not change each other's sums.</summary>
    /// <param name="tables">The program.</param>
    /// <param name="block">The block.</param>
    /// <param name="places">Where the lists lie.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="values">The values of the input term in the first row.</param>
    /// <param name="sums">Receives [rows, orbits, channels].</param>
    public static void Sum(in OrbitTables tables, in OrbitBlock block, int* places, int rows, T* values, T* sums)
    {
        nint channels = tables.Terms[block.Term].Channels, width = block.OrbitCount * channels, stride = tables.InputSize;
        int* starts = tables.Rest + block.Starts, entries = tables.Rest + block.Entries;
        int row = 0;
        for (; row + 4 <= rows; row += 4) SumFour(starts, entries, block.OrbitCount, places, channels, values + row * stride, stride, sums + row * width, width);
        for (; row < rows; row++) SumOne(starts, entries, block.OrbitCount, places, channels, values + row * stride, sums + row * width);
    }

    /// <summary>Adds to the inputs of every orbit of a block, for some rows of the batch.</summary>
    /// <param name="tables">The program.</param>
    /// <param name="block">The block.</param>
    /// <param name="places">Where the lists lie.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="values">The values of the input term in the first row, added to.</param>
    /// <param name="sums">[rows, orbits, channels].</param>
    public static void Spread(in OrbitTables tables, in OrbitBlock block, int* places, int rows, T* values, T* sums)
    {
        nint channels = tables.Terms[block.Term].Channels, width = block.OrbitCount * channels, stride = tables.InputSize;
        int* starts = tables.Rest + block.Starts, entries = tables.Rest + block.Entries;
        int row = 0;
        for (; row + 4 <= rows; row += 4) SpreadFour(starts, entries, block.OrbitCount, places, channels, values + row * stride, stride, sums + row * width, width);
        for (; row < rows; row++)
        {
            T* own = sums + row * width;
            for (int orbit = 0; orbit < block.OrbitCount; orbit++, own += channels)
                for (int* entry = entries + starts[orbit]; entry < entries + starts[orbit + 1]; entry++)
                    Runs.Add(values + row * stride + places[*entry], own, channels);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SpreadFour(int* starts, int* entries, int orbits, int* places, nint channels, T* values, nint stride, T* sums, nint width)
    {
        T* second = values + stride, third = second + stride, fourth = third + stride;
        for (int orbit = 0; orbit < orbits; orbit++, sums += channels)
        {
            int* first = entries + starts[orbit], end = entries + starts[orbit + 1];
            nint channel = 0;
            for (; channel + Vector<T>.Count <= channels; channel += Vector<T>.Count)
            {
                T* source = sums + channel;
                Vector<T> a = Vector.Load(source), b = Vector.Load(source + width), c = Vector.Load(source + 2 * width), d = Vector.Load(source + 3 * width);
                for (int* entry = first; entry < end; entry++)
                {
                    nint at = places[*entry] + channel;
                    Vector.Store(Vector.Load(values + at) + a, values + at);
                    Vector.Store(Vector.Load(second + at) + b, second + at);
                    Vector.Store(Vector.Load(third + at) + c, third + at);
                    Vector.Store(Vector.Load(fourth + at) + d, fourth + at);
                }
            }
            for (; channel < channels; channel++)
            {
                T* source = sums + channel;
                T a = source[0], b = source[width], c = source[2 * width], d = source[3 * width];
                for (int* entry = first; entry < end; entry++)
                {
                    nint at = places[*entry] + channel;
                    values[at] += a;
                    second[at] += b;
                    third[at] += c;
                    fourth[at] += d;
                }
            }
        }
    }

    // Four rows share the work of finding the places.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumFour(int* starts, int* entries, int orbits, int* places, nint channels, T* values, nint stride, T* sums, nint width)
    {
        T* second = values + stride, third = second + stride, fourth = third + stride;
        for (int orbit = 0; orbit < orbits; orbit++, sums += channels)
        {
            int* first = entries + starts[orbit], end = entries + starts[orbit + 1];
            nint channel = 0;
            for (; channel + 2 * Vector<T>.Count <= channels; channel += 2 * Vector<T>.Count)
            {
                Vector<T> a0 = Vector<T>.Zero, a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
                for (int* entry = first; entry < end; entry++)
                {
                    nint at = places[*entry] + channel;
                    a0 += Vector.Load(values + at);
                    a1 += Vector.Load(values + at + Vector<T>.Count);
                    b0 += Vector.Load(second + at);
                    b1 += Vector.Load(second + at + Vector<T>.Count);
                    c0 += Vector.Load(third + at);
                    c1 += Vector.Load(third + at + Vector<T>.Count);
                    d0 += Vector.Load(fourth + at);
                    d1 += Vector.Load(fourth + at + Vector<T>.Count);
                }
                T* target = sums + channel;
                Vector.Store(a0, target);
                Vector.Store(a1, target + Vector<T>.Count);
                Vector.Store(b0, target + width);
                Vector.Store(b1, target + width + Vector<T>.Count);
                Vector.Store(c0, target + 2 * width);
                Vector.Store(c1, target + 2 * width + Vector<T>.Count);
                Vector.Store(d0, target + 3 * width);
                Vector.Store(d1, target + 3 * width + Vector<T>.Count);
            }
            for (; channel + Vector<T>.Count <= channels; channel += Vector<T>.Count)
            {
                Vector<T> a = Vector<T>.Zero, b = a, c = a, d = a;
                for (int* entry = first; entry < end; entry++)
                {
                    nint at = places[*entry] + channel;
                    a += Vector.Load(values + at);
                    b += Vector.Load(second + at);
                    c += Vector.Load(third + at);
                    d += Vector.Load(fourth + at);
                }
                T* target = sums + channel;
                Vector.Store(a, target);
                Vector.Store(b, target + width);
                Vector.Store(c, target + 2 * width);
                Vector.Store(d, target + 3 * width);
            }
            for (; channel < channels; channel++)
            {
                T a = T.Zero, b = a, c = a, d = a;
                for (int* entry = first; entry < end; entry++)
                {
                    nint at = places[*entry] + channel;
                    a += values[at];
                    b += second[at];
                    c += third[at];
                    d += fourth[at];
                }
                T* target = sums + channel;
                target[0] = a;
                target[width] = b;
                target[2 * width] = c;
                target[3 * width] = d;
            }
        }
    }

    // In the order of four rows, so that the sums are the same bits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumOne(int* starts, int* entries, int orbits, int* places, nint channels, T* values, T* sums)
    {
        for (int orbit = 0; orbit < orbits; orbit++, sums += channels)
        {
            int* first = entries + starts[orbit], end = entries + starts[orbit + 1];
            nint channel = 0;
            for (; channel + 2 * Vector<T>.Count <= channels; channel += 2 * Vector<T>.Count)
            {
                Vector<T> a = Vector<T>.Zero, b = a;
                for (int* entry = first; entry < end; entry++)
                {
                    T* from = values + places[*entry] + channel;
                    a += Vector.Load(from);
                    b += Vector.Load(from + Vector<T>.Count);
                }
                Vector.Store(a, sums + channel);
                Vector.Store(b, sums + channel + Vector<T>.Count);
            }
            for (; channel + Vector<T>.Count <= channels; channel += Vector<T>.Count)
            {
                Vector<T> sum = Vector<T>.Zero;
                for (int* entry = first; entry < end; entry++) sum += Vector.Load(values + places[*entry] + channel);
                Vector.Store(sum, sums + channel);
            }
            for (; channel < channels; channel++)
            {
                T sum = T.Zero;
                for (int* entry = first; entry < end; entry++) sum += values[places[*entry] + channel];
                sums[channel] = sum;
            }
        }
    }
}
